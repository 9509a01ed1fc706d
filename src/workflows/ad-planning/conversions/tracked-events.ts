/** One payload per conversion that was counted for the first time. */
export function trackedEvents({ created_ids }: { created_ids: string[] }) {
  return created_ids.map((id) => ({ id }))
}
