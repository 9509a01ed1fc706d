import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { unstorableReason } from "./validate"

/**
 * The id in the path.
 *
 * @param entity - what it is the id of, for the message
 * @throws MedusaError not_found for one that nothing can be stored under:
 *   PostgreSQL would not even look
 */
export function idParam(req: MedusaRequest, entity: string): string {
  const id = `${req.params.id}`
  if (unstorableReason(id)) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${entity} with id: ${id} was not found`
    )
  }
  return id
}
