import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { idParam } from "../../../../../utils/id-param"
import {
  PERSON_ENTITY,
  rejectUnknownPerson,
} from "../../../../../../workflows/ad-planning/identity/known-person"
import { SCORE_FIELDS } from "../../query-config"
import { withPlaces } from "../../with-places"

/** All scores of one customer, and what they were. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const person_id = idParam(req, PERSON_ENTITY)
  const service = serviceOf(req.scope)
  const [rows, history] = await Promise.all([
    service.listCustomerScores(
      { person_id },
      { select: [...SCORE_FIELDS], order: { score_type: "ASC" } }
    ),
    service.listAdPlanningScoreHistories(
      { person_id },
      {
        select: ["score_type", "score_value", "calculated_at"],
        order: { calculated_at: "ASC", score_type: "ASC" },
        take: null,
      }
    ),
  ])
  if (rows.length === 0) {
    await rejectUnknownPerson(req.scope, person_id)
  }
  res.json({
    person_id,
    scores: await withPlaces(req.scope, rows),
    history: history.map(({ score_type, score_value, calculated_at }) => ({
      score_type,
      score_value,
      calculated_at,
    })),
  })
}
