import type {
  CampaignFact,
  ConversionScope,
  SqlStatement,
  SuppressionKind,
} from "../../types"
import { type NamedRow, type Names, namesOf } from "../../utils/identity/erased"
import { IS_DERIVED } from "../identity/derive-links"
import { journeyKeyOf } from "../fragments/forget-journeys"
import { JSON_LIST } from "../fragments/json-list"
import { MANUAL_TOUCH } from "../fragments/manual-touch"
import type { AliasKey } from "../attribution/upsert-alias"

/** Rows as they were, as one JSON text: what a compensation puts back. */
export type Snapshot = string

type SnapshotRows = {
  statuses?: { kind: SuppressionKind; value: string }[] | null
  links?: { kind: SuppressionKind; value: string; person_id: string }[] | null
} & Partial<
  Record<Exclude<keyof typeof TABLES, "links" | "statuses">, NamedRow[] | null>
>

const TABLES = {
  conversions: "conversion",
  journeys: "customer_journey",
  ratings: "ad_planning_rating",
  adjustments: "ad_planning_conversion_adjustment",
  lines: "ad_planning_order_line",
  changes: "ad_planning_attribution_change",
  touches: "campaign_attribution",
  campaigns: "ad_planning_campaign",
  metrics: "ad_planning_campaign_metric",
  links: "ad_planning_identity_link",
  statuses: "ad_planning_identity_status",
  aliases: "ad_planning_campaign_alias",
} as const

/** The touchpoints of conversions. */
function journeysOf(conversions: string): string {
  return `(SELECT jsonb_agg(journey)
                       FROM customer_journey journey
                       JOIN (SELECT ${journeyKeyOf(conversions)} FROM ${conversions}) told
                      USING (source_type, source_id))`
}

/** The keys that persons' choices for conversions have. */
function choiceKeysOf(conversions: string): string {
  return `ARRAY(SELECT '${MANUAL_TOUCH}' || idempotency_key FROM ${conversions})`
}

/** What moved conversions from campaign to campaign. */
function changesOf(conversions: string): string {
  return `(SELECT jsonb_agg(change) FROM ad_planning_attribution_change change
                     WHERE conversion_id IN (SELECT id FROM ${conversions}) AND deleted_at IS NULL)`
}

/** Everything that the purchases of these orders consist of. */
export function snapshotPurchasesSql(orderIds: string[]): SqlStatement {
  const ids = JSON.stringify(orderIds)
  return {
    sql: `
      WITH purchase AS (
        SELECT * FROM conversion
         WHERE conversion_type = 'purchase' AND order_id = ANY(${JSON_LIST})
      )
      SELECT jsonb_build_object(
        'conversions', (SELECT jsonb_agg(purchase) FROM purchase),
        'adjustments', (SELECT jsonb_agg(adjustment) FROM ad_planning_conversion_adjustment adjustment
                         WHERE conversion_id IN (SELECT id FROM purchase)),
        'lines', (SELECT jsonb_agg(line) FROM ad_planning_order_line line WHERE order_id = ANY(${JSON_LIST})),
        'changes', ${changesOf("purchase")},
        'journeys', ${journeysOf("purchase")},
        'touches', (SELECT jsonb_agg(touch) FROM campaign_attribution touch
                     WHERE (source = 'order' AND order_id = ANY(${JSON_LIST}))
                        OR touch_key = ANY(${choiceKeysOf("purchase")}))
      )::text AS snapshot`,
    params: [ids, ids, ids],
  }
}

/** The conversions in scope, and the touches that those of `keys` carry. */
export function snapshotConversionsSql(scope: ConversionScope): SqlStatement {
  return {
    sql: `
      WITH row AS (
        SELECT * FROM conversion WHERE idempotency_key = ANY(${JSON_LIST})
        UNION
        SELECT * FROM conversion
         WHERE deleted_at IS NULL AND conversion_type = 'purchase' AND order_id = ANY(${JSON_LIST})
        UNION
        SELECT * FROM conversion
         WHERE deleted_at IS NULL AND conversion_type = 'lead_form_submission'
           AND (email_hash = ANY(${JSON_LIST}) OR visitor_id = ANY(${JSON_LIST})
                OR session_id = ANY(${JSON_LIST}))
      )
      SELECT jsonb_build_object(
        'conversions', (SELECT jsonb_agg(row) FROM row),
        'changes', ${changesOf("row")},
        'journeys', ${journeysOf("row")},
        'touches', (SELECT jsonb_agg(touch) FROM campaign_attribution touch
                     WHERE touch_key = ANY(${JSON_LIST}) OR touch_key = ANY(${choiceKeysOf("row")}))
      )::text AS snapshot`,
    params: [
      scope.keys,
      scope.order_ids,
      scope.email_hashes,
      scope.visitor_ids,
      scope.session_ids,
      scope.keys,
    ].map((list) => JSON.stringify(list)),
  }
}

