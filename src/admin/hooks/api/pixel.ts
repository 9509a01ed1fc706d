import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { PixelAnswer } from "../../lib/api-types"
import { fetchJson } from "../../lib/client"

export interface PixelQuery {
  from: string
  to: string
}

/** What the storefront's script sent, day by day, beside the orders. */
export function usePixel(query: PixelQuery) {
  return useQuery({
    queryKey: ["ad-planning", "pixel", query],
    queryFn: () => fetchJson<PixelAnswer>("/pixel", { ...query }),
    placeholderData: keepPreviousData,
  })
}
