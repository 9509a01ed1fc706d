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

/** Touchpoints as they are, for a compensation. */
export function snapshotJourneysSql(keys: JourneyKey[]): SqlStatement {
  return {
    sql: `
      SELECT jsonb_build_object('journeys', jsonb_agg(journey))::text AS snapshot
        FROM customer_journey journey
        JOIN ${JOURNEY_KEYS} USING (source_type, source_id)`,
    params: [JSON.stringify(keys.map(keyOf))],
  }
}

function keyOf({ source_type, source_id }: JourneyKey): JourneyKey {
  return { source_type, source_id }
}
