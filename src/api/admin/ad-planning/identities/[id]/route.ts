import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { revokeIdentityLinkWorkflow } from "../../../../../workflows/ad-planning/identity/revoke-identity-link"
import { idParam } from "../../../../utils/id-param"
import { LINK_ENTITY } from "../query-config"

/** Undoes a link. It is kept, revoked, so that the same fact does not remake it. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, LINK_ENTITY)
  await revokeIdentityLinkWorkflow(req.scope).run({ input: { link_id: id } })
  res.json({ id, object: "identity", deleted: true })
}
