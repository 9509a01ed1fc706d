const MISSING = "–"

/** An amount in its currency, in the reader's way of writing. */
export function formatMoney(
  amount: number | null | undefined,
  currency: string,
  locale: string,
  { isCompact = false, isSigned = false } = {}
): string {
  return format(amount, locale, {
    style: "currency",
    currency: currency.toUpperCase(),
    ...signed(isSigned),
    ...(isCompact ? { notation: "compact", maximumFractionDigits: 1 } : {}),
  })
}

/** A count, also a fractional one. */
export function formatCount(
  count: number | null | undefined,
  locale: string,
  { isSigned = false } = {}
): string {
  return format(count, locale, {
    maximumFractionDigits: 1,
    ...signed(isSigned),
  })
}

/** A ratio such as ROAS: 3.41. */
export function formatRatio(
  ratio: number | null | undefined,
  locale: string,
  { isSigned = false } = {}
): string {
  return format(ratio, locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    ...signed(isSigned),
  })
}

/** A share such as 0.825: 82.5 %. */
export function formatShare(
  share: number | null | undefined,
  locale: string,
  { isSigned = false, digits = 1 } = {}
): string {
  return format(share, locale, {
    style: "percent",
    maximumFractionDigits: digits,
    ...signed(isSigned),
  })
}

/** A calendar day, YYYY-MM-DD, whatever the reader's own time zone. */
export function formatDay(
  date: string,
  locale: string,
  { hasYear = true } = {}
): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    ...(hasYear ? { year: "numeric" } : {}),
  })
}

/** An instant in the store's time zone. */
export function formatInstant(
  instant: string | Date,
  locale: string,
  timeZone?: string
): string {
  return new Date(instant).toLocaleString(locale, {
    timeZone,
    dateStyle: "medium",
    timeStyle: "short",
  })
}

/** The time of day in the store's time zone. */
export function formatTime(
  instant: string,
  locale: string,
  timeZone: string
): string {
  return new Date(instant).toLocaleTimeString(locale, {
    timeZone,
    timeStyle: "short",
  })
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const

/** How long something took, in words of its largest unit: 2.5 hours. */
export function formatDuration(
  seconds: number | null | undefined,
  locale: string
): string {
  const [unit, length] =
    UNITS.find((candidate) => candidate[1] <= (seconds ?? 0)) ?? UNITS[3]
  return format(
    typeof seconds === "number" ? seconds / length : seconds,
    locale,
    {
      style: "unit",
      unit,
      unitDisplay: "long",
      maximumFractionDigits: unit === "second" ? 0 : 1,
    }
  )
}

/** A number of whole days, also more than a year of them: 14 days. */
export function formatDays(days: number, locale: string): string {
  return format(days, locale, {
    style: "unit",
    unit: "day",
    unitDisplay: "long",
  })
}

/** How far `current` is from `former`; null when there is nothing to divide by. */
export function changeOf(
  current: number | null | undefined,
  former: number | null | undefined
): number | null {
  return typeof current === "number" && former
    ? (current - former) / Math.abs(former)
    : null
}

function signed(isSigned: boolean): Intl.NumberFormatOptions {
  return isSigned ? { signDisplay: "exceptZero" } : {}
}

function format(
  value: number | null | undefined,
  locale: string,
  options: Intl.NumberFormatOptions
): string {
  return typeof value === "number" && Number.isFinite(value)
    ? new Intl.NumberFormat(locale, options).format(value)
    : MISSING
}