export function snapshotTouchesSql(touchKeys: string[]): SqlStatement {
  return {
    sql: `
      SELECT jsonb_build_object('touches', jsonb_agg(touch))::text AS snapshot
        FROM campaign_attribution touch
       WHERE touch_key = ANY(${JSON_LIST})`,
    params: [JSON.stringify(touchKeys)],
  }
}

/** Names one campaign of a platform. */
export type CampaignKey = Pick<CampaignFact, "platform" | "external_id">

const CAMPAIGN_KEYS =
  "jsonb_to_recordset(?::jsonb) AS key(platform text, external_id text)"

export function snapshotCampaignsSql(keys: CampaignKey[]): SqlStatement {
  return {
    sql: `
      SELECT jsonb_build_object('campaigns', jsonb_agg(campaign))::text AS snapshot
        FROM ad_planning_campaign campaign
        JOIN ${CAMPAIGN_KEYS} USING (platform, external_id)`,
    params: [JSON.stringify(keys)],
  }
}

export function deleteCampaignsSql(keys: CampaignKey[]): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_campaign campaign USING ${CAMPAIGN_KEYS}
       WHERE (campaign.platform, campaign.external_id) = (key.platform, key.external_id)`,
    params: [JSON.stringify(keys)],
  }
}

export function snapshotAliasSql(key: AliasKey): SqlStatement {
  return {
    sql: `
      SELECT jsonb_build_object('aliases', jsonb_agg(alias))::text AS snapshot
        FROM ad_planning_campaign_alias alias
       WHERE kind = ? AND normalised_value = ? AND website_id = ?`,
    params: [key.kind, key.normalised_value, key.website_id],
  }
}

/** Every link of these persons that was told; the others follow from facts. */
export function snapshotIdentityLinksSql(personIds: string[]): SqlStatement {
  return {
    sql: `
      SELECT jsonb_build_object('links', jsonb_agg(link))::text AS snapshot
        FROM ad_planning_identity_link link
       WHERE person_id = ANY(${JSON_LIST}) AND NOT ${IS_DERIVED}`,
    params: [JSON.stringify(personIds)],
  }
}

/** Names one campaign's day. */
export interface MetricKey {
  ad_campaign_id: string
  date: string
  currency: string
}

const METRIC_KEYS =
  "jsonb_to_recordset(?::jsonb) AS key(ad_campaign_id text, date text, currency text)"

export function snapshotMetricsSql(keys: MetricKey[]): SqlStatement {
  return {
    sql: `
      SELECT jsonb_build_object('metrics', jsonb_agg(metric))::text AS snapshot
        FROM ad_planning_campaign_metric metric
        JOIN ${METRIC_KEYS} USING (ad_campaign_id, date, currency)`,
    params: [JSON.stringify(keys)],
  }
}

export function deleteMetricsSql(keys: MetricKey[]): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_campaign_metric metric USING ${METRIC_KEYS}
       WHERE (metric.ad_campaign_id, metric.date, metric.currency)
             = (key.ad_campaign_id, key.date, key.currency)`,
    params: [JSON.stringify(keys)],
  }
}

/** The conversions that a snapshot has, by id. */
export function snapshotIds(snapshot: Snapshot): string[] {
  const { conversions }: { conversions?: { id: string }[] | null } =
    JSON.parse(snapshot)
  return (conversions ?? []).map(({ id }) => id)
}

/** Everything that the rows of a snapshot name somebody by. */
export function snapshotNames(snapshot: Snapshot): Names {
  const { links, statuses, ...tables }: SnapshotRows = JSON.parse(snapshot)
  const names = namesOf(Object.values(tables).flatMap((rows) => rows ?? []))
  for (const { kind, value } of [...(links ?? []), ...(statuses ?? [])]) {
    names[kind]?.push(value)
  }
  names.person?.push(...(links ?? []).map((link) => link.person_id))
  return names
}

/** Puts the rows of a snapshot back; what it replaces has to be gone. */
export function restoreSnapshotSql(snapshot: Snapshot): SqlStatement[] {
  return Object.entries(TABLES).map(([key, table]) => ({
    sql: `
      INSERT INTO ${table}
      SELECT * FROM jsonb_populate_recordset(NULL::${table}, COALESCE(NULLIF(?::jsonb -> '${key}', 'null'), '[]'))
      ON CONFLICT DO NOTHING`,
    params: [snapshot],
  }))
}
