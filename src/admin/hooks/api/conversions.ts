import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { ConversionAnswer, ConversionsAnswer } from "../../lib/api-types"
import type { AdminGetConversionsQuery } from "../../../api/admin/ad-planning/conversions/validators"
import { fetchJson } from "../../lib/client"

export function useConversions(query: AdminGetConversionsQuery) {
  return useQuery({
    queryKey: ["ad-planning", "conversions", query],
    queryFn: () => fetchJson<ConversionsAnswer>("/conversions", query),
    placeholderData: keepPreviousData,
  })
}

/** One conversion with its corrections and touches; null asks for none. */
export function useConversion(id: string | null) {
  return useQuery({
    queryKey: ["ad-planning", "conversion", id],
    queryFn: () => fetchJson<ConversionAnswer>(`/conversions/${id}`),
    enabled: id !== null,
  })
}
