/**
 * Holm's adjusted p values, in the order of the given ones; null stays null and
 * counts as a comparison that was made.
 *
 * @see Holm, Scandinavian Journal of Statistics 6 (1979), 65-70
 */
export function holm(values: (number | null)[]): (number | null)[] {
  const sorted = values
    .map((p, index) => ({ p: p ?? 1, index }))
    .toSorted((a, b) => a.p - b.p)
  const adjusted: (number | null)[] = values.map(() => null)
  let largest = 0
  sorted.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (values.length - rank)))
    adjusted[index] = values[index] === null ? null : largest
  })
  return adjusted
}
