import { useUrlValues } from "../../../hooks/use-url-values"
import type { AdminGetCustomersQuery } from "../../../../api/admin/ad-planning/customers/validators"

export const PAGE_SIZE = 20

export const CUSTOMER_SORTINGS = [
  "-engagement",
  "-clv",
  "-churn_risk",
  "-nps",
  "nps",
  "-last_order_at",
  "-order_count",
  "-created_at",
] as const

/** Filters of the list, each with the levels that can be chosen. */
export const LEVEL_FILTERS = {
  engagement_level: ["high", "medium", "low", "none"],
  nps_level: ["promoter", "passive", "detractor"],
} as const
export type LevelFilter = keyof typeof LEVEL_FILTERS

/** What the list shows, kept in the page's URL. */
export function useCustomerList() {
  const [params, change] = useUrlValues()
  const text = (key: string) => params.get(key) ?? undefined
  const query: AdminGetCustomersQuery = {
    q: text("q"),
    country: text("country"),
    engagement_level: text("engagement_level"),
    nps_level: text("nps_level"),
    order: text("order") ?? CUSTOMER_SORTINGS[0],
  }
  return {
    query,
    offset: Number(params.get("offset") ?? 0) || 0,
    set: (key: string, value: string | null) =>
      change({ [key]: value, offset: null }),
    moveTo: (offset: number) => change({ offset: `${offset || ""}` }),
  }
}
