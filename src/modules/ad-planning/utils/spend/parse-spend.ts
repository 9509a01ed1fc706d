import BigNumber from "bignumber.js"
import { z } from "zod"
import type { SpendDay } from "../../types"
import { isCurrency } from "./currencies"
import { addDays } from "./days"
import { platformName } from "./platform-name"
import { normaliseName } from "../text/normalise"

/** A line that cannot be kept, with what is wrong where. */
export interface SpendProblem {
  line: number
  field: string
  message: string
}

const MAX_NAME = 512
const DAYS_AHEAD = 1
/** A CSV has a text for every column: an empty one is an absent value. */
function dropBlanks(row: unknown): unknown {
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    return row
  }
  return Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) =>
        value !== null && !(typeof value === "string" && value.trim() === "")
    )
  )
}

const MAX_DECIMALS = 20

/** NaN for what is no decimal number; BigNumber itself also reads 0x1f. */
function readDecimal(value: unknown): BigNumber {
  const text = ["string", "number"].includes(typeof value)
    ? String(value).trim()
    : ""
  const number = new BigNumber(
    /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? text : Number.NaN
  )
  const isReadable = (number.decimalPlaces() ?? 0) <= MAX_DECIMALS
  return isReadable ? number : new BigNumber(Number.NaN)
}

const text = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z
    .string({ error: "is required" })
    .trim()
    .min(1)
    .max(MAX_NAME)
    .refine(
      (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
      "contains characters that cannot be stored"
    )
)
const amount = z.preprocess(
  (value) => (value === undefined ? undefined : readDecimal(value)),
  z
    .instanceof(BigNumber, { error: "is required" })
    .refine((value) => value.isFinite(), {
      error: "must be a number",
      abort: true,
    })
    .refine((value) => !value.isNegative(), "must not be negative")
    .refine((value) => value.lt(1e15), "is too large")
    .transform((value) => value.toFixed())
)
const count = amount.refine(
  (value) => !value.includes("."),
  "must be a whole number"
)
const externalId = z
  .unknown()
  .refine((value) => typeof value !== "number" || Number.isSafeInteger(value), {
    error: "is rounded: JSON holds whole numbers up to 2^53, write it as text",
    abort: true,
  })
  .pipe(text)
  .refine(
    (value) => !/^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i.test(value),
    "the spreadsheet has rounded this id"
  )
/** Year 0 is a day of ISO 8601, and none of PostgreSQL. */
const isCalendarDay = (value: string) =>
  value >= "0001-01-01" &&
  new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value

const lineSchema = z.strictObject({
  platform: text.transform(platformName),
  external_id: externalId.optional(),
  campaign: text,
  date: text
    .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), {
      error: "must be a date YYYY-MM-DD",
      abort: true,
    })
    .refine((value) => {
      const time = Date.parse(`${value}T00:00:00Z`)
      return Number.isNaN(time) ? false : isCalendarDay(value)
    }, "is no day of the calendar"),
  currency: text
    .refine((value) => /^[A-Za-z]{3}$/.test(value), {
      error: "must be an ISO 4217 code such as eur",
    })
    .transform((value) => value.toLowerCase())
    .refine(isCurrency, "is no currency of ISO 4217"),
  spend: amount,
  impressions: count.optional(),
  clicks: count.optional(),
  conversions: amount.optional(),
  value: amount.optional(),
})

/**
 * Reads the lines of a spend import: the good ones as facts, the bad ones with
 * line number, field and reason. Of lines with the same campaign, day and
 * currency the later one is a problem: one of the two would be lost.
 *
 * @param firstLine - the number of the first line, as the user counts it
 * @param today - YYYY-MM-DD in UTC; somewhere it is tomorrow already
 */
export function parseSpend(
  rows: unknown[],
  firstLine: number,
  today: string | null = null
): { lines: SpendDay[]; problems: SpendProblem[] } {
  const lines: SpendDay[] = []
  const problems: SpendProblem[] = []
  const seen = new Map<string, number>()
  rows.forEach((row, index) => {
    const line = firstLine + index
    const parsed = lineSchema.safeParse(dropBlanks(row))
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => problem(line, issue)))
      return
    }
    const fact = toLine(line, parsed.data)
    if (today !== null && fact.date > addDays(today, DAYS_AHEAD)) {
      problems.push({ line, field: "date", message: "is in the future" })
      return
    }
    const key = JSON.stringify([
      fact.platform,
      fact.external_id ?? `name:${normaliseName(fact.campaign)}`,
      fact.date,
      fact.currency,
    ])
    const former = seen.get(key)
    if (former !== undefined) {
      problems.push({
        line,
        field: "date",
        message: `repeats campaign, date and currency of line ${former}`,
      })
      return
    }
    seen.set(key, line)
    lines.push(fact)
  })
  return { lines, problems }
}

function problem(line: number, issue: z.core.$ZodIssue): SpendProblem {
  return issue.code === "unrecognized_keys"
    ? { line, field: issue.keys.join(", "), message: "is no known column" }
    : { line, field: issue.path.join("."), message: issue.message }
}

function toLine(line: number, row: z.infer<typeof lineSchema>): SpendDay {
  return {
    line,
    platform: row.platform,
    external_id: row.external_id ?? null,
    campaign: row.campaign,
    date: row.date,
    currency: row.currency,
    spend: row.spend,
    impressions: row.impressions ?? "0",
    clicks: row.clicks ?? "0",
    conversions: row.conversions ?? null,
    value: row.value ?? null,
  }
}
