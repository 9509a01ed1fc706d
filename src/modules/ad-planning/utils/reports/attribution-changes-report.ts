import {
  type AttributionBalanceRow,
  type AttributionChangesRow,
  type AttributionMoveRow,
  BALANCE_FIELDS,
  REMAINDER_BUCKETS,
} from "../../types"
import type { Unconverted } from "./campaign-report"

type Balance = Record<(typeof BALANCE_FIELDS)[number], number>

type NamedMove = Omit<AttributionMoveRow, "revenue"> & {
  from_name: string
  to_name: string
  revenue: number
}

export interface AttributionChangesReport {
  changes: NamedMove[]
  campaigns: ({ key: string; name: string } & Balance)[]
  totals: Balance
  unconverted: Unconverted[]
}

/** The columns of the list of changes, also when there is none. */
export const CHANGE_COLUMNS = [
  "day",
  "cause",
  "actor_id",
  "from_key",
  "from_name",
  "to_key",
  "to_name",
  "conversions",
  "purchases",
  "revenue",
] as const satisfies (keyof NamedMove)[]

/** Shapes the statement's row: names for keys, numbers for texts, remainder rows last. */
export function attributionChangesReport(
  row: AttributionChangesRow,
  nameOf: (key: string) => string
): AttributionChangesReport {
  const campaigns = row.campaigns.flatMap((balance) =>
    balance.key === null
      ? []
      : {
          key: balance.key,
          name: nameOf(balance.key),
          ...numbersOf(balance),
        }
  )
  const total = row.campaigns.find(({ key }) => key === null)
  return {
    changes: row.changes.map((move) => ({
      day: move.day,
      cause: move.cause,
      actor_id: move.actor_id,
      from_key: move.from_key,
      from_name: nameOf(move.from_key),
      to_key: move.to_key,
      to_name: nameOf(move.to_key),
      conversions: move.conversions,
      purchases: move.purchases,
      revenue: Number(move.revenue),
    })),
    campaigns: campaigns.toSorted((a, b) => placeOf(a.key) - placeOf(b.key)),
    totals: numbersOf(total),
    unconverted: row.unconverted.map((lost) => ({
      ...lost,
      revenue: Number(lost.revenue),
      spend: 0,
    })),
  }
}

function numbersOf(balance: AttributionBalanceRow | undefined): Balance {
  const entries = BALANCE_FIELDS.map((field) => [
    field,
    Number(balance?.[field] ?? 0),
  ])
  return Object.fromEntries(entries) as Balance
}

/** Campaigns in front, then the remainder rows in their order. */
function placeOf(key: string): number {
  return REMAINDER_BUCKETS.findIndex((bucket) => bucket === key)
}
