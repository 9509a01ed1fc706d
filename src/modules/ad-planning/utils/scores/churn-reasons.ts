import { z } from "zod"
import { CHURN_FEATURE_NAMES, type ChurnFeature } from "./churn-rules"

const number = z.number().nullish()

/** What reasons are told from; anything else of a breakdown is left alone. */
const churnBreakdown = z.object({
  horizon_days: z.number(),
  factors: z.record(z.string(), z.number()),
  days_since_last_purchase: z.number(),
  cadence_days: z.number().nullable(),
  purchase_days: z.number(),
  refund_share: number,
  engagement: number,
  former_engagement: number,
  last_rating: number,
})

/** What may help, and how it is said. */
const ACTIONS = {
  rating: "Contact them about their last rating before you send an offer.",
  refund: "Ask what was wrong with what they returned.",
  second: "Send a second-purchase offer for what goes with their first order.",
  reminder: "Send a reminder with what is new since their last purchase.",
} as const
export type ChurnAction = keyof typeof ACTIONS

export interface ChurnReasons {
  /** What raises the risk most, the strongest first; at most three. */
  reasons: ChurnFeature[]
  /** What to do about it. */
  action: ChurnAction
  /** The same in one sentence. */
  suggested_action: string
  /** Two sentences, from the factors alone. */
  explanation: string
}

const MOST_REASONS = 3
const LOW_RATING = 6
const MANY_REFUNDS = 0.25

const PHRASES: Record<ChurnFeature, string> = {
  log_recency: "a long time since the last purchase",
  log_purchase_days: "few purchases so far",
  log_tenure: "how long they have been a customer",
  log_mean_gap: "long gaps between purchases",
  recency_by_gap: "silence that is long for their own rhythm",
  one_time: "only one purchase day",
  log_net: "what they spent so far",
  days_last_30: "no purchase in the last 30 days",
  engagement: "little activity lately",
  former_engagement: "their activity in the period before",
  last_rating: "their last rating",
  has_rating: "their last rating",
  refund_share: "the share that was refunded",
  sentiment: "the tone of their last message",
  has_sentiment: "the tone of their last message",
}

/**
 * Why somebody is at risk and what may help, from the factors of their score alone:
 * no name, address or text is in it.
 *
 * @param breakdown - of a score of churn risk
 * @throws ZodError for what is none
 */
export function churnReasons(breakdown: unknown): ChurnReasons {
  const known = churnBreakdown.parse(breakdown)
  const reasons = CHURN_FEATURE_NAMES.filter(
    (name) => (known.factors[name] ?? 0) > 0
  )
    .toSorted((left, right) => known.factors[right]! - known.factors[left]!)
    .slice(0, MOST_REASONS)
  const action = actionFor(known)
  const silence = Math.round(known.days_since_last_purchase)
  const phrases = [...new Set(reasons.map((name) => PHRASES[name]))]
  const why = phrases.length
    ? `What raises the risk most: ${phrases.join(", ")}.`
    : "The risk follows from the time since the last purchase alone."
  return {
    reasons,
    action,
    suggested_action: ACTIONS[action],
    explanation: `The last purchase was ${silence} days ago; such customers buy every ${known.cadence_days === null ? "few" : Math.round(known.cadence_days)} days. ${why}`,
  }
}

function actionFor({
  last_rating,
  refund_share,
  purchase_days,
}: z.infer<typeof churnBreakdown>): ChurnAction {
  if (typeof last_rating === "number" && last_rating <= LOW_RATING) {
    return "rating"
  }
  if ((refund_share ?? 0) >= MANY_REFUNDS) {
    return "refund"
  }
  return purchase_days === 1 ? "second" : "reminder"
}
