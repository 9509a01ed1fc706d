/** A ratio, or null where the divisor is 0: there is no such number then. */
export function ratio(dividend: number, divisor: number): number | null {
  return divisor === 0 ? null : dividend / divisor
}
