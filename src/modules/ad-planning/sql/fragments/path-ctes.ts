import type { PathRules, SqlStatement } from "../../types"
import { ERASED_TOUCH } from "./erase-scope"
import { formerPurchaseOf } from "./former-purchase"
import { MANUAL_TOUCH } from "./manual-touch"

/** What the rows of a path bring along. */
interface PathColumns {
  /** Of the touch: named expressions over `touch`, or over `ending`. */
  touch: Record<string, string>
  /** The parameters of those expressions. */
  params: SqlStatement["params"]
  /** Which of those a path has that is without a touch: expressions over `booking`. */
  untouched?: Record<string, string>
  /** Beside `whole`: expressions over `booking`, of types that have a greatest. */
  booking?: Record<string, string>
  /**
   * What a touch weighs: like `touch`, without parameters. Its share of what the path
   * weighs is `share_<name>`; of nothing, all touches have the same.
   */
  weights?: Record<string, string>
}

/** Of a window: its order tells rows apart, and its sums are of all of them; in one pass. */
export const ALL_OF_IT =
  "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"

/** How old a touch is at the conversion, in days: an undated one is as old as the lookback. */
export const AGE_DAYS = `date_part('epoch', ending.converted_at -
                 CASE WHEN touch.confidence = 'undated' THEN ending.path_begins_at ELSE touch.started_at END
               ) / 86400`

/** When touches can begin that are in any of the paths. */
export interface TouchWindow {
  /** Null where conversions may be of any time. */
  starts_at: Date | null
  ends_at: Date | null
}

/**
 * From when touches of a conversion count, and the time of the purchase before,
 * where touches up to it count for that one only.
 *
 * @param row - a conversion, or a CTE with its visitor and time
 */
export function pathBegin(row: string, rules: PathRules): SqlStatement {
  const former = rules.stop_at_previous_purchase
    ? formerPurchaseOf(row)
    : "NULL::timestamptz"
  return {
    sql: `${row}.converted_at - make_interval(hours => ?) AS path_begins_at,
               ${former} AS former_purchase_at`,
    params: [rules.lookback_hours],
  }
}

/**
 * The CTE `path`: the touches that led to each conversion, the oldest with `position`
 * 1 of `touches`; a conversion that none led to has one row, itself. It follows two
 * others with a row for each, named by `no`: `ending`, where its path ends (its key,
 * visitor, session, time, `erased_at`, `attribution_id`, and what `pathBegin` says),
 * and `booking`, what it is worth in `whole` units.
 *
 * A path has the sessions of the conversion's visitor and its session, and what it
 * carries itself, in the lookback. A choice by hand is the whole path, and so is the
 * stored last touch of whoever was erased. Undated touches stand first and are as
 * old as the lookback. Of touches at one instant the larger session id is the later one,
 * then the larger `touch_key`, which is unique: no two plans sort them otherwise. Joined as sets: a lookup per conversion would cost more than
 * the scan of the period. A stamp that repeats a session is no touch.
 */
