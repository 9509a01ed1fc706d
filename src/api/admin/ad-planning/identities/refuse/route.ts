import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refuseIdentityWorkflow } from "../../../../../workflows/ad-planning/identity/refuse-identity"
import { REFUSAL_ENTITY, REFUSAL_FIELDS } from "../query-config"
import type { AdminRefuseIdentityType } from "../validators"

/** Says that an identifier names nobody, and takes it from whom it named. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminRefuseIdentityType>,
  res: MedusaResponse
) => {
  const { result } = await refuseIdentityWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: REFUSAL_ENTITY,
    fields: [...REFUSAL_FIELDS],
    filters: { ...result, status: "refused" },
  })
  res.json({ refused: data[0] })
}
