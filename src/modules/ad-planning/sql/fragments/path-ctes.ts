import type { PathRules, SqlStatement } from "../../types"
import { ERASED_TOUCH } from "./erase-scope"
import { formerPurchaseOf } from "./former-purchase"
import { MANUAL_TOUCH } from "./manual-touch"

/** What the rows of a path bring along. */
export interface PathColumns {
  /** Of the touch: named expressions over `touch`, or over `ending`. */
  touch: Record<string, string>
  /** The parameters of those expressions. */
  params: SqlStatement["params"]
  /** Of the booking, beside `no` and `whole`. */
  booking?: readonly string[]
  /** Which of the touch's are also summed over its path, as `total_<name>`. */
  totals?: readonly string[]
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
 * 1 of `touches`. It follows two others with a row for each, named by `no`: `ending`,
 * where its path ends (its key, visitor, session, time, `erased_at`, `attribution_id`,
 * and what `pathBegin` says), and `booking`, what it is worth in `whole` units. Few
 * columns are sorted so; what a path is worth joins it sorted.
 *
 * A path has the sessions of the conversion's visitor and its session, and what it
 * carries itself, in the lookback. A choice by hand is the whole path, and so is the
 * stored last touch of whoever was erased. Undated touches stand first and are as
 * old as the lookback. Joined as sets: a lookup per conversion would cost more than
 * the scan of the period. A stamp that repeats a session is no touch.
 */
export function pathCtes(
  window: TouchWindow,
  { touch: columns, params, booking: kept = [], totals = [] }: PathColumns
): SqlStatement {
  const expressions = Object.entries(columns).map(
    ([name, expression]) => `${expression} AS ${name}`
  )
  const select = `SELECT ending.no, touch.started_at, touch.session_id, touch.confidence = 'undated' AS is_undated,
               ${expressions.join(", ")}`
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
      placed AS NOT MATERIALIZED (
        SELECT no, ${Object.keys(columns).join(", ")}, row_number() OVER whole_path AS position, COUNT(*) OVER whole_path AS touches
               ${totals.map((name) => `, SUM(${name}) OVER whole_path AS total_${name}`).join("")}
          FROM (
        ${branches.map((branch) => `${select}\n          FROM ending\n          ${branch.sql}`).join("\n        UNION ALL\n        ")}
          ) touch
        WINDOW whole_path AS (PARTITION BY no ORDER BY is_undated DESC, started_at, session_id NULLS FIRST
                              ${ALL_OF_IT})
      ),
      path AS (
        SELECT placed.*, ${["whole", ...kept].map((name) => `booking.${name}`).join(", ")}
          FROM placed
          JOIN booking USING (no)
      )`,
    params: branches.flatMap((branch) => [...params, ...branch.params]),
  }
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
