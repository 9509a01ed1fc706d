import type {
  AttributionModel,
  PathRules,
  ReportRequest,
  SqlStatement,
  StateEffect,
} from "../../types"
import { minorUnitDigits } from "../../utils/money/minor-units"
import type { FxPeriod } from "../../utils/money/fx-rate"
import { AGE_DAYS, ALL_OF_IT, pathBegin } from "./path-ctes"
import {
  bookedCte,
  fxCte,
  IS_GOAL,
  periodsCte,
  spendThroughCte,
} from "./report-ctes"

const HALF_LIFE_DAYS = 7
export const USUAL_DIGITS = 2

/** A touch's campaign, else what the model calls it: never the report's grouping. */
export const TOUCH_STATE = "COALESCE(touch.ad_campaign_id, touch.channel_group)"

/** Shares of these models are in proportion to a weight of the touch. */
const WEIGHTS = {
  time_decay: `power(2::float8, -(${AGE_DAYS}) / ${HALF_LIFE_DAYS})`,
  data_driven: `COALESCE(((SELECT of_state FROM effects) ->> ${TOUCH_STATE})::float8, 0)`,
}

/** What a booking counts as, a bit each; its rows are summed by them together. */
export const COUNTS_AS = {
  purchase: 1,
  lead: 2,
  goal: 4,
  first_purchase: 8,
  /** On a day whose spend is complete. */
  complete: 16,
}

const KIND = Object.entries({
  is_purchase: COUNTS_AS.purchase,
  "(conversion_type = 'lead_form_submission')": COUNTS_AS.lead,
  [`(${IS_GOAL})`]: COUNTS_AS.goal,
  "(is_purchase AND is_first_purchase)": COUNTS_AS.first_purchase,
  "(is_complete)": COUNTS_AS.complete,
})
  .map(([condition, bit]) => `COALESCE(${condition}::int, 0) * ${bit}`)
  .join(" + ")

/** Which part of a report a model's credits are of. */
export interface CreditRequest {
  request: ReportRequest
  fx: FxPeriod[]
  rules: PathRules
  /** Also what lies on days whose spend is complete: for ratios. */
  with_complete?: boolean
}

/** Currencies whose smallest unit is no hundredth. */
export function minorUnitsCte(): SqlStatement {
  const unusual = Intl.supportedValuesOf("currency").flatMap((code) => {
    const digits = minorUnitDigits(code)
    const currency = code.toLowerCase()
    return digits === USUAL_DIGITS
      ? []
      : [[currency, 10 ** digits, (10 ** -digits).toFixed(digits)]]
  })
  return {
    sql: `
      minor_unit (currency, per_major, worth) AS NOT MATERIALIZED (
        VALUES ${unusual.map(() => "(?, ?::int, ?::numeric)").join(", ")})`,
    params: unusual.flat(),
  }
}

const BUYER = `CASE WHEN conversion_type <> 'purchase' OR COALESCE(person_id, email_hash) IS NULL THEN 'unknown'
                    WHEN is_first_purchase THEN 'new'
                    ELSE 'returning' END AS buyer`

/**
 * CTEs that end with `ending` and `booking`: every row that is credited, named by `no`,
 * where its path ends and what it is worth. Its amount is `whole` minor units of its own
 * currency and `rest` of one, without its sign; `unit_worth` is what one is in the
 * report's currency, with it.
 *
 * Both are read where they are asked, and only as far: what is kept takes no part in
 * parallel plans.
 */
export function bookingCtes({
  request,
  fx,
  rules,
  with_complete: withComplete = false,
}: CreditRequest): SqlStatement[] {
  // The platform is asked of the credited touch, not of the stored last one.
  const filters = { ...request.filters, platform: undefined }
  const begin = pathBegin("booked", rules)
  // Where a row lies tells it apart for one statement, and is sorted faster than its
  // id; but rows of two tables can lie alike.
  const isOfOneTable = request.basis === "order_date"
  const no = `${isOfOneTable ? "ctid" : 'booking_id COLLATE "C"'} AS no`
  return [
    periodsCte(request),
    fxCte(fx),
    minorUnitsCte(),
    ...(withComplete ? [spendThroughCte(request.timezone)] : []),
    bookedCte(
      { ...request, filters },
      "counted",
      [
        "idempotency_key",
        "session_id",
        "converted_at",
        "erased_at",
        ...(isOfOneTable ? ["ctid"] : []),
      ],
      false
    ),
    {
      sql: `
      ending AS NOT MATERIALIZED (
        SELECT ${no}, idempotency_key, visitor_id, session_id, converted_at,
               erased_at, attribution_id, ${BUYER}, ${begin.sql}
          FROM booked
      ),
      priced AS (
        SELECT booked.*, abs(amount) * COALESCE(per_major, ${10 ** USUAL_DIGITS}) AS units,
               COALESCE(worth, ${10 ** -USUAL_DIGITS}) AS worth,
               CASE WHEN amount IS NULL OR booked.currency = ? THEN 1
                    WHEN booked.fx_currency = ? THEN booked.fx_rate
                    ELSE fx.rate END AS rate,
               is_placement AND conversion_type = 'purchase' AND canceled_at IS NULL AS is_purchase,
               ${withComplete ? "booked_at < spend_through.through_ends_at" : "false"} AS is_complete
          FROM booked
         ${withComplete ? "CROSS JOIN spend_through" : ""}
          LEFT JOIN minor_unit ON minor_unit.currency = booked.currency
          LEFT JOIN fx ON fx.currency = booked.currency
                      AND booked.fx_date >= fx.from_date AND booked.fx_date < fx.until_date
      ),
      booking AS NOT MATERIALIZED (
        SELECT ${no}, ${BUYER}, ${KIND} AS kind,
               CASE WHEN rate IS NULL THEN currency END AS unconverted_currency,
               trunc(units)::bigint AS whole, NULLIF(units % 1, 0) AS rest,
               sign(amount) * worth * COALESCE(rate, 1) AS unit_worth
          FROM priced
      )`,
      params: [...begin.params, request.currency, request.currency],
    },
  ]
}

