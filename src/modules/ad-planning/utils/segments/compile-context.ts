import type { FxPeriod } from "../money/fx-rate"

/** What criteria are compiled with. */
export interface CompileContext {
  /** The moment that is "now" in every rule. */
  as_of: Date
  /** IANA zone in which days begin. */
  timezone: string
  /** Currency of amounts, ISO 4217 in lower case; null: there is none to compare. */
  currency: string | null
  /** Rates into it. */
  fx: FxPeriod[]
  /** The net amount of a row of `conversion`, by the option `revenue_basis`. */
  net_amount: string
  /** What a row of `conversion` was placed for, by the same. */
  placed_amount: string
  /** Hours before a first purchase in which its touches are. */
  lookback_hours: number
  /** Only these people are looked at; undefined: everybody. */
  person_ids?: string[]
}
