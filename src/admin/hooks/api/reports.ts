import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  HealthAnswer,
  RoiAnswer,
  TrendsAnswer,
  UnresolvedAnswer,
} from "../../lib/api-types"
import type { ReportQuery } from "../../../api/utils/report-params"
import { fetchJson } from "../../lib/client"

const KEY = "ad-planning"

/** Where sources stand, and by which options the figures are made. */
export function useHealth() {
  return useQuery({
    queryKey: [KEY, "health"],
    queryFn: () => fetchJson<HealthAnswer>("/health"),
  })
}

export function useRoi(query: ReportQuery) {
  return useReport<RoiAnswer>("/dashboard/roi", query)
}

export function useTrends(query: ReportQuery) {
  return useReport<TrendsAnswer>("/dashboard/trends", query)
}

export function useUnresolved(query: ReportQuery & { limit?: number }) {
  return useReport<UnresolvedAnswer>("/attribution/unresolved", query)
}

/** The former figures stay while others are fetched: nothing jumps. */
function useReport<Answer>(path: string, query: ReportQuery) {
  return useQuery({
    queryKey: [KEY, path, query],
    queryFn: () => fetchJson<Answer>(path, query),
    placeholderData: keepPreviousData,
  })
}
