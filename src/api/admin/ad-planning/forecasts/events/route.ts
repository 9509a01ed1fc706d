import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { createForecastEventsWorkflow } from "../../../../../workflows/ad-planning/forecasting/create-forecast-events"
import { orderBy } from "../../../../utils/list-params"
import { refuseUnknownCampaigns } from "../frame"
import type {
  AdminCreateForecastEventType,
  AdminGetForecastEventsParamsType,
} from "../validators"

/** Promotions and holidays that forecasts know of. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "-starts_on",
    fields,
    ...filters
  } = req.validatedQuery as AdminGetForecastEventsParamsType
  const service = serviceOf(req.scope)
  const [events, count] = await service.listAndCountAdPlanningForecastEvents(
    filters,
    { select: fields, take: limit, skip: offset, order: orderBy(order) }
  )
  res.json({ events, count, offset, limit })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateForecastEventType>,
  res: MedusaResponse
) => {
  const { ad_campaign_id } = req.validatedBody
  await refuseUnknownCampaigns(
    req.scope,
    ad_campaign_id ? [ad_campaign_id] : []
  )
  const { result } = await createForecastEventsWorkflow(req.scope).run({
    input: { events: [req.validatedBody] },
  })
  const event = await serviceOf(req.scope).retrieveAdPlanningForecastEvent(
    result.ids[0]!
  )
  res.json({ event })
}
