import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { deleteAliasWorkflow } from "../../../../../../workflows/ad-planning/attribution/delete-alias"
import { idParam } from "../../../../../utils/id-param"
import { ALIAS_ENTITY } from "../query-config"

/** Forgets what a utm value means: its touches get what the rules say without it. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, ALIAS_ENTITY)
  const { result } = await deleteAliasWorkflow(req.scope).run({
    input: { id, actor_id: req.auth_context.actor_id },
  })
  res.json({
    id,
    object: "campaign_alias",
    deleted: true,
    changes: result.changes,
  })
}
