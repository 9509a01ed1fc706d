import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminGetFunnelQuery } from "../../../api/admin/ad-planning/journey/funnel/validators"
import type { FunnelAnswer } from "../../lib/api-types"
import { fetchJson } from "../../lib/client"

/** How far those who do one thing get, step by step. */
export function useFunnel(query: AdminGetFunnelQuery) {
  return useJourney<FunnelAnswer>("/journey/funnel", query)
}

/** The former figures stay while others are fetched: nothing jumps. */
function useJourney<Answer>(path: string, query: object) {
  return useQuery({
    queryKey: ["ad-planning", path, query],
    queryFn: () => fetchJson<Answer>(path, { ...query }),
    placeholderData: keepPreviousData,
  })
}
