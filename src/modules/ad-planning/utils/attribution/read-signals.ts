import {
  CLICK_ID_NAMES,
  UTM_FIELDS,
  type ClickIds,
  type UtmValues,
} from "../../types"
import { cleanText } from "../text/normalise"

/** The utm values of any record: an order's metadata, a session, a query. */
export function readUtm(record: Record<string, unknown>): UtmValues {
  return {
    utm_source: cleanText(record.utm_source),
    utm_medium: cleanText(record.utm_medium),
    utm_campaign: cleanText(record.utm_campaign),
    utm_term: cleanText(record.utm_term),
    utm_content: cleanText(record.utm_content),
    utm_id: cleanText(record.utm_id),
  }
}

/** Each under its own name, or that in lower case: some shops lower all of an address. */
export function readClickIds(record: Record<string, unknown>): ClickIds {
  const ids: ClickIds = {}
  for (const name of CLICK_ID_NAMES) {
    const value =
      cleanText(record[name]) ?? cleanText(record[name.toLowerCase()])
    if (value !== null) {
      ids[name] = value
    }
  }
  return ids
}

/** The known parameters of a query string; unknown ones are not looked at. */
export function readQuery(queryString: string | null): {
  utm: UtmValues
  click_ids: ClickIds
} {
  const query = new URLSearchParams(queryString ?? "")
  const known = Object.fromEntries(
    [...UTM_FIELDS, ...CLICK_ID_NAMES].map((name) => [
      name,
      query.get(name) || query.get(name.toLowerCase()),
    ])
  )
  return { utm: readUtm(known), click_ids: readClickIds(known) }
}
