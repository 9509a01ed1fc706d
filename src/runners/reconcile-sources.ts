import type { MedusaContainer } from "@medusajs/framework/types"
import type { SyncSource } from "../modules/ad-planning/types"
import { reconcileSourceWorkflow } from "../workflows/ad-planning/sync/reconcile-source"

/** Reconciles sources one after the other, in the order given. */
export async function reconcileSources(
  container: MedusaContainer,
  sources: readonly SyncSource[],
  { createdSince }: { createdSince?: Date } = {}
): Promise<Partial<Record<SyncSource, number>>> {
  const rows: Partial<Record<SyncSource, number>> = {}
  for (const source of sources) {
    const { result } = await reconcileSourceWorkflow(container).run({
      input: { source, created_since: createdSince?.toISOString() },
    })
    rows[source] = result.rows
  }
  return rows
}
