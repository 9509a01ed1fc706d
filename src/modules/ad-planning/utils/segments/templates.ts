import type {
  SegmentCriteria,
  SegmentRule,
  SegmentType,
  SuggestedValues,
} from "../../types"

export interface SegmentTemplate {
  id: string
  name: string
  description: string
  segment_type: SegmentType
  /** What has to be chosen before it can be made. */
  needs: { name: "ad_campaign_id"; values: SuggestedValues } | null
  /** @param choice - what was chosen for `needs` */
  criteria: (choice: string) => SegmentCriteria
}

const all =
  (...rules: SegmentRule[]) =>
  (): SegmentCriteria => ({
    version: 1,
    combinator: "and",
    rules,
  })

const rule = (
  field: string,
  operator: SegmentRule["operator"],
  value: SegmentRule["value"],
  params?: SegmentRule["params"]
): SegmentRule => ({ field, operator, value, ...(params ? { params } : {}) })

const template = (
  id: string,
  name: string,
  description: string,
  segment_type: SegmentType,
  criteria: SegmentTemplate["criteria"],
  needs: SegmentTemplate["needs"] = null
): SegmentTemplate => ({ id, name, description, segment_type, criteria, needs })

/** Segments that most shops want, ready to be made. */
export const SEGMENT_TEMPLATES: readonly SegmentTemplate[] = [
  template(
    "champions",
    "Champions",
    "Bought recently, often, and for much.",
    "rfm",
    all(rule("rfm.group", "=", "champions"))
  ),
  template(
    "at_risk_high_value",
    "At risk, high value",
    "Spent much and often, and have not come back for long.",
    "rfm",
    all(
      rule("rfm.m", ">=", 4),
      rule("rfm.group", "in", ["at_risk", "cannot_lose"])
    )
  ),
  template(
    "new_customers",
    "New customers",
    "First order in the last 30 days.",
    "behavioral",
    all(rule("orders.first_at", "withinLast", 30))
  ),
  template(
    "lapsed",
    "Lapsed customers",
    "Last order more than 60 days ago.",
    "behavioral",
    all(rule("orders.last_at", "olderThan", 60))
  ),
  template(
    "one_time_buyers",
    "One-time buyers",
    "Exactly one order.",
    "behavioral",
    all(rule("orders.count", "=", 1))
  ),
  template(
    "cart_abandoners",
    "Cart abandoners",
    "Put something into the cart in the last 30 days, and bought nothing in that time.",
    "behavioral",
    all(
      rule("events.count", ">=", 1, {
        event_type: ["add_to_cart"],
        within_days: 30,
      }),
      rule("orders.count", "=", 0, { within_days: 30 })
    )
  ),
  template(
    "promoters",
    "Promoters",
    "Latest NPS answer is 9 or 10.",
    "behavioral",
    all(rule("score_nps.value", ">=", 9, { include_expired: true }))
  ),
  template(
    "detractors",
    "Detractors",
    "Latest NPS answer is 6 or less.",
    "behavioral",
    all(rule("score_nps.value", "<=", 6, { include_expired: true }))
  ),
  template(
    "never_discounted",
    "Never discounted",
    "Bought, and never with a discount code.",
    "behavioral",
    all(
      rule("orders.count", ">=", 1),
      rule("lines.orders", "=", 0, { discounted: true })
    )
  ),
  template(
    "vip",
    "VIP",
    "At least three orders, and among the fifth that spent most.",
    "rfm",
    all(rule("orders.count", ">=", 3), rule("rfm.m", "=", 5))
  ),
  template(
    "came_by_campaign",
    "Came by campaign",
    "The chosen campaign brought them.",
    "behavioral",
    (choice) => all(rule("acquisition.campaign", "=", choice))(),
    { name: "ad_campaign_id", values: "campaigns" }
  ),
]

export function segmentTemplate(id: string): SegmentTemplate | undefined {
  return SEGMENT_TEMPLATES.find((one) => one.id === id)
}
