import type { SqlStatement } from "../../types"
import {
  PATH_CONVERSION,
  PATH_NULL,
  PATH_START,
} from "../../utils/attribution/training"
import {
  bookingCtes,
  COUNTS_AS,
  type CreditRequest,
  TOUCH_STATE,
} from "../fragments/credit-ctes"
import { isChoice } from "../fragments/manual-touch"
import { pathCtes } from "../fragments/path-ctes"
import { withCtes } from "../fragments/report-ctes"

/** Of one visitor, as `pathCtes` sorts them. */
const TOUCH_ORDER = "happened_at, session_id NULLS FIRST, touch_key"

/**
 * How often touches of one state follow another in the paths that ended in the
 * period, for the data-driven model.
 *
 * A purchase that stands ends a path of its touches since the visitor's former one.
 * What no purchase took is a path to nothing: of each visitor, between two purchases
 * and without a gap of a lookback, once the lookback after its last touch is over.
 * Touches of more than a lookback before the period are not read.
 *
 * @param asked - a period that is over at the moment of asking
 */
export function trainingTransitionsSql(asked: CreditRequest): SqlStatement {
  const { request, rules } = asked
  const [period] = request.periods
  const hours = rules.lookback_hours
  const begins = [period!.from.toISOString(), hours, period!.to.toISOString()]
  const columns = {
    touch: { touch_id: "touch.id", state: TOUCH_STATE },
    params: [],
    booking: {
      kind: "kind",
      // What no exchange rate covers converted, and is worth nothing that is known.
      value: `CASE WHEN unconverted_currency IS NULL
                    THEN (whole + COALESCE(rest, 0)) * unit_worth ELSE 0 END`,
    },
  }
  return withCtes(
    [
      ...bookingCtes({
        ...asked,
        rules: { ...rules, stop_at_previous_purchase: true },
        request: {
          ...request,
          periods: [period!],
          basis: "order_date",
          filters: { ...request.filters, conversion_types: ["purchase"] },
        },
      }),
      pathCtes({ starts_at: null, ends_at: period!.to }, columns),
      {
        sql: `
      bought AS (
        SELECT no, touch_id, state, position, touches, value
          FROM path
         WHERE kind & ${COUNTS_AS.purchase} > 0 AND touch_id IS NOT NULL
      ),
      moment AS (
        SELECT touch.visitor_id, touch.started_at AS happened_at, false AS is_purchase, touch.id AS touch_id,
               touch.session_id, touch.touch_key, ${TOUCH_STATE} AS state
          FROM campaign_attribution touch
         WHERE touch.source = 'session' AND touch.visitor_id IS NOT NULL
           AND touch.deleted_at IS NULL AND NOT touch.is_duplicate AND NOT ${isChoice("touch")}
           AND touch.started_at >= ?::timestamptz - make_interval(hours => ?)
           AND touch.started_at < ?::timestamptz
        UNION ALL
        SELECT visitor_id, converted_at, true, NULL, NULL, NULL, NULL
          FROM conversion
         WHERE conversion_type = 'purchase' AND canceled_at IS NULL AND visitor_id IS NOT NULL
           AND deleted_at IS NULL
           AND converted_at >= ?::timestamptz - make_interval(hours => ?)
           AND converted_at < ?::timestamptz
      ),
      followed AS (
        SELECT moment.*,
               COUNT(*) FILTER (WHERE is_purchase) OVER earlier AS purchases_before,
               MIN(happened_at) FILTER (WHERE is_purchase) OVER later AS next_purchase_at
          FROM moment
        WINDOW earlier AS (PARTITION BY visitor_id ORDER BY happened_at, is_purchase ROWS UNBOUNDED PRECEDING),
               later AS (PARTITION BY visitor_id ORDER BY happened_at, is_purchase
                         ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
      ),
      unsold AS (
        SELECT followed.*,
               LAG(happened_at) OVER (PARTITION BY visitor_id, purchases_before
                             ORDER BY ${TOUCH_ORDER}) AS former_at
          FROM followed
         WHERE NOT is_purchase
           AND COALESCE(next_purchase_at > happened_at + make_interval(hours => ?), true)
           AND NOT EXISTS (SELECT 1 FROM bought WHERE bought.touch_id = followed.touch_id)
      ),
      cut AS (
        SELECT unsold.*,
               COUNT(*) FILTER (WHERE former_at IS NULL OR happened_at > former_at + make_interval(hours => ?))
                 OVER (PARTITION BY visitor_id, purchases_before ORDER BY ${TOUCH_ORDER}) AS part
          FROM unsold
      ),
      lost AS (
        SELECT cut.*, row_number() OVER (PARTITION BY visitor_id, purchases_before, part
                                         ORDER BY ${TOUCH_ORDER}) AS position,
               COUNT(*) OVER whole AS touches, MAX(happened_at) OVER whole AS last_at
          FROM cut
        WINDOW whole AS (PARTITION BY visitor_id, purchases_before, part)
      ),
      step AS (
        SELECT state, CASE WHEN position = 1 THEN '${PATH_START}' ELSE LAG(state) OVER path END AS former,
               position = touches AS is_last, '${PATH_CONVERSION}' AS ending, value
          FROM bought
        WINDOW path AS (PARTITION BY no ORDER BY position)
        UNION ALL
        SELECT state, CASE WHEN position = 1 THEN '${PATH_START}' ELSE LAG(state) OVER path END,
               position = touches, '${PATH_NULL}', 0
          FROM lost
         WHERE last_at + make_interval(hours => ?) >= ?::timestamptz
           AND last_at + make_interval(hours => ?) < ?::timestamptz
        WINDOW path AS (PARTITION BY visitor_id, purchases_before, part ORDER BY position)
      )`,
        params: [
          ...begins,
          ...begins,
          hours,
          hours,
          hours,
          begins[0]!,
          hours,
          begins[2]!,
        ],
      },
    ],
    {
      sql: `
      SELECT former AS from_state, state AS to_state, COUNT(*)::int AS transitions, '0' AS value
        FROM step
       GROUP BY 1, 2
      UNION ALL
      SELECT state, ending, COUNT(*)::int, SUM(value)::text
        FROM step
       WHERE is_last
       GROUP BY 1, 2
       ORDER BY 1, 2`,
      params: [],
    }
  )
}
