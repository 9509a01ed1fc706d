import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { explainChurn } from "../../../../../../workflows/ad-planning/scores/explain-churn"
import { idParam } from "../../../../../utils/id-param"
import {
  PERSON_ENTITY,
  rejectUnknownPerson,
} from "../../../../../../workflows/ad-planning/identity/known-person"

/** Why a customer's risk is what it is, in two sentences and an action. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const person_id = idParam(req, PERSON_ENTITY)
  const [score] = await serviceOf(req.scope).listCustomerScores({
    person_id,
    score_type: "churn_risk",
  })
  if (!score) {
    await rejectUnknownPerson(req.scope, person_id)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Person ${person_id} has no churn risk: only buyers have one, once it is calculated`
    )
  }
  res.json({
    person_id,
    churn_risk: score.score_value,
    ...(await explainChurn(req.scope, score)),
  })
}
