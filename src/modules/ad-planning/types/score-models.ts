import { z } from "zod"

/** A purchase history that several people may share, in days. */
export interface HistoryRow {
  /** Purchase days after the first one. */
  repeats: number
  /** Days from the first one to the last one, and to the moment. */
  last_days: number
  age_days: number
  /** People who have it. */
  count: number
}

/** What is foreseen of people with one history. */
export interface HistoryExpectation extends Omit<HistoryRow, "count"> {
  /** Purchase days of the next 365 days. */
  expected: number
  p_alive: number | null
}

const finite = z.number()

/** A trained model of lifetime value, as it is kept. */
export const clvParams = z.object({
  method: z.enum(["bg_nbd", "nbd", "formula"]),
  currency: z.string(),
  retention_years: finite,
  bg_nbd: z
    .object({ r: finite, alpha: finite, a: finite, b: finite })
    .nullable(),
  nbd: z.object({ r: finite, alpha: finite }).nullable(),
  gamma_gamma: z.object({ p: finite, q: finite, v: finite }).nullable(),
  /** From here on a value is medium, and high. */
  levels: z.object({ medium: finite, high: finite }).nullable(),
})
export type ClvParams = z.infer<typeof clvParams>

/** What scoring people by lifetime value needs. */
export type ClvScoring = Omit<ClvParams, "bg_nbd" | "nbd"> & {
  expectations: HistoryExpectation[]
}

/** A trained model of churn risk, as it is kept: all that scoring needs. */
export const churnScoring = z.object({
  method: z.enum(["logistic", "fallback"]),
  horizon_days: z.number().int(),
  currency: z.string().nullable(),
  retention_years: finite,
  /** Usual days between two purchase days, of who bought on one only. */
  cadence_days: finite,
  intercept: finite,
  /** By feature. */
  coefficients: z.record(z.string(), finite),
  means: z.record(z.string(), finite),
  /** The at-risk line; null until it is known. */
  line: finite.nullable(),
})
export type ChurnScoring = z.infer<typeof churnScoring>

/** One buyer at a cut-off: features in the order of their names, and the outcome. */
export interface ChurnRow {
  values: number[]
  /** 1: did not buy within the horizon. */
  label: number
}

/** A customer who may be about to leave. */
export interface AtRiskRow {
  person_id: string
  risk: number
  level: string | null
  at_risk_since: string | null
  value_at_stake: number | null
  breakdown: Record<string, unknown>
  calculated_at: string
}
