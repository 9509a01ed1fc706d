import type { MedusaContainer } from "@medusajs/framework/types"
import type { SyncSource } from "../modules/ad-planning/types"
import { errorMessage } from "../lib/error-message"
import { reconcileSourceWorkflow } from "../workflows/ad-planning/sync/reconcile-source"

/**
 * Reconciles sources one after the other, in the order given; one that fails holds
 * up no other.
 *
 * @throws Error with what failed, after all of them
 */
export async function reconcileSources(
  container: MedusaContainer,
  sources: readonly SyncSource[],
  { createdSince }: { createdSince?: Date } = {}
): Promise<Partial<Record<SyncSource, number>>> {
  const rows: Partial<Record<SyncSource, number>> = {}
  const failures: unknown[] = []
  for (const source of sources) {
    try {
      const { result } = await reconcileSourceWorkflow(container).run({
        input: { source, created_since: createdSince?.toISOString() },
      })
      rows[source] = result.rows
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) {
    throw new Error(failures.map(errorMessage).join("; "), {
      cause: failures[0],
    })
  }
  return rows
}
