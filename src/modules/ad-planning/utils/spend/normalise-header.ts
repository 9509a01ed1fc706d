/** A name of a column as names are compared, and what else it says. */
export interface HeaderName {
  name: string
  /** Of "Amount spent (EUR)": "eur". */
  currency: string | null
  /** Of "Start Date (in UTC)": "UTC". */
  time_zone: string | null
}

/**
 * A column's name in lower case, without accents, runs of spaces and what stands in
 * brackets at its end, where that is a currency or a time zone.
 *
 * @example
 * readHeaderName("Amount spent (EUR)") // { name: "amount spent", currency: "eur", time_zone: null }
 */
export function readHeaderName(header: string): HeaderName {
  const text = header.replace(/\s+/g, " ").trim()
  const [, before, inside] = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/.exec(text) ?? []
  const currency = /^(?:in )?([A-Za-z]{3})$/.exec(inside ?? "")?.[1]
  if (before && inside && currency && isCode(currency, inside)) {
    return {
      name: fold(before),
      currency: currency.toLowerCase(),
      time_zone: null,
    }
  }
  const zone = timeZoneOf(text)
  return zone && before
    ? { name: fold(before), currency: null, time_zone: zone }
    : { name: fold(text), currency: null, time_zone: null }
}

/** "(all)" is no currency, "(in UTC)" a time zone. */
function isCode(code: string, inside: string): boolean {
  return (
    code === code.toUpperCase() &&
    !(inside.startsWith("in ") && ["UTC", "GMT"].includes(code))
  )
}

/** The time zone that a title line or a column's name ends with. */
export function timeZoneOf(text: string): string | null {
  return (
    /\(in ((?:UTC|GMT)[+-]?[\d:]*|[A-Z][A-Za-z_]+\/[A-Za-z_/]+)\)/.exec(
      text
    )?.[1] ??
    /(?:time ?zone|zeitzone|fuseau horaire|zona horaria|fuso orario|fuso hor[aá]rio|tijdzone)\s*[:,]\s*"?([A-Za-z0-9_/+:-]+)/i.exec(
      text
    )?.[1] ??
    null
  )
}

/** As texts of columns are compared. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.:*"]/g, "")
    .replace(/[\s_]+/g, " ")
    .trim()
}
