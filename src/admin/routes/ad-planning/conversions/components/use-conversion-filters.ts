import type { AdminGetConversionsQuery } from "../../../../../api/admin/ad-planning/conversions/validators"
import {
  CONVERSION_TYPES,
  PLATFORMS,
} from "../../../../../modules/ad-planning/types/enums"
import { useUrlValues } from "../../../../hooks/use-url-values"

export const PAGE_SIZE = 20

const FILTERS = [
  "conversion_type",
  "platform",
  "ad_campaign_id",
  "order_id",
] as const
export type ConversionFilter = (typeof FILTERS)[number]

export type ConversionFilterState = ReturnType<typeof useConversionFilters>

/** Filters, page and the opened conversion: all of it is in the URL. */
export function useConversionFilters() {
  const [params, change] = useUrlValues()
  return {
    query: readFilters(params),
    offset: readOffset(params.get("offset")),
    openId: params.get("open"),
    whyId: params.get("why"),
    set: (filter: ConversionFilter, value: string | null) =>
      change({ [filter]: value, offset: null }),
    clear: () =>
      change({
        ...Object.fromEntries(FILTERS.map((key) => [key, null])),
        offset: null,
      }),
    moveTo: (offset: number) => change({ offset: offset ? `${offset}` : null }),
    open: (id: string) => change({ open: id, why: null }),
    explain: (id: string) => change({ open: null, why: id }),
    close: () => change({ open: null, why: null }),
  }
}

/** What the URL asks for; a value that is none of its kind is left out. */
function readFilters(params: URLSearchParams) {
  const { conversion_type, platform, ad_campaign_id, order_id } =
    Object.fromEntries(params)
  const filters = {
    conversion_type: CONVERSION_TYPES.find((type) => type === conversion_type),
    platform: PLATFORMS.find((name) => name === platform),
    ad_campaign_id: ad_campaign_id || undefined,
    order_id: order_id || undefined,
  } satisfies AdminGetConversionsQuery
  return filters
}

function readOffset(text: string | null): number {
  const offset = Number(text)
  return Number.isInteger(offset) && offset > 0 ? offset : 0
}
