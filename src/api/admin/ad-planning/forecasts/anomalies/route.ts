import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { orderBy } from "../../../../utils/list-params"
import type { AdminGetAnomaliesParamsType } from "../validators"

/** What left its course, newest first, with what moved along. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "-detected_at",
    fields,
    is_open,
    ...filters
  } = req.validatedQuery as AdminGetAnomaliesParamsType
  const service = serviceOf(req.scope)
  const [rows, count] = await service.listAndCountAdPlanningAnomalies(
    {
      ...filters,
      ...(is_open === undefined
        ? {}
        : { closed_at: is_open ? null : { $ne: null } }),
    },
    { select: fields, take: limit, skip: offset, order: orderBy(order) }
  )
  const names = await service.campaigns.campaignsById(
    rows.flatMap(({ ad_campaign_id }) => ad_campaign_id ?? [])
  )
  const anomalies = rows.map((row) => ({
    ...row,
    name: row.ad_campaign_id
      ? (names.get(row.ad_campaign_id)?.name ?? null)
      : null,
  }))
  res.json({ anomalies, count, offset, limit })
}
