import type { Alias, UnresolvedValue } from "./api-types"

interface AliasedValue {
  kind: Alias["kind"]
  value: string
  website_id?: string
}

/**
 * What of an unresolved value can be settled: its campaign's name, else its id.
 * Null for a paid click that brought neither.
 */
export function aliasOf(
  row: Pick<UnresolvedValue, "utm_campaign" | "utm_id" | "website_id">
): AliasedValue | null {
  const website = row.website_id === null ? {} : { website_id: row.website_id }
  if (row.utm_campaign) {
    return { kind: "utm_campaign", value: row.utm_campaign, ...website }
  }
  return row.utm_id ? { kind: "utm_id", value: row.utm_id, ...website } : null
}

/** What is one row of the queue. */
export function unresolvedKey(row: UnresolvedValue): string {
  const { utm_campaign, utm_id, utm_source, website_id, platform } = row
  return JSON.stringify([
    utm_campaign,
    utm_id,
    utm_source,
    website_id,
    platform,
    row.unresolved_reason,
  ])
}
