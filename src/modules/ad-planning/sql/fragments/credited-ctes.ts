import type {
  AttributionModel,
  SqlStatement,
  StateEffect,
  StatsGroup,
} from "../../types"
import {
  bookingCtes,
  creditCtes,
  type CreditRequest,
  TOUCH_STATE,
} from "./credit-ctes"
import { pathCtes, type TouchWindow } from "./path-ctes"
import { platformFilter } from "./report-ctes"

const HOUR_MS = 3_600_000

/** How the touches of a report are told apart. */
interface Grouping {
  /** Of `touch`, and where there is `booking`, of it. */
  key: string
  /** Of a conversion without a touch. */
  untouched: string
}

const REMAINDER = `CASE WHEN touch.claims_campaign THEN '(unresolved campaign)' ELSE '(no campaign)' END`

const UNTOUCHED = "(direct or unknown)"

const partOfCampaign = (column: string, unknown: string): Grouping => ({
  key: `COALESCE(touch.${column}, CASE WHEN touch.ad_campaign_id IS NOT NULL THEN '${unknown}' ELSE ${REMAINDER} END)`,
  untouched: `'${UNTOUCHED}'`,
})

export const GROUPINGS: Record<StatsGroup, Grouping> = {
  campaign: {
    key: `COALESCE(touch.ad_campaign_id, ${REMAINDER})`,
    untouched: `'${UNTOUCHED}'`,
  },
  // Platform never implies paid: what a network brings for nothing is organic.
  platform: {
    key: `CASE WHEN touch.is_paid OR touch.ad_campaign_id IS NOT NULL THEN touch.platform ELSE 'organic' END`,
    untouched: "'direct'",
  },
  channel_group: { key: "touch.channel_group", untouched: "'Direct'" },
  source: {
    key: `COALESCE(LOWER(touch.utm_source) || ' / ' || COALESCE(LOWER(touch.utm_medium), '(not set)'),
                 NULLIF(split_part(regexp_replace(touch.referrer, '^[a-z]+://', ''), '/', 1), ''), '(not set)')`,
    untouched: `'${UNTOUCHED}'`,
  },
  ad_set: partOfCampaign("ad_set_id", "(no ad set)"),
  ad: partOfCampaign("ad_id", "(no ad)"),
  landing_page: {
    key: `COALESCE(NULLIF(split_part(split_part(touch.landing_page, chr(63), 1), '#', 1), ''), '(not set)')`,
    untouched: `'${UNTOUCHED}'`,
  },
  buyer: { key: "booking.buyer", untouched: "booking.buyer" },
}

/** Sums that add up, of a booking's credits; conditions on it. */
const COUNTS = {
  purchases: "is_purchase",
  leads: "is_lead",
  goals: "is_goal",
  new_customers: "is_first",
}

export interface CreditedRequest extends CreditRequest {
  models: readonly AttributionModel[]
  group: StatsGroup
  /** What the data-driven model goes by. */
  effects: readonly StateEffect[]
}

/**
 * CTEs that end with `per_key`: per model, key and currency without a rate what the
 * conversions of the report's period are worth to the touches of their paths.
 */
export function creditedCtes(asked: CreditedRequest): SqlStatement[] {
  const { request, models, group, effects } = asked
  const grouping = GROUPINGS[group]
  const platform = platformFilter("touch", request.filters.platform)
  const isFiltered = request.filters.platform !== undefined
  const columns = {
    key: grouping.key,
    ...(models.includes("data_driven") ? { state: TOUCH_STATE } : {}),
    ...(isFiltered ? { is_asked: platform.sql } : {}),
  }
  const names = Object.keys(columns).filter((name) => name !== "state")
  return [
    ...bookingCtes(asked),
    pathCtes(windowOf(asked), { columns, params: platform.params }),
    ...creditCtes(models, names, effects),
    {
      sql: `
      per_key AS (${models.map((model) => perKey(model, grouping, isFiltered)).join(" UNION ALL ")}
      )`,
      params: [],
    },
  ]
}

function perKey(
  model: AttributionModel,
  { untouched }: Grouping,
  isFiltered: boolean
): string {
  const counts = Object.entries({
    ...COUNTS,
    complete_new_customers: "is_complete AND is_first",
  }).map(
    ([name, condition]) =>
      `COALESCE(SUM(COALESCE(share, 1)) FILTER (WHERE ${condition}), 0) AS ${name}`
  )
  const amount = `(CASE WHEN credit.no IS NULL THEN whole ELSE units END
                 + CASE WHEN rest IS NOT NULL AND COALESCE(has_rest, true) THEN rest ELSE 0 END) * unit_worth`
  return `
        SELECT '${model}' AS model, COALESCE(key, ${untouched}) AS key, unconverted_currency,
               ${counts.join(", ")},
               COALESCE(SUM(${amount}), 0) AS revenue,
               COALESCE(SUM(${amount}) FILTER (WHERE is_complete), 0) AS complete_revenue
          FROM booking
          LEFT JOIN credit_${model} credit ON credit.no = booking.no
         ${isFiltered ? "WHERE is_asked" : ""}
         GROUP BY 2, 3`
}

/** When the touches began that the report's conversions can have. */
function windowOf({ request, rules }: CreditRequest): TouchWindow {
  const begins = request.periods.map(({ from }) => from.getTime())
  const ends = request.periods.map(({ to }) => to.getTime())
  // A correction may be of a conversion of any time.
  return {
    starts_at:
      request.basis === "refund_date"
        ? null
        : new Date(Math.min(...begins) - rules.lookback_hours * HOUR_MS),
    ends_at: new Date(Math.max(...ends)),
  }
}

/**
 * The columns of a query over `per_key`, which gives each key and, with key NULL, the
 * total. A platform's total can be a fraction; that of all is the number there is,
 * to which shares add up but for the last bits.
 */
export function creditedSums({ request }: CreditRequest): string {
  const isWhole = request.filters.platform === undefined
  return Object.keys(COUNTS)
    .map((name) =>
      isWhole
        ? `CASE WHEN GROUPING(key) = 1 THEN round(SUM(${name})) ELSE SUM(${name}) END AS ${name}`
        : `SUM(${name}) AS ${name}`
    )
    .concat(
      "COALESCE(SUM(revenue) FILTER (WHERE unconverted_currency IS NULL), 0)::text AS revenue"
    )
    .join(", ")
}