/** The CTE `effects`: what taking a state away would cost, which data-driven credit goes by. */
export function effectsCte(effects: readonly StateEffect[]): SqlStatement {
  const ofState = Object.fromEntries(
    effects.map(({ state, effect }) => [state, effect])
  )
  return {
    sql: `
      effects AS MATERIALIZED (SELECT ?::jsonb AS of_state)`,
    params: [JSON.stringify(ofState)],
  }
}

/** What a touch weighs under the models that weigh it, after `effectsCte`. */
export function weightsOf(
  models: readonly AttributionModel[]
): Record<string, string> {
  return Object.fromEntries(
    models.flatMap((model) =>
      model === "time_decay" || model === "data_driven"
        ? [[model, WEIGHTS[model]]]
        : []
    )
  )
}

/**
 * One CTE per model, `credit_<model>`, that follow `path`: what share of
 * which booking, and how many of its units, a touch has; `has_rest` has what is finer
 * than a unit. Units are split by largest remainder, ties to the earlier touch, so
 * they sum to the whole exactly. Where shares are fractions of whole numbers, the
 * ranks of the remainders are known without sorting.
 *
 * @param names - the columns of `path` that credits bring along
 */
export function creditCtes(
  models: readonly AttributionModel[],
  names: readonly string[]
): SqlStatement[] {
  return models.map((model) => ({
    sql: `
      credit_${model} AS (${CREDITS[model](names.join(", "))}
      )`,
    params: [],
  }))
}

const CREDITS: Record<AttributionModel, (names: string) => string> = {
  last_touch: (names) => allTo("position = touches", names),
  first_touch: (names) => allTo("position = 1", names),
  linear: (names) =>
    split(
      names,
      `
          SELECT no, ${names}, 1::float8 / touches AS share, whole / touches AS base,
                 whole % touches AS leftover, position AS rank
            FROM path`
    ),
  time_decay: (names) => byShare(names, "share_time_decay"),
  // 40/20/40: the ends have 2 fifths each, the others together 1.
  position_based: (names) =>
    split(
      names,
      `
          SELECT no, ${names}, share, base, leftover,
                 CASE WHEN touches < 3 OR end_remainder = middle_remainder THEN position
                      WHEN end_remainder > middle_remainder
                      THEN CASE position WHEN 1 THEN 1 WHEN touches THEN 2 ELSE position + 1 END
                      ELSE CASE position WHEN 1 THEN touches - 1 WHEN touches THEN touches ELSE position - 1 END
                 END AS rank
            FROM (
              SELECT *, CASE WHEN touches < 3 THEN whole / touches
                             WHEN position IN (1, touches) THEN end_base
                             ELSE middle_base END AS base,
                     CASE WHEN touches < 3 THEN whole % touches
                          ELSE whole - 2 * end_base - middles * middle_base END AS leftover,
                     CASE WHEN touches < 3 THEN 1::float8 / touches
                          WHEN position IN (1, touches) THEN 0.4
                          ELSE 0.2::float8 / middles END AS share
                FROM (
                  SELECT *, 2 * whole / 5 AS end_base, 2 * whole % 5 * middles AS end_remainder,
                         whole / (5 * middles) AS middle_base, whole % (5 * middles) AS middle_remainder
                    FROM (SELECT *, GREATEST(touches - 2, 1) AS middles FROM path) path
                ) parted
            ) based`
    ),
  data_driven: (names) => byShare(names, "share_data_driven"),
}

function allTo(position: string, names: string): string {
  return `
        SELECT no, ${names}, 1::float8 AS share, whole AS units, true AS has_rest
          FROM path WHERE ${position}`
}

/** Gives each touch its base and, by rank, one of the units that are left over. */
function split(names: string, based: string): string {
  return `
        SELECT no, ${names}, share, base + (rank <= leftover)::int AS units, rank = leftover + 1 AS has_rest
          FROM (${based}
          ) based`
}

/** Floating point has every whole number up to 2^53 units. */
function byShare(names: string, share: string): string {
  return split(
    names,
    `
          SELECT no, ${names}, share, base::bigint AS base, whole - (SUM(base) OVER by_remainder)::bigint AS leftover,
                 row_number() OVER by_remainder AS rank
            FROM (SELECT *, ${share} AS share, floor(whole * ${share}) AS base FROM path) based
          WINDOW by_remainder AS (PARTITION BY no ORDER BY whole * share - base DESC, position ${ALL_OF_IT})`
  )
}
