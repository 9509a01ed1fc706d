import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { unmergePersonWorkflow } from "../../../../../../workflows/ad-planning/identity/unmerge-person"
import { idParam } from "../../../../../utils/id-param"

/** Takes a merge back, exactly. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const from = idParam(req, "Person")
  await unmergePersonWorkflow(req.scope).run({ input: { from } })
  res.json({ person_id: from })
}
