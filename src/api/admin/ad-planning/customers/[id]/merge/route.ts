import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { mergePersonsWorkflow } from "../../../../../../workflows/ad-planning/identity/merge-persons"
import { idParam } from "../../../../../utils/id-param"
import type { AdminMergePersonsType } from "../../validators"

/** Everything of this person becomes another one's, until it is unmerged. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminMergePersonsType>,
  res: MedusaResponse
) => {
  const from = idParam(req, "Person")
  const { into } = req.validatedBody
  await mergePersonsWorkflow(req.scope).run({ input: { from, into } })
  res.json({ person_id: into, merged_person_id: from })
}
