import type {
  ConversionStatsGroup,
  ReportRequest,
  SqlStatement,
} from "../../types"
import type { FxPeriod } from "../../utils/money/fx-rate"
import {
  bookedCte,
  CAMPAIGN_BUCKET,
  fxCte,
  IS_GOAL,
  periodsCte,
  PRIMARY_GOALS,
  withCtes,
} from "../fragments/report-ctes"

const BY_PERIOD = "booked.period_index::text"
const KEYS: Record<ConversionStatsGroup, string> = {
  day: BY_PERIOD,
  week: BY_PERIOD,
  month: BY_PERIOD,
  type: "booked.conversion_type",
  platform: "COALESCE(booked.platform, '(direct or unknown)')",
  campaign: CAMPAIGN_BUCKET,
}

const COUNTS = ["purchases", "leads", "goals", "events", "first_purchases"]
const SUMS = ["revenue", "value"]

/**
 * Every conversion of the periods by one grouping, and the totals of the same
 * rows: what counts in campaign figures, and as `events` what does not. Each is
 * in exactly one row. Money is added up per currency first: what no rate covers
 * has a row of its own.
 */
export function conversionStatsSql(
  request: ReportRequest,
  group: ConversionStatsGroup,
  fx: FxPeriod[]
): SqlStatement {
  return withCtes(
    [
      periodsCte(request),
      fxCte(fx),
      bookedCte(request, "all"),
      {
        sql: `
      priced AS (
        SELECT ${KEYS[group]} AS key, booked.*,
               COALESCE(booked.amount, booked.stated_value) IS NOT NULL
                 AND booked.currency IS NOT NULL AS has_money,
               CASE WHEN booked.currency = ? THEN 1
                    WHEN booked.fx_currency = ? THEN booked.fx_rate
                    ELSE fx.rate END AS rate,
               booked.is_placement AND booked.conversion_type = 'purchase'
                 AND booked.canceled_at IS NULL AS is_purchase,
               booked.${IS_GOAL} AS is_other,
               booked.goal_id = ANY(${PRIMARY_GOALS}) AS is_of_primary_goal
          FROM booked
          -- What no source has given a day of its rate goes by its own.
          LEFT JOIN fx ON fx.currency = booked.currency
                      AND COALESCE(booked.fx_date, to_char(booked.booked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')) >= fx.from_date
                      AND COALESCE(booked.fx_date, to_char(booked.booked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')) < fx.until_date
        -- Works out each flag once a row, not once a count.
        OFFSET 0),
      per_key AS (
        SELECT key, CASE WHEN has_money AND rate IS NULL THEN currency END AS unconverted_currency,
               COUNT(*) FILTER (WHERE is_purchase) AS purchases,
               COUNT(*) FILTER (WHERE conversion_type = 'lead_form_submission') AS leads,
               COUNT(*) FILTER (WHERE is_other AND is_of_primary_goal) AS goals,
               COUNT(*) FILTER (WHERE is_other AND is_of_primary_goal IS NOT TRUE) AS events,
               COUNT(*) FILTER (WHERE is_purchase AND is_first_purchase) AS first_purchases,
               COALESCE(SUM(amount * COALESCE(rate, 1)) FILTER (WHERE has_money), 0) AS revenue,
               COALESCE(SUM(stated_value * COALESCE(rate, 1)) FILTER (WHERE has_money), 0) AS value
          FROM priced
         GROUP BY 1, 2)`,
        params: [request.currency, request.currency],
      },
    ],
    {
      sql: `
      SELECT GROUPING(key) = 1 AS is_total, key, unconverted_currency,
             ${COUNTS.map((column) => `SUM(${column})::int AS ${column}`).join(", ")},
             ${SUMS.map((column) => `SUM(${column})::text AS ${column}`).join(", ")}
        FROM per_key
       GROUP BY GROUPING SETS ((key, unconverted_currency), (unconverted_currency))`,
      params: [],
    }
  )
}
