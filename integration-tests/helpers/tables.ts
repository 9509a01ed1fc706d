import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./ad-planning"

/** Every table of the ad_planning module. */
export const OUR_TABLES = [
  "ab_experiment",
  "ad_planning_ai_usage",
  "ad_planning_anomaly",
  "ad_planning_attribution_change",
  "ad_planning_backfill_run",
  "ad_planning_budget_plan",
  "ad_planning_campaign",
  "ad_planning_campaign_alias",
  "ad_planning_campaign_budget",
  "ad_planning_campaign_merge",
  "ad_planning_campaign_merge_row",
  "ad_planning_campaign_metric",
  "ad_planning_campaign_name",
  "ad_planning_conversion_adjustment",
  "ad_planning_erasure",
  "ad_planning_experiment_exposure",
  "ad_planning_forecast_event",
  "ad_planning_forecast_series",
  "ad_planning_identity_link",
  "ad_planning_identity_status",
  "ad_planning_nps_snapshot",
  "ad_planning_order_line",
  "ad_planning_order_placement",
  "ad_planning_pacing_state",
  "ad_planning_person_profile",
  "ad_planning_pixel_count",
  "ad_planning_product",
  "ad_planning_product_category",
  "ad_planning_purchase_claim",
  "ad_planning_rating",
  "ad_planning_response_curve",
  "ad_planning_score_history",
  "ad_planning_score_model",
  "ad_planning_segment_day",
  "ad_planning_segment_exclusion",
  "ad_planning_segment_group_customer",
  "ad_planning_segment_history",
  "ad_planning_sentiment_item",
  "ad_planning_spend_header",
  "ad_planning_spend_import",
  "ad_planning_spend_import_day",
  "ad_planning_stale_person",
  "ad_planning_suppression",
  "ad_planning_sync_cursor",
  "budget_forecast",
  "campaign_attribution",
  "conversion",
  "conversion_goal",
  "customer_journey",
  "customer_score",
  "customer_segment",
  "segment_member",
  "sentiment_analysis",
] as const

/** The host's tables that we write to. */
const HOST_TABLES = ["analytics_session", "lead", "person"] as const

export type Table = (typeof OUR_TABLES)[number] | (typeof HOST_TABLES)[number]
export type Row = Record<string, unknown>
export type Tables = Partial<Record<Table, Row[]>>

/** How many rows each of our tables has. */
export async function countRows(
  container: MedusaContainer
): Promise<Record<string, number>> {
  const counts = OUR_TABLES.map(
    (table) => `(SELECT COUNT(*)::int FROM ${table}) AS ${table}`
  )
  const [row] = await sql<Record<string, number>>(
    container,
    `SELECT ${counts.join(", ")}`
  )
  return row!
}

/**
 * All rows of these tables without `updated_at` and the columns in `except`, in
 * an order of their own: two equal answers mean equal tables.
 */
export async function readTables(
  container: MedusaContainer,
  tables: readonly Table[] = [...OUR_TABLES, ...HOST_TABLES],
  except: readonly string[] = []
): Promise<Tables> {
  const columns = ["updated_at", ...except]
  const contents: Tables = {}
  for (const table of tables) {
    const rows = await sql<{ row: Row }>(
      container,
      `SELECT to_jsonb(t) - '{${columns.join(",")}}'::text[] AS row
         FROM ${table} t ORDER BY (to_jsonb(t) - '{${columns.join(",")}}'::text[])::text`
    )
    contents[table] = rows.map(({ row }) => row)
  }
  return contents
}

/** Which of two readings' tables differ. */
export function changedTables(before: Tables, after: Tables): string[] {
  return Object.keys(after).filter(
    (table) =>
      JSON.stringify(before[table as Table]) !==
      JSON.stringify(after[table as Table])
  )
}

// A shorter name is in many a text by chance: it has to be a whole value.
const UNMISTAKABLE_LENGTH = 6

/** Every row that has one of the names in any of its columns. */
export function rowsNaming(
  tables: Tables,
  names: string[]
): { table: string; row: Row }[] {
  const texts = names.map((name) =>
    name.length < UNMISTAKABLE_LENGTH ? JSON.stringify(name) : name
  )
  return Object.entries(tables).flatMap(([table, rows]) =>
    rows
      .filter((row) => {
        const content = JSON.stringify(row)
        return texts.some((text) => content.includes(text))
      })
      .map((row) => ({ table, row }))
  )
}
