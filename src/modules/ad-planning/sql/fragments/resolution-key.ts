import type { ClickIdName } from "../../types"
import type { ResolvableTouch } from "../../utils/attribution-resolver"

/**
 * What decides a touch's campaign; see `ResolvableTouch`. Of click ids only the
 * names, of the referrer only the host, and that only where it may say the network:
 * so that few questions are asked for many touches. The day is among it because a
 * campaign takes no touch of a day it did not run.
 */
const PARTS = {
  platform: (touch: string) => `${touch}.platform`,
  website_id: (touch: string) => `${touch}.website_id`,
  utm_source: (touch: string) => `${touch}.utm_source`,
  utm_campaign: (touch: string) => `${touch}.utm_campaign`,
  utm_id: (touch: string) => `${touch}.utm_id`,
  utm_content: (touch: string) => `${touch}.utm_content`,
  utm_term: (touch: string) => `${touch}.utm_term`,
  clicked: (touch: string) =>
    `CASE WHEN ${touch}.click_ids <> '{}'
                   THEN jsonb_path_query_array(${touch}.click_ids, '$.keyvalue().key') END`,
  referrer: (touch: string) =>
    `CASE WHEN ${touch}.utm_source IS NULL AND ${touch}.platform = 'generic' AND ${touch}.click_ids = '{}'
                   THEN split_part(${touch}.referrer, '/', CASE WHEN ${touch}.referrer LIKE '%://%' THEN 3 ELSE 1 END) END`,
  day: (touch: string) => `(${touch}.started_at AT TIME ZONE 'UTC')::date`,
}

/** One text, a JSON list, for all touches that must get the same campaign. */
export function resolutionKey(touch: string): string {
  const parts = Object.values(PARTS).map((part) => part(touch))
  return `jsonb_build_array(${parts.join(", ")})::text`
}

type KeyedTouch = Omit<ResolvableTouch, "claims_campaign" | "started_at">

/** What the touches of a key have in common. */
export function readResolutionKey(key: string): KeyedTouch {
  const values = JSON.parse(key) as unknown[]
  const parts = Object.keys(PARTS).map((name, at) => [name, values[at]])
  const { clicked, ...touch } = Object.fromEntries(parts) as KeyedTouch & {
    clicked: ClickIdName[] | null
  }
  const names = (clicked ?? []).map((name) => [name, name])
  return { ...touch, click_ids: Object.fromEntries(names) }
}
