import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { calendarDate } from "../../../../modules/ad-planning/utils/period/period"
import { wantsCsv } from "../../../utils/csv"
import { sendListCsv } from "../../../utils/list-csv"
import { orderBy } from "../../../utils/list-params"
import { ATTRIBUTION_CSV_ORDERS, ATTRIBUTION_FIELDS } from "./query-config"
import type { AdminGetAttributionsParamsType } from "./validators"

/** Touches; a stamp that repeats a session is that session's touch, not listed. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "-started_at",
    fields = [...ATTRIBUTION_FIELDS],
    ...asked
  } = req.validatedQuery as AdminGetAttributionsParamsType
  const filters = { ...asked, is_duplicate: false }
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  if (wantsCsv(req)) {
    return await sendListCsv(req, res, {
      name: ["attribution", calendarDate(new Date(), service.options.timezone)],
      order,
      orders: ATTRIBUTION_CSV_ORDERS,
      fields,
      list: (page, config) =>
        service.listCampaignAttributions({ $and: [filters, page] }, config),
    })
  }
  const [attributions, count] = await service.listAndCountCampaignAttributions(
    filters,
    { select: fields, take: limit, skip: offset, order: orderBy(order) }
  )
  res.json({ attributions, count, offset, limit })
}
