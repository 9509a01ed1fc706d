import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { AdminMakePlanBody } from "../../../api/admin/ad-planning/forecasts/validators"
import type { ForecastMetric } from "../../../modules/ad-planning/types/forecasts"
import type {
  AccuracyAnswer,
  AnomaliesAnswer,
  CurvesAnswer,
  ForecastsAnswer,
  PacingAnswer,
  PlanAnswer,
  PlansAnswer,
  SeriesAnswer,
} from "../../../modules/ad-planning/types/http/forecasts"
import { fetchJson, sendJson } from "../../lib/client"

const FORECASTS = ["ad-planning", "forecasts"]
const MOST_DAYS = 200
const SHOWN_HISTORY_DAYS = 60

function useAnswer<Answer>(path: string, query: Record<string, unknown> = {}) {
  return useQuery({
    queryKey: [...FORECASTS, path, query],
    queryFn: () => fetchJson<Answer>(`/forecasts${path}`, query),
    placeholderData: keepPreviousData,
  })
}

/** The newest forecast of one scope. */
export function useForecasts(scope: string) {
  return useAnswer<ForecastsAnswer>("", { scope, limit: MOST_DAYS })
}

/** What the forecast was learned from, as far as it is shown. */
export function useForecastSeries(scope: string) {
  return useAnswer<SeriesAnswer>("/series", { scope, days: SHOWN_HISTORY_DAYS })
}

export function useAccuracy(metric: ForecastMetric) {
  return useAnswer<AccuracyAnswer>("/accuracy", { metric })
}

export function useCurves() {
  return useAnswer<CurvesAnswer>("/curves")
}

export function usePacing() {
  return useAnswer<PacingAnswer>("/pacing")
}

export function useAnomalies(isOpen?: boolean) {
  return useAnswer<AnomaliesAnswer>(
    "/anomalies",
    isOpen === undefined ? {} : { is_open: isOpen }
  )
}

export function usePlans() {
  return useAnswer<PlansAnswer>("/plans")
}

/** A plan for a budget; null asks for none. */
export function usePlan(body: AdminMakePlanBody | null) {
  return useQuery({
    queryKey: [...FORECASTS, "plan", body],
    queryFn: () => sendJson<PlanAnswer>("POST", "/forecasts/plan", body ?? {}),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useSavePlan() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminMakePlanBody) =>
      sendJson<PlanAnswer>("POST", "/forecasts/plan", body),
    onSuccess: () => client.invalidateQueries({ queryKey: FORECASTS }),
  })
}
