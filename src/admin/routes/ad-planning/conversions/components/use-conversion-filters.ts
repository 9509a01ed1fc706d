import { useSearchParams } from "react-router-dom"

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
  const [params, setParams] = useSearchParams()
  const change = (changes: Record<string, string | null>) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      for (const [key, value] of Object.entries(changes)) {
        if (value) {
          next.set(key, value)
        } else {
          next.delete(key)
        }
      }
      return next
    })
  const query: Partial<Record<ConversionFilter, string>> = Object.fromEntries(
    FILTERS.flatMap((key) => {
      const value = params.get(key)
      return value ? [[key, value]] : []
    })
  )
  return {
    query,
    offset: readOffset(params.get("offset")),
    openId: params.get("open"),
    set: (filter: ConversionFilter, value: string | null) =>
      change({ [filter]: value, offset: null }),
    clear: () =>
      change({
        ...Object.fromEntries(FILTERS.map((key) => [key, null])),
        offset: null,
      }),
    moveTo: (offset: number) => change({ offset: offset ? `${offset}` : null }),
    open: (id: string) => change({ open: id }),
    close: () => change({ open: null }),
  }
}

function readOffset(text: string | null): number {
  const offset = Number(text)
  return Number.isInteger(offset) && offset > 0 ? offset : 0
}
