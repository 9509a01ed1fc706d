/** Whether a scope names nothing at all. */
export function isEmpty(scope: object): boolean {
  return Object.values(scope).every(
    (list) => Array.isArray(list) && list.length === 0
  )
}
