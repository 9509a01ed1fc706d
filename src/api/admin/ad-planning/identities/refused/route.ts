import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { orderBy } from "../../../../utils/list-params"
import { REFUSAL_ENTITY, REFUSAL_FIELDS } from "../query-config"
import type { AdminGetRefusedParamsType } from "../validators"

/** Identifiers that name nobody: refused by the store, or shared by many. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields, ...filters } =
    req.validatedQuery as AdminGetRefusedParamsType
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: refused, metadata } = await query.graph({
    entity: REFUSAL_ENTITY,
    fields: fields ?? [...REFUSAL_FIELDS],
    filters,
    pagination: {
      take: limit,
      skip: offset,
      order: orderBy(order ?? "-created_at"),
    },
  })
  res.json({ refused, count: metadata?.count ?? 0, offset, limit })
}
