import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../../lib/error-message"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import {
  type PendingWork,
  pendingState,
} from "../../../modules/ad-planning/types"

/** Everything of this kind is to be done again: more failed than can be named. */
export const EVERYTHING = "everything"

// Beyond this many, one id stands for all of them.
const MAX_NAMED = 400

/**
 * Does what is no fact: telling the host, announcing. Its failure undoes nothing: it
 * is logged once with its ids, stands in `GET /admin/ad-planning/health`, and is made
 * good by `retry-pending-work`.
 *
 * @param ids - what to do again
 * @returns null when it failed
 */
export async function asCourtesy<Result>(
  container: MedusaContainer,
  name: PendingWork,
  ids: string[],
  work: () => Promise<Result>
): Promise<Result | null> {
  try {
    return await work()
  } catch (error) {
    const named = ids.length > MAX_NAMED ? [EVERYTHING] : ids
    const message = `${name} ${named.slice(0, 5).join(", ")}: ${errorMessage(error)}`
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`ad-planning: ${message}`)
    await serviceOf(container).sync.failSync(pendingState(name), {
      message,
      ids: named,
      now: new Date(),
    })
    return null
  }
}