export function pathCtes(
  window: TouchWindow,
  {
    touch: columns,
    params,
    untouched = {},
    booking = {},
    weights = {},
  }: PathColumns
): SqlStatement {
  const names = Object.keys(columns)
  const ofBooking = { whole: "whole", ...booking }
  const select = `SELECT ending.no, touch.confidence = 'undated' AS is_undated, touch.started_at, touch.session_id, touch.touch_key,
               ${[...named(columns), ...Object.keys(ofBooking).map(() => "NULL"), ...named(weights)].join(", ")}`
  const began = beganIn(window)
  const isPast = `touch.started_at <= ending.converted_at
             AND touch.started_at >= ending.path_begins_at
             AND (ending.former_purchase_at IS NULL OR touch.confidence = 'undated'
                  OR touch.started_at > ending.former_purchase_at)`
  const isTouch = "touch.deleted_at IS NULL AND NOT touch.is_duplicate"
  const isSession = `touch.source = 'session' AND ${isTouch} ${began.sql}`
  // Not an anti-join: that would look for the choice again for each touch.
  const free = `ending.idempotency_key NOT IN (
             SELECT substr(choice.touch_key, ${MANUAL_TOUCH.length + 1}) FROM campaign_attribution choice
              WHERE choice.touch_key LIKE '${MANUAL_TOUCH}%' AND ${isManual("choice")})`
  const branches: SqlStatement[] = [
    {
      sql: `JOIN campaign_attribution touch ON touch.visitor_id = ending.visitor_id AND ${isPast}
         WHERE ${isSession} AND ${free}`,
      params: began.params,
    },
    {
      sql: `JOIN campaign_attribution touch ON touch.session_id = ending.session_id AND ${isPast}
           AND (touch.visitor_id = ending.visitor_id) IS NOT TRUE
         WHERE ending.session_id IS NOT NULL AND ${isSession} AND ${free}`,
      params: began.params,
    },
    {
      sql: `JOIN campaign_attribution touch ON touch.touch_key = ending.idempotency_key AND ${isPast}
         WHERE touch.source <> 'session' AND ${isTouch} AND ending.erased_at IS NULL AND ${free}`,
      params: [],
    },
    {
      sql: `JOIN campaign_attribution touch ON touch.touch_key = '${MANUAL_TOUCH}' || ending.idempotency_key
         WHERE ${isManual("touch")}`,
      params: [],
    },
    // Erasing takes visitor and session away: only those are asked.
    {
      sql: `JOIN campaign_attribution touch ON touch.id = ending.attribution_id
         WHERE ending.visitor_id IS NULL AND ending.session_id IS NULL
           AND (ending.erased_at IS NOT NULL OR touch.touch_key LIKE '${ERASED_TOUCH}%')
           AND touch.deleted_at IS NULL AND ${free}`,
      params: [],
    },
  ]
  return {
    sql: `
      -- A booking is the step before its path: sorted with its touches, not joined to them.
      -- All columns of a step are asked for, and in its order: else PostgreSQL rewrites
      -- every row before it sorts, twice.
      placed AS NOT MATERIALIZED (
        SELECT ${[
          "no, is_undated, started_at, session_id, touch_key",
          ...names,
          ...Object.keys(ofBooking).map(
            (name) => `MAX(${name}) OVER whole_path AS ${name}`
          ),
          ...Object.keys(weights).map(shareOf),
        ].join(",\n               ")},
               row_number() OVER whole_path - 1 AS position, COUNT(*) OVER whole_path - 1 AS touches
          FROM (
        SELECT no, NULL::boolean AS is_undated, NULL::timestamptz AS started_at, NULL AS session_id, NULL AS touch_key,
               ${[
                 ...names.map(
                   (name) => `${untouched[name] ?? "NULL"} AS ${name}`
                 ),
                 ...named(ofBooking),
                 ...Object.keys(weights).map((name) => `NULL AS ${name}`),
               ].join(", ")}
          FROM booking
        ${branches.map((branch) => `UNION ALL\n        ${select}\n          FROM ending\n          ${branch.sql}`).join("\n        ")}
          ) step
        WINDOW whole_path AS (PARTITION BY no ORDER BY is_undated DESC NULLS FIRST, started_at,
                              session_id NULLS FIRST, touch_key NULLS FIRST
                              ${ALL_OF_IT})
      ),
      path AS (
        SELECT ${["no", ...names, ...Object.keys(ofBooking), ...Object.keys(weights).map((name) => `share_${name}`)].join(", ")},
               GREATEST(position, 1) AS position, GREATEST(touches, 1) AS touches
          FROM placed
         WHERE position > 0 OR touches = 0
      )`,
    params: branches.flatMap((branch) => [...params, ...branch.params]),
  }
}

function named(expressions: Record<string, string>): string[] {
  return Object.entries(expressions).map(
    ([name, expression]) => `${expression} AS ${name}`
  )
}

function shareOf(weight: string): string {
  return `COALESCE(${weight} / NULLIF(SUM(${weight}) OVER whole_path, 0),
                        1::float8 / GREATEST(COUNT(*) OVER whole_path - 1, 1)) AS share_${weight}`
}

/** A person's choice for one conversion, as the index of choices has it. */
function isManual(alias: string): string {
  return `${alias}.resolution_method = 'manual' AND ${alias}.source <> 'session' AND ${alias}.deleted_at IS NULL`
}

function beganIn({ starts_at, ends_at }: TouchWindow): SqlStatement {
  return {
    sql: [
      starts_at ? "AND touch.started_at >= ?::timestamptz" : "",
      ends_at ? "AND touch.started_at < ?::timestamptz" : "",
    ].join(" "),
    params: [starts_at, ends_at].flatMap((time) => time?.toISOString() ?? []),
  }
}
