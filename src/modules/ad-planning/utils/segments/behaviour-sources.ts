import type { RuleParams, SqlStatement } from "../../types"
import type { CompileContext } from "./compile-context"
import { joinParts, part } from "./sql-parts"
import { ofPeople, oneOf, windowConditions } from "./window"

/** Touchpoints by person. */
export function eventsSource(
  params: RuleParams,
  context: CompileContext
): SqlStatement {
  return wheres(
    `
        SELECT person_id, COUNT(*) AS count, MIN(timestamp) AS first_at, MAX(timestamp) AS last_at
          FROM customer_journey journey
         WHERE `,
    [
      part("journey.person_id IS NOT NULL AND journey.deleted_at IS NULL"),
      ...windowConditions("journey.timestamp", params, context),
      ...oneOf("journey.event_type", params.event_type),
      ...(params.event_name === undefined
        ? []
        : [
            part(
              `?::text IN (journey.event_data ->> 'event_name', journey.event_data ->> 'name',
                           journey.event_data ->> 'conversion_name')`,
              params.event_name
            ),
          ]),
      ...Object.entries(params.properties ?? {}).map(([name, value]) =>
        part("journey.event_data ->> ? = ?", name, String(value))
      ),
      ...oneOf("journey.channel", params.channel),
      ...oneOf("journey.ad_campaign_id", params.ad_campaign_id),
      ...ofPeople("journey.person_id", context),
    ],
    " GROUP BY person_id"
  )
}

/** Marketing touches by person. */
export function touchesSource(
  params: RuleParams,
  context: CompileContext
): SqlStatement {
  return wheres(
    `
        SELECT person_id, COUNT(*) AS count
          FROM campaign_attribution touch
         WHERE `,
    [
      part(COUNTED_TOUCH),
      ...windowConditions("touch.started_at", params, context),
      ...oneOf("touch.ad_campaign_id", params.ad_campaign_id),
      ...oneOf("touch.channel_group", params.channel_group),
      ...oneOf("touch.platform", params.platform),
      ...ofPeople("touch.person_id", context),
    ],
    " GROUP BY person_id"
  )
}

const COUNTED_TOUCH =
  "touch.person_id IS NOT NULL AND touch.deleted_at IS NULL AND NOT touch.is_duplicate"

const TOUCH_COLUMNS = `touch.person_id, touch.ad_campaign_id AS campaign, touch.channel_group,
               touch.platform, touch.utm_source, touch.started_at AS at`

/** The touch that brought a person, as their profile has it. */
export function acquisitionSource(context: CompileContext): SqlStatement {
  const where = joinParts(
    [
      part(COUNTED_TOUCH),
      ...windowConditions("touch.started_at", {}, context),
      ...ofPeople("touch.person_id", context),
    ],
    " AND "
  )
  return {
    sql: `
        SELECT DISTINCT ON (touch.person_id) ${TOUCH_COLUMNS}
          FROM campaign_attribution touch
          LEFT JOIN (SELECT DISTINCT ON (person_id) person_id, idempotency_key, converted_at
                       FROM conversion
                      WHERE is_first_purchase AND conversion_type = 'purchase' AND person_id IS NOT NULL
                        AND canceled_at IS NULL AND deleted_at IS NULL
                      ORDER BY person_id, converted_at) bought ON bought.person_id = touch.person_id
          CROSS JOIN LATERAL (SELECT COALESCE(
                   touch.started_at <= bought.converted_at
                   AND touch.started_at >= bought.converted_at - make_interval(hours => ?)
                   AND (touch.source = 'session' OR touch.touch_key = bought.idempotency_key),
                   false) AS is_in_path) path
         WHERE ${where.sql}
         ORDER BY touch.person_id, is_in_path DESC,
                  (is_in_path AND touch.confidence = 'undated') DESC,
                  touch.started_at, touch.session_id NULLS FIRST, touch.touch_key`,
    params: [context.lookback_hours, ...where.params],
  }
}

/** A person's latest touch; an undated one only where no other is known. */
export function lastTouchSource(context: CompileContext): SqlStatement {
  return wheres(
    `
        SELECT DISTINCT ON (touch.person_id) ${TOUCH_COLUMNS}
          FROM campaign_attribution touch
         WHERE `,
    [
      part(COUNTED_TOUCH),
      ...windowConditions("touch.started_at", {}, context),
      ...ofPeople("touch.person_id", context),
    ],
    ` ORDER BY touch.person_id, touch.confidence = 'undated', touch.started_at DESC,
                  touch.session_id DESC NULLS LAST, touch.touch_key DESC`
  )
}

function wheres(
  before: string,
  conditions: SqlStatement[],
  after: string
): SqlStatement {
  const where = joinParts(conditions, " AND ")
  return { sql: `${before}${where.sql}${after}`, params: where.params }
}
