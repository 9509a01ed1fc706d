import {
  CLICK_ID_NAMES,
  UTM_FIELDS,
  type ClickIds,
  type UtmValues,
} from "../../types"
import { cleanText } from "../text/normalise"
import { parameterName, readableText } from "./readable-text"

/** In which Google's auto-tagging says the campaign's own id. */
const CAMPAIGN_ID_PARAMETER = "gad_campaignid"

/**
 * The utm values of any record: an order's metadata, a session, a query. Names may be
 * in any case. Of a value that is there more than once, as in an array, the first
 * filled one is taken. Google's own campaign id stands for a `utm_id` that is not there.
 */
export function readUtm(record: Record<string, unknown>): UtmValues {
  const values = namedValues(record)
  const read = (name: string) =>
    firstText([record[name], values.get(name)], readableText)
  const utm = Object.fromEntries(UTM_FIELDS.map((name) => [name, read(name)]))
  return {
    utm_source: utm.utm_source ?? null,
    utm_medium: utm.utm_medium ?? null,
    utm_campaign: utm.utm_campaign ?? null,
    utm_term: utm.utm_term ?? null,
    utm_content: utm.utm_content ?? null,
    utm_id: utm.utm_id ?? read(CAMPAIGN_ID_PARAMETER),
  }
}

/** Each under its own name, else that in any case. They are taken as they are. */
export function readClickIds(record: Record<string, unknown>): ClickIds {
  const values = namedValues(record)
  const ids: ClickIds = {}
  for (const name of CLICK_ID_NAMES) {
    const value = firstText(
      [record[name], values.get(name.toLowerCase())],
      asItIs
    )
    if (value !== null) {
      ids[name] = value
    }
  }
  return ids
}

/**
 * The known parameters of a query string, with or without `?`, or of a fragment;
 * unknown ones are not looked at.
 */
export function readQuery(queryString: string | null): {
  utm: UtmValues
  click_ids: ClickIds
} {
  const record = queryRecord(queryString ?? "")
  return { utm: readUtm(record), click_ids: readClickIds(record) }
}

function queryRecord(text: string): Record<string, unknown> {
  const record = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(text.replaceAll("#", "&"))) {
    // All of it was encoded: `utm_source%3Dgoogle%26utm_medium%3Dcpc`.
    const isWhole = value === "" && /[=&]/.test(name)
    for (const [key, part] of isWhole
      ? new URLSearchParams(readableText(name))
      : [[name, value] as const]) {
      record.set(key, [...(record.get(key) ?? []), part])
    }
  }
  return Object.fromEntries(record)
}

function namedValues(record: Record<string, unknown>): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>()
  for (const [key, value] of Object.entries(record)) {
    const name = parameterName(key)
    values.set(name, [...(values.get(name) ?? []), value].flat())
  }
  return values
}

function firstText(
  found: unknown[],
  read: (text: string) => string
): string | null {
  for (const value of found.flat(2)) {
    const text =
      typeof value === "string" ? cleanText(read(value)) : cleanText(value)
    if (text !== null) {
      return text
    }
  }
  return null
}

function asItIs(text: string): string {
  return text
}
