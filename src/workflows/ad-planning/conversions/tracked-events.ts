/**
 * What is announced of conversions that were counted for the first time: one
 * event for those that were committed together, none for none.
 */
export function trackedEvents({ created_ids }: { created_ids: string[] }) {
  return created_ids.length > 0
    ? [{ id: created_ids.length === 1 ? created_ids[0]! : created_ids }]
    : []
}
