import BigNumber from "bignumber.js"
import { NUMBER_FORMATS, type NumberFormat } from "../../types"

const GROUPS: Record<NumberFormat, string[]> = {
  "1,234.56": [",", " ", "'"],
  "1.234,56": [".", " ", "'"],
}
const DECIMAL: Record<NumberFormat, string> = {
  "1,234.56": ".",
  "1.234,56": ",",
}
const MAX_DECIMALS = 20

/** What a cell says as a number, by each way of writing them; null = not by this one. */
export type NumberReadings = Record<NumberFormat, BigNumber | null>

/** A number as it stands, without what belongs to its currency. */
export interface NumberText {
  body: string
  isNegative: boolean
  /** "€", "US$", "EUR": what stands beside the number. */
  sign: string | null
}

const SIGN = String.raw`[\p{L}\p{Sc}][\p{L}\p{Sc}.]{0,3}`
const NUMBER_TEXT = new RegExp(
  `^(\\()?([-+\u2212])?\\s*(${SIGN})?\\s*([-+\u2212])?\\s*([\\d.,][\\d.,' ]*?(?:[eE][-+]?\\d+)?)\\s*(${SIGN})?\\s*([-\u2212])?(\\))?$`,
  "u"
)

/** Null for what is no number at all. */
export function readNumberText(text: string): NumberText | null {
  const plain = text
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/[\u2019\u02bc\u00b4`]/g, "'")
    .trim()
  const match = NUMBER_TEXT.exec(plain)
  if (!match || !/\d/.test(match[5] ?? "")) {
    return null
  }
  const [, open, first, before, second, body, after, last, close] = match
  if (Boolean(open) !== Boolean(close) || (before && after)) {
    return null
  }
  const minus = [first, second, last].filter((sign) => sign && sign !== "+")
  return {
    body: body!,
    isNegative: minus.length === 1 || Boolean(open),
    sign: before ?? after ?? null,
  }
}

/**
 * A number by both ways of writing it. Spaces and apostrophes group in either; a
 * group has three digits, or two as in India.
 */
export function readNumber(text: string): NumberReadings | null {
  const number = readNumberText(text)
  if (!number) {
    return null
  }
  const [point, comma] = NUMBER_FORMATS.map((format) => {
    const digits = digitsOf(number.body, format)
    const value = digits === null ? null : new BigNumber(digits)
    return value?.isFinite() && (value.decimalPlaces() ?? 0) <= MAX_DECIMALS
      ? number.isNegative
        ? value.negated()
        : value
      : null
  })
  return point || comma
    ? { "1,234.56": point ?? null, "1.234,56": comma ?? null }
    : null
}

function digitsOf(body: string, format: NumberFormat): string | null {
  const [mantissa, exponent, ...more] = body.split(/e/i)
  const [whole, part, ...rest] = mantissa!.split(DECIMAL[format])
  if (more.length > 0 || rest.length > 0 || (part && !/^\d+$/.test(part))) {
    return null
  }
  const digits = whole === "" && part ? "0" : ungroup(whole!, format)
  return digits === null || part === ""
    ? null
    : `${digits}${part ? `.${part}` : ""}${exponent ? `e${exponent}` : ""}`
}

function ungroup(whole: string, format: NumberFormat): string | null {
  if (/^\d+$/.test(whole)) {
    return whole
  }
  for (const group of GROUPS[format]) {
    const parts = whole.split(group)
    const [first, ...others] = parts
    const last = others.at(-1)
    const isGrouped =
      /^[1-9]\d{0,2}$/.test(first!) &&
      others.every((part) => /^\d{3}$/.test(part))
    const isIndian =
      group === "," &&
      /^[1-9]\d?$/.test(first!) &&
      /^\d{3}$/.test(last ?? "") &&
      others.slice(0, -1).every((part) => /^\d{2}$/.test(part))
    if (others.length > 0 && (isGrouped || isIndian)) {
      return parts.join("")
    }
  }
  return null
}
