import { randomUUID } from "node:crypto"
import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { answerNps } from "../../../../../runners/answer-nps"
import type { AdminCreateNpsAnswerType } from "../validators"

/** Takes an answer on 0 to 10 that was given elsewhere. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateNpsAnswerType>,
  res: MedusaResponse
) => {
  const { id = randomUUID(), comment = null, ...body } = req.validatedBody
  await answerNps(req.scope, {
    ...body,
    id,
    comment,
    answered_at: body.answered_at ?? new Date().toISOString(),
  })
  const [answer] = await serviceOf(req.scope).listAdPlanningRatings(
    { source_type: "nps_answer", source_id: id },
    {
      select: [
        "id",
        "source_id",
        "person_id",
        "order_id",
        "scale",
        "value",
        "comment",
        "answered_at",
      ],
    }
  )
  if (!answer) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "the customer was erased: their answer is not kept"
    )
  }
  res.json({ answer })
}
