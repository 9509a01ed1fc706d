import { attributeConversionsSql } from "../sql/attribute-conversions"
import { markDuplicateStampsSql } from "../sql/mark-duplicate-stamps"
import { type SqlContext, write } from "./sql-context"

/**
 * Gives the conversions of these visitors and orders their last touch anew: the
 * one place where purchases and touches meet.
 */
export async function attribute(
  context: SqlContext,
  scope: [visitorIds: string[], orderIds: string[], lookbackHours: number]
): Promise<void> {
  await write(context, markDuplicateStampsSql(...scope))
  await write(context, attributeConversionsSql(...scope))
}
