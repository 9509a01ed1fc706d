import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import type { AdminGetCustomersQuery } from "../../../api/admin/ad-planning/customers/validators"
import type { AdminGetNpsScoreQuery } from "../../../api/admin/ad-planning/nps/validators"
import { fetchJson, sendJson } from "../../lib/client"
import type {
  CustomersAnswer,
  NpsBreakdownAnswer,
  NpsLinkAnswer,
  NpsScoreAnswer,
  NpsTrendsAnswer,
} from "../../lib/score-types"

const KEY = "ad-planning"

/** One page of customers with their scores. */
export function useCustomers(query: AdminGetCustomersQuery) {
  return useQuery({
    queryKey: [KEY, "customers", query],
    queryFn: () => fetchJson<CustomersAnswer>("/customers", query),
    placeholderData: keepPreviousData,
  })
}

/** The NPS of a period. */
export function useNpsScore(query: AdminGetNpsScoreQuery) {
  return useQuery({
    queryKey: [KEY, "nps", "score", query],
    queryFn: () => fetchJson<NpsScoreAnswer>("/nps/score", query),
    placeholderData: keepPreviousData,
  })
}

export function useNpsTrends(query: AdminGetNpsScoreQuery) {
  return useQuery({
    queryKey: [KEY, "nps", "trends", query],
    queryFn: () => fetchJson<NpsTrendsAnswer>("/nps/trends", query),
    placeholderData: keepPreviousData,
  })
}

export function useNpsBreakdown(query: AdminGetNpsScoreQuery) {
  return useQuery({
    queryKey: [KEY, "nps", "breakdown", query],
    queryFn: () => fetchJson<NpsBreakdownAnswer>("/nps/breakdown", query),
    placeholderData: keepPreviousData,
  })
}

/** Makes the link of an e-mail that asks the buyer of an order, or a person. */
export function useNpsLink() {
  return useMutation({
    mutationFn: (body: { order_id: string } | { person_id: string }) =>
      sendJson<NpsLinkAnswer>("POST", "/nps/links", body),
  })
}
