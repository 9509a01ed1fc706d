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
import { AGE_DAYS, pathCtes, type TouchWindow } from "./path-ctes"
import { platformFilter } from "./report-ctes"

const HOUR_MS = 3_600_000

/** How the touches of a report are told apart. */
interface Grouping {
  /** Of `touch`, and where there is `booking`, of it. */
  key: string
  /** Of a conversion without a touch. */
  untouched: string
  /** Tells conversions apart, not touches. */
  isOfBooking?: boolean
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
  buyer: {
    key: "booking.buyer",
    untouched: "booking.buyer",
    isOfBooking: true,
  },
}

/** Sums that add up, of a booking's credits; conditions on it. */
const COUNTS = {
  purchases: "is_purchase",
  leads: "is_lead",
  goals: "is_goal",
  new_customers: "is_first",
}

const PARTS = {
  bookings: "true",
  ...COUNTS,
  complete_new_customers: "is_complete AND is_first",
}

const AMOUNTS = { revenue: "true", complete_revenue: "is_complete" }

const SUMMED = [...Object.keys(PARTS), ...Object.keys(AMOUNTS)]

const WHOLE_AMOUNT = "(whole + COALESCE(rest, 0)) * unit_worth"

/** What of a booking those sums need of each of its credits. */
const PAYLOAD = [
  "rest",
  "unit_worth",
  "unconverted_currency",
  "is_purchase",
  "is_lead",
  "is_goal",
  "is_first",
  "is_complete",
]

const IS_FIRST = "position = 1"

/** Which credits of a model are one of each path. */
const ONE_OF_EACH: Record<AttributionModel, string> = {
  last_touch: "true",
  first_touch: "true",
  linear: IS_FIRST,
  time_decay: IS_FIRST,
  position_based: IS_FIRST,
  data_driven: IS_FIRST,
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
  const touch = {
    key: grouping.key,
    ...(models.includes("data_driven") ? { state: TOUCH_STATE } : {}),
    ...(isFiltered ? { is_asked: platform.sql } : {}),
    ...(models.includes("time_decay") ? { age_days: AGE_DAYS } : {}),
  }
  const names = [
    "key",
    "whole",
    "position",
    ...(isFiltered ? ["is_asked"] : []),
    ...PAYLOAD,
  ]
  return [
    ...bookingCtes(asked),
    pathCtes(windowOf(asked), {
      touch,
      params: platform.params,
      booking: PAYLOAD,
    }),
    ...creditCtes(models, names, effects),
    ...models.map((model, index) =>
      perTouch(model, isFiltered, index === 0 && !isFiltered)
    ),
    ...(isFiltered ? [] : [untouchedCtes(grouping, models[0]!)]),
    {
      sql: `
      per_key AS (${[
        ...models.map((model) => summed(model, `per_${model}`)),
        ...(isFiltered
          ? []
          : models.map((model) => summed(model, "untouched"))),
      ].join(" UNION ALL ")}
      )`,
      params: [],
    },
  ]
}

/**
 * What a model's credits sum to by key, and with `withWhole` what all of the bookings
 * that have a path do, as `whole_...`.
 */
function perTouch(
  model: AttributionModel,
  isFiltered: boolean,
  withWhole: boolean
): SqlStatement {
  const amount = `(units + CASE WHEN rest IS NOT NULL AND has_rest THEN rest ELSE 0 END) * unit_worth`
  return {
    sql: `
      per_${model} AS (
        SELECT key, unconverted_currency, ${sums("", "share", amount)}
               ${withWhole ? `, ${sums("whole_", "1", WHOLE_AMOUNT, ONE_OF_EACH[model])}` : ""}
          FROM credit_${model}
         ${isFiltered ? "WHERE is_asked" : ""}
         GROUP BY 1, 2
      )`,
    params: [],
  }
}

/**
 * CTEs that end with `untouched`: what belongs to no touch, the same in every model. All
 * bookings less those with a path, which saves joining the two.
 */
function untouchedCtes(
  { untouched, isOfBooking }: Grouping,
  model: AttributionModel
): SqlStatement {
  return {
    sql: `
      part AS (
        SELECT ${untouched} AS key, unconverted_currency, ${sums("", "1", WHOLE_AMOUNT)}
          FROM booking GROUP BY 1, 2
        UNION ALL
        SELECT ${isOfBooking ? "key" : untouched}, unconverted_currency,
               ${SUMMED.map((name) => `-whole_${name}`).join(", ")}
          FROM per_${model}
      ),
      untouched AS (
        SELECT key, unconverted_currency, ${SUMMED.map((name) => `SUM(${name}) AS ${name}`).join(", ")}
          FROM part GROUP BY 1, 2
        HAVING SUM(bookings) > 0
      )`,
    params: [],
  }
}

function summed(model: AttributionModel, source: string): string {
  return `
        SELECT '${model}' AS model, key, unconverted_currency, ${SUMMED.join(", ")} FROM ${source}`
}

/** The columns of `per_key` that are sums, of the rows that `which` says. */
function sums(
  prefix: string,
  share: string,
  amount: string,
  which: string = "true"
): string {
  return [
    ...Object.entries(PARTS).map(
      ([name, condition]) =>
        `COALESCE(SUM(${share}) FILTER (WHERE ${condition} AND ${which}), 0)::float8 AS ${prefix}${name}`
    ),
    ...Object.entries(AMOUNTS).map(
      ([name, condition]) =>
        `COALESCE(SUM(${amount}) FILTER (WHERE ${condition} AND ${which}), 0) AS ${prefix}${name}`
    ),
  ].join(", ")
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
