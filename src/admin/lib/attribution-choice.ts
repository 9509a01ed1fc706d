export const VIEWS = [
  "models",
  "unresolved",
  "claimed",
  "cohorts",
  "changes",
] as const
export type View = (typeof VIEWS)[number]

/** As the API names them; the first is what the others are compared with. */
export const MODELS = [
  "last_touch",
  "first_touch",
  "linear",
  "time_decay",
  "position_based",
  "data_driven",
] as const
export type Model = (typeof MODELS)[number]

export const GROUPS = [
  "campaign",
  "platform",
  "channel_group",
  "source",
  "ad_set",
  "ad",
  "landing_page",
  "buyer",
] as const
export type Group = (typeof GROUPS)[number]

const COUNTED = ["revenue", "purchases"] as const
/** Only a campaign has spend. */
const METRICS = [...COUNTED, "roas", "cac"] as const
export type Metric = (typeof METRICS)[number]

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** What the attribution page is set to, beside its period; it lives in the URL. */
export interface AttributionChoice {
  view: View
  group_by: Group
  metric: Metric
  /** A day of the store: what moved after it is listed. */
  since: string | undefined
}

/** Reads a page's URL; what is no value of its kind there is the default. */
export function readAttributionChoice(
  params: URLSearchParams
): AttributionChoice {
  const group_by = one(GROUPS, params.get("group_by")) ?? "campaign"
  const since = params.get("since") ?? ""
  return {
    view: one(VIEWS, params.get("view")) ?? "models",
    group_by,
    metric: one(metricsOf(group_by), params.get("metric")) ?? "revenue",
    since: DATE.test(since) ? since : undefined,
  }
}

/** What a table by this grouping can show. */
export function metricsOf(group: Group): readonly Metric[] {
  return group === "campaign" ? METRICS : COUNTED
}

function one<Value extends string>(
  values: readonly Value[],
  text: string | null
): Value | undefined {
  return values.find((value) => value === text)
}
