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
  weightColumns,
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
    key: `COALESCE((SELECT jsonb_object_agg(id, platform) FROM ad_planning_campaign) ->> touch.ad_campaign_id,
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

/** What of a booking its credits bring along; those that agree in the last three are summed as one. */
const PAYLOAD = ["rest", "unit_worth", "kind", "unconverted_currency"]

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
  const weights = weightColumns(models)
  const names = [
    "key",
    "whole",
    "position",
    ...(isFiltered ? ["is_asked"] : []),
    ...PAYLOAD,
  ]
  return [
    ...bookingCtes(asked, grouping.isOfBooking ? ["buyer"] : []),
    effectsCte(effects),
    pathCtes(windowOf(asked), {
      touch: {
        key: grouping.key,
        ...(isFiltered ? { is_asked: platform.sql } : {}),
        ...weights.touch,
      },
      params: platform.params,
      booking: PAYLOAD,
      totals: weights.totals,
    }),
    ...creditCtes(models, names),
    ...models.map((model) => lotsCte(model, isFiltered)),
    // A platform's report has nothing that belongs to no touch.
    ...(isFiltered ? [] : [untouchedCte(grouping, models[0]!)]),
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
            .flatMap((model) => [
              `
            SELECT '${model}' AS model, * FROM lots_${model}`,
              ...(isFiltered
                ? []
                : [
                    `
            SELECT '${model}', * FROM untouched`,
                  ]),
            ])
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
 * A model's credits in lots: those of one key that count for the same and whose units
 * are worth the same. Whole numbers are summed here, and priced lot by lot.
 */
function lotsCte(model: AttributionModel, isFiltered: boolean): SqlStatement {
  return {
    sql: `
      lots_${model} AS (
        SELECT key, unconverted_currency, kind, unit_worth, SUM(share) AS share,
               SUM(units) + COALESCE(SUM(rest) FILTER (WHERE has_rest), 0) AS units
          FROM credit_${model}
         ${isFiltered ? "WHERE is_asked" : ""}
         GROUP BY 1, 2, 3, 4
      )`,
    params: [],
  }
}

/**
 * The CTE `untouched`: lots of what belongs to no touch, the same in every model. All
 * bookings less those that a model has credited, which saves joining the two.
 */
function untouchedCte(
  { untouched, isOfBooking }: Grouping,
  model: AttributionModel
): SqlStatement {
  return {
    sql: `
      untouched AS (
        SELECT key, unconverted_currency, kind, unit_worth, round(SUM(share)) AS share, SUM(units) AS units
          FROM (
            SELECT ${untouched} AS key, unconverted_currency, kind, unit_worth, COUNT(*)::float8 AS share,
                   SUM(whole) + COALESCE(SUM(rest), 0) AS units
              FROM booking GROUP BY 1, 2, 3, 4
            UNION ALL
            SELECT ${isOfBooking ? "key" : untouched}, unconverted_currency, kind, unit_worth, -share, -units
              FROM lots_${model}
          ) part
         GROUP BY 1, 2, 3, 4
        HAVING round(SUM(share)) > 0
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
