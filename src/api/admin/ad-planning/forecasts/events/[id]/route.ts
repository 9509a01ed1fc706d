import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { idParam } from "../../../../../utils/id-param"

const ENTITY = "AdPlanningForecastEvent"

/** Forgets an event: it moves no forecast any more. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = serviceOf(req.scope)
  const id = idParam(req, ENTITY)
  await service.retrieveAdPlanningForecastEvent(id)
  await service.deleteAdPlanningForecastEvents([id])
  res.json({ id, object: "forecast_event", deleted: true })
}
