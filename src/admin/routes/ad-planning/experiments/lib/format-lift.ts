/** 0.123 as +12.3 %; a lift that is not known as a dash. */
export function formatLift(lift: number | null, locale: string): string {
  return lift === null
    ? "–"
    : new Intl.NumberFormat(locale, {
        style: "percent",
        signDisplay: "exceptZero",
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }).format(lift)
}

/** A p value as it is read: 0.0123, < 0.0001, or a dash. */
export function formatP(p: number | null, locale: string): string {
  if (p === null) {
    return "–"
  }
  const format = (value: number) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: 4,
      maximumFractionDigits: 4,
    }).format(value)
  return p < 0.0001 ? `< ${format(0.0001)}` : format(p)
}
