import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { idParam } from "../../../../../utils/id-param"
import {
  PERSON_ENTITY,
  rejectUnknownPerson,
} from "../../../../../../workflows/ad-planning/identity/known-person"
import { orderBy } from "../../../../../utils/list-params"
import { JOURNEY_FIELDS } from "../../../journey/query-config"
import type { AdminGetInteractionsParamsType } from "../../validators"

/** All touchpoints of a person as a list, with their campaigns' names. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const person_id = idParam(req, PERSON_ENTITY)
  const { limit, offset, order, ...filters } =
    req.validatedQuery as AdminGetInteractionsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [touchpoints, count] = await service.listAndCountCustomerJourneys(
    { person_id, ...filters },
    {
      select: [...JOURNEY_FIELDS],
      order: { ...orderBy(order), id: order === "timestamp" ? "ASC" : "DESC" },
      take: limit,
      skip: offset,
    }
  )
  if (count === 0) {
    await rejectUnknownPerson(req.scope, person_id)
  }
  const campaigns = await service.campaigns.campaignsById(
    touchpoints.flatMap(({ ad_campaign_id }) => ad_campaign_id ?? [])
  )
  res.json({
    interactions: touchpoints.map((touchpoint) => {
      const campaign = campaigns.get(touchpoint.ad_campaign_id ?? "")
      return {
        ...touchpoint,
        ad_campaign: campaign ? { id: campaign.id, name: campaign.name } : null,
      }
    }),
    count,
    offset,
    limit,
  })
}
