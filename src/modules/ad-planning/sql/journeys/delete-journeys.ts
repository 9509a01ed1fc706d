import type { JourneyKey, SqlStatement } from "../../types"

const JOURNEY_KEYS =
  "jsonb_to_recordset(?::jsonb) AS key(source_type text, source_id text)"

/** Forgets touchpoints whose source does not tell them (any more). */
export function deleteJourneysSql(keys: JourneyKey[]): SqlStatement {
  return {
    sql: `
      DELETE FROM customer_journey journey USING ${JOURNEY_KEYS}
       WHERE journey.source_type = key.source_type AND journey.source_id = key.source_id
      RETURNING journey.id`,
    params: [JSON.stringify(keys.map(keyOf))],
  }
}

/** Touchpoints and the ratings of the same sources, for a compensation. */
export function snapshotJourneysSql(keys: JourneyKey[]): SqlStatement {
  return {
    sql: `
      SELECT jsonb_build_object(
        'journeys', (SELECT jsonb_agg(journey) FROM customer_journey journey
                       JOIN ${JOURNEY_KEYS} USING (source_type, source_id)),
        'ratings', (SELECT jsonb_agg(rating) FROM ad_planning_rating rating
                      JOIN ${JOURNEY_KEYS} USING (source_type, source_id)))::text AS snapshot`,
    params: [keys, keys].map((list) => JSON.stringify(list.map(keyOf))),
  }
}

function keyOf({ source_type, source_id }: JourneyKey): JourneyKey {
  return { source_type, source_id }
}
