import type AdPlanningService from "../../../../../modules/ad-planning/service"
import type { AliasKind } from "../../../../../modules/ad-planning/types"

interface AliasRow {
  id: string
  kind: AliasKind
  normalised_value: string
  website_id: string
  ad_campaign_id: string
  created_by: string | null
  created_at: Date
}

/** Aliases as they are answered: with their campaign and what they explain. */
export async function describeAliases(
  service: AdPlanningService,
  rows: AliasRow[]
) {
  const [campaigns, touches] = await Promise.all([
    service.campaigns.campaignsById([
      ...new Set(rows.map((row) => row.ad_campaign_id)),
    ]),
    service.aliases.countAliasTouches(rows),
  ])
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    normalised_value: row.normalised_value,
    website_id: row.website_id === "" ? null : row.website_id,
    ad_campaign_id: row.ad_campaign_id,
    campaign_name: campaigns.get(row.ad_campaign_id)?.name ?? null,
    created_by: row.created_by,
    created_at: row.created_at,
    touches: touches.get(row) ?? 0,
  }))
}
