/**
 * Names the touchpoint of a conversion: its source, and what follows the first
 * colon of its key.
 *
 * @param alias - a row of `conversion`
 */
export function journeyKeyOf(alias: string): string {
  return `${alias}.source AS source_type,
               substr(${alias}.idempotency_key, strpos(${alias}.idempotency_key, ':') + 1) AS source_id`
}

/** A CTE that forgets the touchpoints of conversions that another one deleted. */
export function forgottenJourneysCte(gone: string): string {
  return `
      forgotten AS (
        DELETE FROM customer_journey journey
         USING (SELECT ${journeyKeyOf(gone)} FROM ${gone}) told
         WHERE journey.source_type = told.source_type AND journey.source_id = told.source_id
        RETURNING journey.id
      )`
}
