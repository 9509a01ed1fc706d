import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { npsReport } from "../../../../../modules/ad-planning/utils/scores/nps-report"
import { openNps } from "../open-nps"
import type { AdminGetNpsBySegmentParamsType } from "../validators"

/** The NPS of each segment's present members, the most answers first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const params = req.validatedQuery as AdminGetNpsBySegmentParamsType
  const { nps, period, filters } = openNps(req.scope, params)
  const rows = await nps.counts({
    periods: [period],
    filters,
    by_segment: true,
  })
  const segments = await serviceOf(req.scope).listCustomerSegments(
    { id: rows.map((row) => row.scope) },
    { select: ["id", "name"], take: null }
  )
  const names = new Map(segments.map(({ id, name }) => [id, name]))
  res.json({
    segments: rows
      .filter((row) => names.has(row.scope))
      .map((row) => ({
        segment_id: row.scope,
        name: names.get(row.scope),
        ...npsReport(row),
      }))
      .toSorted((a, b) => b.count - a.count),
    members_as_of: new Date(),
    period,
    filters,
  })
}
