/**
 * When the visitor of a conversion bought before, as a scalar subquery. A canceled
 * order is no purchase here, as in the paths that the data-driven model learns from.
 *
 * @param row - has the conversion's visitor and time
 */
export function formerPurchaseOf(row: string): string {
  return `(SELECT MAX(former.converted_at) FROM conversion former
                WHERE former.visitor_id = ${row}.visitor_id AND former.converted_at < ${row}.converted_at
                  AND former.conversion_type = 'purchase' AND former.canceled_at IS NULL
                  AND former.deleted_at IS NULL)`
}
