import {
  restoreSnapshotSql,
  type Snapshot,
  snapshotNames,
} from "../sql/sync/snapshots"
import type { AdPlanningOptions } from "../types"
import { eraseRows } from "./erase-rows"
import { type SqlContext, write } from "./sql-context"
import { findErased } from "./suppression"

/**
 * Puts the rows of a snapshot back; what it replaces has to be gone. Somebody who
 * was erased after it was taken stays erased.
 */
export async function putBack(
  context: SqlContext,
  snapshot: Snapshot,
  { secret, identity }: Pick<AdPlanningOptions, "secret" | "identity">
): Promise<void> {
  for (const statement of restoreSnapshotSql(snapshot)) {
    await write(context, statement)
  }
  const erased = await findErased(context, snapshotNames(snapshot), secret)
  if (!erased.isEmpty) {
    await eraseRows(context, erased, identity.max_persons_per_visitor)
  }
}
