import BigNumber from "bignumber.js"
import type { CreditLineRow, OrderMoneyInput } from "./order-rows"

// Cart completion writes the order and its credit lines in one transaction.
const PLACEMENT_TOLERANCE_MS = 1_000

export interface CreditLineAdjustment {
  source_type: "credit_line"
  source_id: string
  /** Negative: what was given back. */
  amount: BigNumber
  occurred_at: Date
}

/**
 * Refunds and goodwill of an order. A line that was there when the order was
 * placed (a gift card, store credit) is a means of payment and none of these.
 *
 * Medusa copies every line into each later version under a new id and time. A
 * line is therefore known by the version that added it, or, when none is noted,
 * by its copy in version 1.
 */
export function creditLineAdjustments(
  order: OrderMoneyInput
): CreditLineAdjustment[] {
  const unmatched = [...order.original.credit_lines]
  const perVersion = new Map<number, number>()
  return order.current.credit_lines.flatMap((line) => {
    const amount = new BigNumber(line.amount).negated()
    if (amount.isZero()) {
      // Medusa notes a cancelled order's refund even when nothing was captured.
      return []
    }
    if (line.created_in_version !== null) {
      const version = line.created_in_version
      const position = (perVersion.get(version) ?? 0) + 1
      perVersion.set(version, position)
      const change = order.changes.find((row) => row.version === version)
      return {
        source_type: "credit_line" as const,
        source_id: `${order.id}:v${version}:${position}`,
        amount,
        occurred_at: change?.confirmed_at ?? line.created_at,
      }
    }
    const first = takeCopy(unmatched, line) ?? line
    return isPlacementLine(order, first)
      ? []
      : {
          source_type: "credit_line" as const,
          source_id: first.id,
          amount,
          occurred_at: first.created_at,
        }
  })
}

/** Finds the version-1 row a line was copied from, each row once. */
function takeCopy(
  rows: CreditLineRow[],
  line: CreditLineRow
): CreditLineRow | undefined {
  const index = rows.findIndex(
    (row) =>
      new BigNumber(row.amount).eq(line.amount) &&
      row.reference === line.reference &&
      row.reference_id === line.reference_id
  )
  return index < 0 ? undefined : rows.splice(index, 1)[0]
}

function isPlacementLine(order: OrderMoneyInput, line: CreditLineRow): boolean {
  const placed = order.placed_at.getTime() + PLACEMENT_TOLERANCE_MS
  return line.created_at.getTime() <= placed
}
