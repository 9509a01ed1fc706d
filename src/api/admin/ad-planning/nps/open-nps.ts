import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { NpsFilters } from "../../../../modules/ad-planning/types"
import type { Period } from "../../../../modules/ad-planning/utils/period/period"
import { readPeriod } from "../../../utils/report-params"

interface NpsQuery extends Omit<NpsFilters, "source_type"> {
  from?: string
  to?: string
  timezone?: string
  source_type?: NpsFilters["source_type"]
}

/** What the routes of an NPS have in common: service, period and filters. */
export function openNps(
  container: MedusaContainer,
  { from, to, timezone, ...filters }: NpsQuery
): {
  nps: ReturnType<typeof serviceOf>["nps"]
  period: Period
  filters: NpsFilters
} {
  const service = serviceOf(container)
  const period = readPeriod(
    { from, to },
    timezone ?? service.options.timezone,
    new Date()
  )
  return { nps: service.nps, period, filters }
}
