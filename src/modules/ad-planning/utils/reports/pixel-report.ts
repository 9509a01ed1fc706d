import type { PixelHealthRow } from "../../types"
import { ratio } from "./ratio"

/** Why calls were not taken; each was answered, none was stored. */
export const REFUSALS = [
  "bot",
  "no_consent",
  "invalid",
  "too_large",
  "rate_limited",
  "overloaded",
  "failed",
] as const
export type Refusal = (typeof REFUSALS)[number]

export interface PixelFigures {
  orders: number
  orders_with_visitor: number
  accepted: number
  /** Repeated calls, answered like the first. */
  duplicate: number
  refused: Record<Refusal, number>
}

export type PixelDay = { date: string } & PixelFigures

export type PixelTotals = PixelFigures & {
  /** All reasons together. */
  refused_calls: number
  /** Of the orders; null without any. */
  with_visitor_rate: number | null
}

export interface PixelReport {
  days: PixelDay[]
  totals: PixelTotals
  last_accepted_at: Date | null
}

/** Shapes the statement's rows: one per day, and their sum. */
export function pixelReport(rows: PixelHealthRow[]): PixelReport {
  const sum = (pick: (row: PixelHealthRow) => number) =>
    rows.reduce((total, row) => total + pick(row), 0)
  const orders = sum((row) => row.orders)
  const orders_with_visitor = sum((row) => row.orders_with_visitor)
  return {
    days: rows.map((row) => ({
      date: row.date,
      orders: row.orders,
      orders_with_visitor: row.orders_with_visitor,
      accepted: row.accepted,
      duplicate: row.duplicate,
      refused: refusals((reason) => row[reason]),
    })),
    totals: {
      orders,
      orders_with_visitor,
      accepted: sum((row) => row.accepted),
      duplicate: sum((row) => row.duplicate),
      refused: refusals((reason) => sum((row) => row[reason])),
      refused_calls: sum((row) =>
        REFUSALS.reduce((total, reason) => total + row[reason], 0)
      ),
      with_visitor_rate: ratio(orders_with_visitor, orders),
    },
    last_accepted_at: rows[0]?.last_accepted_at ?? null,
  }
}

function refusals(count: (reason: Refusal) => number): Record<Refusal, number> {
  return {
    bot: count("bot"),
    no_consent: count("no_consent"),
    invalid: count("invalid"),
    too_large: count("too_large"),
    rate_limited: count("rate_limited"),
    overloaded: count("overloaded"),
    failed: count("failed"),
  }
}
