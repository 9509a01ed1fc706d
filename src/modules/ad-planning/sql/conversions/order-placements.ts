import type { SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

export interface OrderPlacement {
  order_id: string
  /** Null while the order is a draft. */
  placed_at: Date | null
}

/**
 * Notes drafts, and the time at which one became an order: the first time it is
 * seen as one stays. Orders that were never seen as a draft are not noted.
 *
 * @returns the noted times of these orders
 */
export function notePlacementsSql(
  drafts: string[],
  placed: OrderPlacement[]
): SqlStatement[] {
  return [
    {
      sql: `
      INSERT INTO ad_planning_order_placement (id, order_id)
      SELECT ${newId("applace")}, order_id
        FROM jsonb_array_elements_text(?::jsonb) AS order_id
      ON CONFLICT (order_id) DO UPDATE SET placed_at = NULL, updated_at = now()
              WHERE ad_planning_order_placement.placed_at IS NOT NULL`,
      params: [JSON.stringify(drafts)],
    },
    {
      sql: `
      UPDATE ad_planning_order_placement placement
         SET placed_at = COALESCE(placement.placed_at, fact.placed_at), updated_at = now()
        FROM jsonb_to_recordset(?::jsonb) AS fact(order_id text, placed_at timestamptz)
       WHERE placement.order_id = fact.order_id
      RETURNING placement.order_id, placement.placed_at`,
      params: [JSON.stringify(placed)],
    },
  ]
}
