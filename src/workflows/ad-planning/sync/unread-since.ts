// A transaction may commit after others that began later.
const OVERLAP_MS = 10 * 60_000

/** From when on a source has to be read again, by where its reconcile stands. */
export function unreadSince(cursor: Date): Date {
  return new Date(cursor.getTime() - OVERLAP_MS)
}
