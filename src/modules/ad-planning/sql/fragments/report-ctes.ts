import type { FxPeriod } from "../../utils/money/fx-rate"
import type { ReportRequest, RevenueBasis, SqlStatement } from "../../types"
import { bucketKey } from "./bucket-key"
import { inSegment } from "./in-segment"

/**
 * The periods asked for, as rows: `period_index` 0 is the report's own. VALUES,
 * not JSON, and never materialised: the planner has to know that they are few, and
 * of one period also when it is.
 */
export function periodsCte(
  request: Pick<ReportRequest, "periods">
): SqlStatement {
  const rows = request.periods.map(
    () => "(?::int, ?::timestamptz, ?::timestamptz, ?, ?)"
  )
  return {
    sql: `
      period (period_index, starts_at, ends_at, from_date, to_date) AS NOT MATERIALIZED (
        VALUES ${rows.join(", ")})`,
    params: request.periods.flatMap((period, index) => [
      index,
      period.from.toISOString(),
      period.to.toISOString(),
      period.from_date,
      period.to_date,
    ]),
  }
}

/** The remainder row, or the campaign, of a conversion of `booked`. */
export const CAMPAIGN_BUCKET = bucketKey("booked")

/** Exchange rates into the report's currency, as half-open day periods. */
export function fxCte(periods: FxPeriod[]): SqlStatement {
  return {
    sql: `
      fx (currency, from_date, until_date, rate) AS (
        VALUES ${periods.map(() => "(?, ?, ?, ?::numeric)").join(", ")})`,
    params: periods.flatMap((period) => [
      period.currency,
      period.from_date,
      period.until_date,
      period.rate,
    ]),
  }
}

// How long a platform whose campaigns have no status counts as running after
// its last day of spend.
const RUNNING_DAYS = 14

/**
 * The last day for which every running platform has reported its spend. A
 * platform is running while it has a campaign that is not paused, stopped or
 * deleted and had spend in the 14 days before the newest spend of all. With no
 * running platform it is the newest day of all.
 */
export function spendThroughCte(timezone: string): SqlStatement {
  return {
    sql: `
      spend_through AS (
        SELECT through_date, ((through_date::date + 1)::timestamp AT TIME ZONE ?) AS through_ends_at
          FROM (
        SELECT COALESCE(MIN(last_date), (SELECT MAX(date) FROM ad_planning_campaign_metric WHERE deleted_at IS NULL)) AS through_date
          FROM (
            SELECT campaign.platform, MAX(metric.date) AS last_date
              FROM ad_planning_campaign_metric metric
              JOIN ad_planning_campaign campaign ON campaign.id = metric.ad_campaign_id
             WHERE metric.deleted_at IS NULL AND campaign.deleted_at IS NULL
               AND UPPER(COALESCE(campaign.status, 'ACTIVE')) IN ('ACTIVE', 'ENABLED')
               AND metric.date >= (
                 SELECT ((MAX(date)::date - ${RUNNING_DAYS}))::text FROM ad_planning_campaign_metric WHERE deleted_at IS NULL)
             GROUP BY 1
          ) platform
          ) newest)`,
    params: [timezone],
  }
}

const NET_AMOUNTS: Record<RevenueBasis, string> = {
  total: "net_value",
  excl_tax: "net_value - net_tax_value",
  net_sales: "net_value - net_tax_value - net_shipping_value",
}
const PLACED_AMOUNTS: Record<RevenueBasis, string> = {
  total: "conversion_value",
  excl_tax: "conversion_value - tax_value",
  net_sales: "conversion_value - tax_value - shipping_value",
}
const ADJUSTED_AMOUNTS: Record<RevenueBasis, string> = {
  total: "adjustment.amount",
  excl_tax: "adjustment.amount - adjustment.tax_amount",
  net_sales:
    "adjustment.amount - adjustment.tax_amount - adjustment.shipping_amount",
}

/**
 * What a purchase of `conversion` is worth: all in all, when it was placed, or, of an
 * `adjustment`, what changed.
 */
export function purchaseAmount(
  kind: "net" | "placed" | "adjusted",
  basis: RevenueBasis
): string {
  const amounts = {
    net: NET_AMOUNTS,
    placed: PLACED_AMOUNTS,
    adjusted: ADJUSTED_AMOUNTS,
  }
  return amounts[kind][basis]
}

const BOOKED_COLUMNS = [
  "id",
  "conversion_type",
  "ad_campaign_id",
  "attribution_id",
  "claims_campaign",
  "platform",
  "goal_id",
  "currency",
  "fx_currency",
  "fx_rate",
  "fx_date",
  "canceled_at",
  "is_first_purchase",
  "person_id",
  "email_hash",
  "visitor_id",
]
  .map((column) => `conversion.${column}`)
  .join(", ")

const REPORTED_TYPES = "('purchase', 'lead_form_submission')"

// An array, not a join: it is read once, and found in by hash.
export const PRIMARY_GOALS = `ARRAY(SELECT id FROM conversion_goal WHERE is_primary AND deleted_at IS NULL)`

/** Of the rows of `booked`: met a primary goal and is nothing else that counts. */
export const IS_GOAL = `conversion_type NOT IN ${REPORTED_TYPES}`

