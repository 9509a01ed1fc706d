import type AdPlanningService from "../../../../modules/ad-planning/service"
import type { SentimentFilters } from "../../../../modules/ad-planning/types"
import type { Period } from "../../../../modules/ad-planning/utils/period/period"
import { readPeriod } from "../../../utils/report-params"
import type { AdminGetSentimentStatsParamsType } from "./validators"

type Params = Omit<AdminGetSentimentStatsParamsType, "group_by">

/** Filters as they are asked for; without `from` and `to`, of all time. */
export function filtersOf(
  service: AdPlanningService,
  params: Params
): SentimentFilters {
  const timezone = params.timezone ?? service.options.timezone
  const { from, to, ...rest } = params
  if (from === undefined && to === undefined) {
    return { ...rest, timezone }
  }
  return within({ ...rest, timezone }, periodOf(service, params))
}

/** The period asked for; without one, the last 30 complete days. */
export function periodOf(service: AdPlanningService, params: Params): Period {
  const timezone = params.timezone ?? service.options.timezone
  return readPeriod(params, timezone, new Date())
}

export function within(
  filters: SentimentFilters,
  period: Pick<Period, "from" | "to">
): SentimentFilters {
  return {
    ...filters,
    from: period.from.toISOString(),
    to: period.to.toISOString(),
  }
}
