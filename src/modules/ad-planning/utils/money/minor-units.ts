/**
 * Number of decimals of a currency's smallest unit: 2 for EUR, 0 for JPY, 3 for
 * KWD. Source: CLDR, through the runtime's Intl.
 *
 * @param currency - ISO 4217 code in any case
 * @throws RangeError if `currency` is not three letters
 * @example
 * minorUnitDigits("jpy") // 0
 */
export function minorUnitDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions()
  return maximumFractionDigits ?? 2
}
