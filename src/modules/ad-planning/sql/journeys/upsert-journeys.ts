import type { JourneyFact, SqlStatement } from "../../types"
import { journeyChannel } from "../fragments/journey-channel"
import { personOf } from "../fragments/person-of"
import { writeToldJourneys } from "../fragments/write-told-journeys"

const TEXTS = [
  "event_type",
  "stage",
  "email_hash",
  "customer_id",
  "visitor_id",
  "session_id",
  "currency",
  "website_id",
] as const

const COLUMNS = [
  ...TEXTS,
  "event_data",
  "channel",
  "timestamp",
  "person_id",
  "ad_campaign_id",
]

/**
 * Writes touchpoints as their sources have them now, each with the person that
 * its identifiers name and, in a session, with the channel and campaign of the
 * session's touch. One that did not change is not touched.
 *
 * @returns the rows that were written
 */
export function upsertJourneysSql(facts: JourneyFact[]): SqlStatement {
  return {
    sql: `
      WITH fact AS (
        SELECT DISTINCT ON (source_type, source_id) *
          FROM jsonb_to_recordset(?::jsonb) AS fact(
            source_type text, source_id text, event_data jsonb, channel text,
            timestamp timestamptz, value numeric,
            ${TEXTS.map((column) => `${column} text`).join(", ")})
         ORDER BY source_type, source_id
      ),
      told AS (
        SELECT source_type, source_id, event_data, fact.timestamp, fact.value,
               ${TEXTS.map((column) => `fact.${column}`).join(", ")},
               CASE WHEN touch.id IS NULL THEN fact.channel
                    ELSE ${journeyChannel("touch")} END AS channel,
               touch.ad_campaign_id,
               ${personOf({
                 email: "fact.email_hash",
                 customer: "fact.customer_id",
                 visitor: "fact.visitor_id",
                 at: "fact.timestamp",
               })} AS person_id
          FROM fact
          LEFT JOIN campaign_attribution touch
            ON touch.touch_key = 'session:' || fact.session_id AND touch.deleted_at IS NULL
      ),
      ${writeToldJourneys(COLUMNS)}
      SELECT id FROM told_anew`,
    params: [JSON.stringify(facts)],
  }
}
