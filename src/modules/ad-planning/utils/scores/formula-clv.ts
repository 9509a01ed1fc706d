const DAYS_PER_YEAR = 365

/**
 * The plan's formula: average order value x orders per year x years. A younger
 * customer than a year counts as one: one order last week is not fifty a year.
 *
 * @param averageOrderValue - of orders with a net value above 0; 0 without any
 * @param orders - uncancelled orders
 * @param tenureDays - days since the first one
 * @param retentionYears - how long they stay; 1 = the next 12 months
 * @returns money, in the value's currency
 * @example
 * formulaClv(50, 2, 0, 1) // 100: two orders a year
 */
export function formulaClv(
  averageOrderValue: number,
  orders: number,
  tenureDays: number,
  retentionYears: number
): number {
  const perYear = (orders * DAYS_PER_YEAR) / Math.max(tenureDays, DAYS_PER_YEAR)
  return averageOrderValue * perYear * retentionYears
}
