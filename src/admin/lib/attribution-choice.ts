import {
  STATS_GROUPS,
  type StatsGroup,
} from "../../modules/ad-planning/types/reports"
export const VIEWS = [
  "models",
  "unresolved",
  "claimed",
  "cohorts",
  "changes",
] as const
export type View = (typeof VIEWS)[number]

const COUNTED = ["revenue", "purchases"] as const
/** Only a campaign has spend. */
const METRICS = [...COUNTED, "roas", "cac"] as const
export type Metric = (typeof METRICS)[number]

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** What the attribution page is set to, beside its period; it lives in the URL. */
export interface AttributionChoice {
  view: View
  group_by: StatsGroup
  metric: Metric
  /** A day of the store: what moved after it is listed. */
  since: string | undefined
}

/** Reads a page's URL; what is no value of its kind there is the default. */
export function readAttributionChoice(
  params: URLSearchParams
): AttributionChoice {
  const group_by = one(STATS_GROUPS, params.get("group_by")) ?? "campaign"
  const since = params.get("since") ?? ""
  return {
    view: one(VIEWS, params.get("view")) ?? "models",
    group_by,
    metric: one(metricsOf(group_by), params.get("metric")) ?? "revenue",
    since: DATE.test(since) ? since : undefined,
  }
}

/** What a table by this grouping can show. */
export function metricsOf(group: StatsGroup): readonly Metric[] {
  return group === "campaign" ? METRICS : COUNTED
}

function one<Value extends string>(
  values: readonly Value[],
  text: string | null
): Value | undefined {
  return values.find((value) => value === text)
}
