import type {
  AttributionModel,
  SqlStatement,
  StateEffect,
  StatsGroup,
} from "../../types"
import {
  bookingCtes,
  COUNTS_AS,
  creditCtes,
  type CreditRequest,
  effectsCte,
  weightsOf,
} from "./credit-ctes"
import { pathCtes, type TouchWindow } from "./path-ctes"
import { platformFilter } from "./report-ctes"

const HOUR_MS = 3_600_000

/** How the touches of a report are told apart. */
interface Grouping {
  /** Of `touch`, or of `ending`. */
  key: string
  /** What of that is the row's: worked out for each lot, not for each touch. */
  fold?: (key: string) => string
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

const GROUPINGS: Record<StatsGroup, Grouping> = {
  campaign: {
    key: `COALESCE(touch.ad_campaign_id, ${REMAINDER})`,
    untouched: `'${UNTOUCHED}'`,
  },
  // That of its campaign, as the filter has it. Platform never implies paid: what a
  // network brings for nothing is organic.
  platform: {
    key: `COALESCE((SELECT jsonb_object_agg(id, platform) FROM ad_planning_campaign WHERE deleted_at IS NULL) ->> touch.ad_campaign_id,
                 CASE WHEN touch.is_paid THEN touch.platform ELSE 'organic' END)`,
    untouched: "'direct'",
  },
  channel_group: { key: "touch.channel_group", untouched: "'Direct'" },
  source: {
    key: `COALESCE(touch.utm_source || ' / ' || COALESCE(touch.utm_medium, '(not set)'),
                 NULLIF(split_part(regexp_replace(touch.referrer, '^[a-z]+://', ''), '/', 1), ''), '(not set)')`,
    fold: (key) => `LOWER(${key})`,
    untouched: `'${UNTOUCHED}'`,
  },
  ad_set: partOfCampaign("ad_set_id", "(no ad set)"),
  ad: partOfCampaign("ad_id", "(no ad)"),
  landing_page: {
    key: `COALESCE(NULLIF(split_part(split_part(touch.landing_page, chr(63), 1), '#', 1), ''), '(not set)')`,
    untouched: `'${UNTOUCHED}'`,
  },
  buyer: {
    key: "ending.buyer",
    untouched: "buyer",
    isOfBooking: true,
  },
}

/** By what a touch alone is told apart; null where that is its conversion. */
export function touchGroup(group: StatsGroup): string | null {
  const { key, isOfBooking, fold = same } = GROUPINGS[group]
  return isOfBooking ? null : fold(key)
}

const same = (key: string) => key

/** Sums of a booking's credits: how it has to count. */
const COUNTS = {
  purchases: COUNTS_AS.purchase,
  leads: COUNTS_AS.lead,
  goals: COUNTS_AS.goal,
  new_customers: COUNTS_AS.first_purchase,
}

const COMPLETE_COUNTS = {
  complete_new_customers: COUNTS_AS.complete + COUNTS_AS.first_purchase,
}

/**
 * What of a booking its credits bring along. Those that agree in `lot` are summed as one:
 * they count for the same, and their units are worth the same. Text, for one column is
 * carried, hashed and compared faster than three.
 */
const OF_BOOKING = {
  rest: "rest",
  lot: "concat_ws(' ', kind, COALESCE(unit_worth, 0), unconverted_currency)",
}

/** What a lot is told apart by. */
const OF_LOT = `split_part(lot, ' ', 1)::int AS kind, split_part(lot, ' ', 2)::numeric AS unit_worth,
               NULLIF(split_part(lot, ' ', 3), '') AS unconverted_currency`

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
  const { fold = same } = grouping
  const platform = platformFilter("touch", request.filters.platform)
  const isFiltered = request.filters.platform !== undefined
  const names = [
    "key",
    "whole",
    "position",
    ...(isFiltered ? ["is_asked"] : []),
    ...Object.keys(OF_BOOKING),
  ]
  return [
    ...bookingCtes(asked),
    effectsCte(effects),
    pathCtes(windowOf(asked), {
      touch: {
        key: grouping.key,
        ...(isFiltered ? { is_asked: platform.sql } : {}),
      },
      params: platform.params,
      untouched: { key: grouping.untouched },
      booking: OF_BOOKING,
      weights: weightsOf(models),
    }),
    ...creditCtes(models, names),
    ...models.map((model) => lotsCte(model, isFiltered)),
    {
      sql: `
      per_key AS (
        SELECT model, ${fold("key")} AS key, unconverted_currency, ${[
          ...Object.entries({ ...COUNTS, ...COMPLETE_COUNTS }).map(
            ([name, bits]) => sum("share", name, bits)
          ),
          sum("units * unit_worth", "revenue"),
          sum("units * unit_worth", "complete_revenue", COUNTS_AS.complete),
        ].join(",\n               ")}
          FROM (${models
            .map(
              (model) => `
            SELECT '${model}' AS model, key, share, units, ${OF_LOT}
              FROM lots_${model}`
            )
            .join(" UNION ALL ")}
          ) lot
         GROUP BY 1, 2, 3
      )`,
      params: [],
    },
  ]
}

function sum(what: string, name: string, bits = 0): string {
  const which = bits > 0 ? ` FILTER (WHERE kind & ${bits} = ${bits})` : ""
  return `COALESCE(SUM(${what})${which}, 0) AS ${name}`
}

/**
 * A model's credits in lots: those of one key and `lot`. Whole numbers are summed here,
 * and priced lot by lot. A platform's report has nothing that belongs to no touch.
 */
function lotsCte(model: AttributionModel, isFiltered: boolean): SqlStatement {
  return {
    sql: `
      lots_${model} AS (
        SELECT key, lot, SUM(share) AS share,
               SUM(units) + COALESCE(SUM(rest) FILTER (WHERE has_rest), 0) AS units
          FROM credit_${model}
         ${isFiltered ? "WHERE is_asked" : ""}
         GROUP BY 1, 2
      )`,
    params: [],
  }
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
