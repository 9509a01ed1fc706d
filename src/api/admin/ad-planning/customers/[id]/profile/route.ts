import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { readPerson } from "../../../../../../sources/read-person"
import { SCORE_FIELDS } from "../../../scores/query-config"
import { withPlaces } from "../../../scores/with-places"
import { sentimentOfPerson } from "../../sentiment-of-person"
import { idParam } from "../../../../../utils/id-param"
import {
  PERSON_ENTITY,
  rejectUnknownPerson,
} from "../../../../../../workflows/ad-planning/identity/known-person"

/** Who somebody is, as far as the shop knows, and what brought them. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const person_id = idParam(req, PERSON_ENTITY)
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [person, facts, scores, memberships, sentiment] = await Promise.all([
    readPerson(req.scope, person_id),
    service.identity.personProfile(person_id),
    service.listCustomerScores(
      { person_id },
      { select: [...SCORE_FIELDS], order: { score_type: "ASC" } }
    ),
    service.listSegmentMembers(
      { person_id },
      { relations: ["segment"], order: { added_at: "ASC" }, take: null }
    ),
    sentimentOfPerson(service, person_id),
  ])
  if (!person && facts.touchpoints === 0) {
    await rejectUnknownPerson(req.scope, person_id)
  }
  res.json({
    profile: {
      person_id,
      person,
      ...facts,
      scores: await withPlaces(req.scope, scores),
      segments: memberships.map(({ segment, added_at, added_reason }) => ({
        id: segment.id,
        name: segment.name,
        added_at,
        added_reason,
      })),
      sentiment,
    },
  })
}
