import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminGetDropoffQuery } from "../../../api/admin/ad-planning/journey/dropoff/validators"
import type { AdminGetFirstPurchaseQuery } from "../../../api/admin/ad-planning/journey/first-purchase/validators"
import type { AdminGetFunnelQuery } from "../../../api/admin/ad-planning/journey/funnel/validators"
import type { AdminGetPathsQuery } from "../../../api/admin/ad-planning/journey/paths/validators"
import type {
  DropoffAnswer,
  FirstPurchaseAnswer,
  FunnelAnswer,
  PathsAnswer,
} from "../../lib/api-types"
import { fetchJson } from "../../lib/client"

/** How far those who do one thing get, step by step. */
export function useFunnel(query: AdminGetFunnelQuery) {
  return useJourney<FunnelAnswer>("/journey/funnel", query)
}

/** The most frequent ways after an event, or before it. */
export function usePaths(query: AdminGetPathsQuery) {
  return useJourney<PathsAnswer>("/journey/paths", query)
}

/** Who goes no further at each step, and what they do instead. */
export function useDropoff(query: AdminGetDropoffQuery) {
  return useJourney<DropoffAnswer>("/journey/dropoff", query)
}

/** How many days and touchpoints lie before a first purchase. */
export function useFirstPurchase(query: AdminGetFirstPurchaseQuery) {
  return useJourney<FirstPurchaseAnswer>("/journey/first-purchase", query)
}

/** The former figures stay while others are fetched: nothing jumps. */
function useJourney<Answer>(path: string, query: object) {
  return useQuery({
    queryKey: ["ad-planning", path, query],
    queryFn: () => fetchJson<Answer>(path, { ...query }),
    placeholderData: keepPreviousData,
  })
}
