import {
  CHANNEL_GROUPS,
  PLATFORMS,
  type RuleParam,
  type SegmentField,
  type SuggestedValues,
  type ValueSource,
} from "../../types"
import { RFM_GROUPS } from "./rfm-groups"

const WINDOW = ["within_days", "from", "to"] as const
const PURCHASE = [
  ...WINDOW,
  "channel_group",
  "platform",
  "ad_campaign_id",
] as const
const LINE = [
  ...WINDOW,
  "product_id",
  "category_id",
  "collection",
  "product_type",
  "product_tag",
  "discount_code",
  "discounted",
] as const
const EVENT = [
  ...WINDOW,
  "event_type",
  "event_name",
  "properties",
  "channel",
  "ad_campaign_id",
] as const
const TOUCH = [
  ...WINDOW,
  "ad_campaign_id",
  "channel_group",
  "platform",
] as const

type Parts = Pick<SegmentField, "label" | "kind"> &
  Partial<Omit<SegmentField, "name" | "group">>

const facts = (of: SuggestedValues): ValueSource => ({ kind: "facts", of })
const choice = (values: readonly string[]): ValueSource => ({
  kind: "choice",
  values,
})

/** Fields of one source; names are `<prefix>.<column>`. */
function fieldsOf(
  prefix: string,
  group: string,
  source: SegmentField["source"],
  params: readonly RuleParam[],
  parts: Record<string, Parts>
): SegmentField[] {
  return Object.entries(parts).map(([column, part]) => ({
    name: `${prefix}.${column}`,
    group,
    unit: null,
    source,
    column,
    absent: "unknown",
    params,
    required: [],
    values: null,
    changes_with_time: false,
    ...part,
  }))
}

const days = { kind: "number", unit: "days", changes_with_time: true } as const
const count = { kind: "number", absent: "zero" } as const
const money = { kind: "number", unit: "currency", absent: "zero" } as const

const PERSON = fieldsOf("person", "Person", "person", [], {
  country: { label: "Country", kind: "text", values: facts("countries") },
  state: { label: "State", kind: "text", values: facts("states") },
  city: { label: "City", kind: "text", values: facts("cities") },
  age: { label: "Age", kind: "number", changes_with_time: true },
  days_until_birthday: { label: "Days until birthday", ...days },
  tags: { label: "Tags", kind: "list", values: facts("tags") },
  created_at: { label: "Person created", kind: "date" },
  has_account: { label: "Has an account", kind: "boolean" },
  metadata: {
    label: "Metadata",
    kind: "text",
    params: ["path"],
    required: ["path"],
  },
  metadata_number: {
    label: "Metadata (number)",
    kind: "number",
    params: ["path"],
    required: ["path"],
  },
  random_share: {
    label: "Random share (0-99)",
    kind: "number",
    params: ["seed"],
  },
})

const ORDERS = fieldsOf("orders", "Orders", "orders", PURCHASE, {
  count: { label: "Number of orders", ...count },
  net_revenue: { label: "Net revenue", ...money },
  average: { label: "Average order value", kind: "number", unit: "currency" },
  first_at: { label: "First order", kind: "date" },
  last_at: { label: "Last order", kind: "date" },
  days_since_first: { label: "Days since first order", ...days },
  days_since_last: { label: "Days since last order", ...days },
  refund_rate: { label: "Refund rate (0-1)", kind: "number" },
})

const LINES = fieldsOf("lines", "Products bought", "lines", LINE, {
  quantity: { label: "Items bought, net of returns", ...count },
  orders: { label: "Orders with such items", ...count },
  net_revenue: { label: "Net revenue of such items", ...money },
  last_at: { label: "Last bought", kind: "date" },
  days_since_last: { label: "Days since last bought", ...days },
})

const EVENTS = fieldsOf("events", "Behaviour", "events", EVENT, {
  count: { label: "Number of events", ...count },
  first_at: { label: "First event", kind: "date" },
  last_at: { label: "Last event", kind: "date" },
  days_since_last: { label: "Days since last event", ...days },
})

const touchFields = (
  prefix: "acquisition" | "last_touch",
  group: string
): SegmentField[] =>
  fieldsOf(prefix, group, prefix, [], {
    campaign: { label: "Campaign", kind: "text", values: facts("campaigns") },
    channel_group: {
      label: "Channel",
      kind: "text",
      values: choice(CHANNEL_GROUPS),
    },
    platform: { label: "Platform", kind: "text", values: choice(PLATFORMS) },
    utm_source: {
      label: "UTM source",
      kind: "text",
      values: facts("utm_sources"),
    },
    at: { label: "When", kind: "date" },
  })

const TOUCHES = fieldsOf("touches", "Any touch", "touches", TOUCH, {
  count: { label: "Number of marketing touches", ...count },
})

const RFM = fieldsOf("rfm", "RFM", "rfm", [], {
  r: { label: "Recency score (1-5)", kind: "number", changes_with_time: true },
  f: {
    label: "Frequency score (1-5)",
    kind: "number",
    changes_with_time: true,
  },
  m: { label: "Monetary score (1-5)", kind: "number", changes_with_time: true },
  group: {
    label: "RFM group",
    kind: "text",
    values: choice(RFM_GROUPS),
    changes_with_time: true,
  },
})

const SCORES = [
  ["nps", "NPS answer (0-10)", null],
  ["engagement", "Engagement score", "points"],
  ["clv", "Customer lifetime value", "currency"],
  ["churn_risk", "Churn risk (0-100)", "percent"],
] as const
const SCORE_FIELDS = SCORES.flatMap(([type, label, unit]) =>
  fieldsOf(`score_${type}`, "Scores", `score_${type}`, ["include_expired"], {
    value: { label, kind: "number", unit, changes_with_time: true },
    level: { label: `${label}: level`, kind: "text", changes_with_time: true },
  })
)

const SENTIMENT = fieldsOf("sentiment", "Sentiment", "sentiment", WINDOW, {
  average: { label: "Average sentiment (-1 to 1)", kind: "number" },
  last_label: {
    label: "Latest sentiment",
    kind: "text",
    values: choice(["positive", "negative", "neutral", "mixed"]),
  },
  count: { label: "Texts analysed", ...count },
})

const SEGMENT = fieldsOf("segment", "Segments", "segment", [], {
  member: {
    label: "Member of a segment",
    kind: "list",
    values: facts("segments"),
  },
  days_in: {
    label: "Days in a segment",
    ...days,
    params: ["segment_id"],
    required: ["segment_id"],
  },
})

/** The allow-list: nothing else can be named by a rule. */
export const SEGMENT_FIELDS: readonly SegmentField[] = [
  ...PERSON,
  ...ORDERS,
  ...LINES,
  ...EVENTS,
  ...touchFields("acquisition", "Acquisition"),
  ...touchFields("last_touch", "Last touch"),
  ...TOUCHES,
  ...RFM,
  ...SCORE_FIELDS,
  ...SENTIMENT,
  ...SEGMENT,
]

const BY_NAME = new Map(SEGMENT_FIELDS.map((field) => [field.name, field]))

export function segmentField(name: string): SegmentField | undefined {
  return BY_NAME.get(name)
}