/** Which conversions are booked: those that count, or every one there is. */
export type BookedScope = "counted" | "all"

/** Whether a row of `conversion` is in any campaign's figures. */
export const COUNTS_IN_REPORTS = `(conversion.conversion_type IN ${REPORTED_TYPES}
                OR conversion.goal_id = ANY(${PRIMARY_GOALS}))`

const SCOPES: Record<BookedScope, string> = {
  counted: COUNTS_IN_REPORTS,
  all: "true",
}

/**
 * What counts in the periods, one row per conversion, and with
 * `basis=refund_date` one more per adjustment booked in them. Purchases and
 * leads count, and what met a primary goal. `amount` is money only for
 * purchases, `stated_value` only for the others; `is_placement` marks the row
 * that counts as a conversion; `booking_id` names the row.
 *
 * @param more - further columns of `conversion`
 * @param kept - whether it may be kept where it is asked more than once, not read again
 */
export function bookedCte(
  request: ReportRequest,
  scope: BookedScope = "counted",
  more: readonly string[] = [],
  kept = true
): SqlStatement {
  const columns = [
    BOOKED_COLUMNS,
    ...more.map((name) => `conversion.${name}`),
  ].join(", ")
  const filter = conversionFilter(request)
  const byRefund = request.basis === "refund_date"
  const { revenue_basis } = request
  const amount = purchaseAmount(byRefund ? "placed" : "net", revenue_basis)
  const placements = `
        SELECT period.period_index, ${columns}, conversion.id AS booking_id,
               conversion.converted_at AS booked_at, true AS is_placement,
               CASE WHEN conversion_type = 'purchase' THEN ${amount} END AS amount,
               CASE WHEN conversion_type <> 'purchase' THEN conversion_value END AS stated_value
          FROM period
          JOIN conversion ON conversion.converted_at >= period.starts_at
                         AND conversion.converted_at < period.ends_at
         WHERE ${SCOPES[scope]}
           AND conversion.deleted_at IS NULL AND ${filter.sql}`
  const corrections = `
        UNION ALL
        SELECT period.period_index, ${columns}, adjustment.id AS booking_id,
               adjustment.occurred_at AS booked_at, false AS is_placement, ${purchaseAmount("adjusted", revenue_basis)} AS amount,
               NULL::numeric AS stated_value
          FROM period
          JOIN ad_planning_conversion_adjustment adjustment
            ON adjustment.occurred_at >= period.starts_at AND adjustment.occurred_at < period.ends_at
          JOIN conversion ON conversion.id = adjustment.conversion_id
         WHERE conversion.deleted_at IS NULL AND adjustment.deleted_at IS NULL AND ${filter.sql}`
  return {
    sql: `
      booked AS ${kept ? "" : "NOT MATERIALIZED "}(${placements}${byRefund ? corrections : ""})`,
    params: byRefund ? [...filter.params, ...filter.params] : filter.params,
  }
}

function conversionFilter({ filters }: ReportRequest): SqlStatement {
  const columns = ["website_id", "sales_channel_id", "country_code"] as const
  const asked = columns.filter((column) => filters[column] !== undefined)
  const platform = platformFilter("conversion", filters.platform)
  const types = filters.conversion_types ?? []
  const segment = inSegment("conversion.person_id", filters.segment_id)
  return {
    sql:
      [
        platform.sql,
        ...asked.map((column) => `conversion.${column} = ?`),
        ...(types.length > 0
          ? [
              `conversion.conversion_type IN (${types.map(() => "?").join(", ")})`,
            ]
          : []),
      ].join(" AND ") + segment.sql,
    params: [
      ...platform.params,
      ...asked.map((column) => filters[column] ?? null),
      ...types,
      ...segment.params,
    ],
  }
}

/**
 * What belongs to a platform's advertising: credited to one of its campaigns, or
 * a paid click of it without a known campaign. What it brings unpaid does not.
 *
 * @param alias - a touch, or a conversion with its copies
 */
export function platformFilter(
  alias: string,
  platform: string | undefined
): SqlStatement {
  return platform === undefined
    ? { sql: "true", params: [] }
    : {
        sql: `(${alias}.ad_campaign_id IN (SELECT id FROM ad_planning_campaign WHERE platform = ? AND deleted_at IS NULL)
               OR (${alias}.ad_campaign_id IS NULL AND ${alias}.is_paid AND ${alias}.platform = ?))`,
        params: [platform, platform],
      }
}

/** Which touches a report is about, of those named `touch`. */
export function touchFilter({ filters }: ReportRequest): SqlStatement {
  const platform = platformFilter("touch", filters.platform)
  return filters.website_id === undefined
    ? platform
    : {
        sql: `touch.website_id = ? AND ${platform.sql}`,
        params: [filters.website_id, ...platform.params],
      }
}

/** Joins several CTEs into one WITH clause, parameters in the same order. */
export function withCtes(
  ctes: SqlStatement[],
  query: SqlStatement
): SqlStatement {
  return {
    sql: `WITH ${ctes.map((cte) => cte.sql).join(",")}\n${query.sql}`,
    params: [...ctes.flatMap((cte) => cte.params), ...query.params],
  }
}
