import type { DemoCampaign } from "./campaigns"
import { countryCode } from "./country-codes"
import type { CampaignResult } from "./credit-last-touch"
import { isCreditNote, isOrder, type Invoice } from "./invoices"
import { matchCreditNotes, type CreditMatch } from "./match-credit-notes"
import { DAY_MS, newestMonthsStart, shifted, weeksShift } from "./period"
import { planSpend, type CampaignDay } from "./plan-spend"
import { planVisits } from "./plan-visits"
import {
  before,
  type DemoPeriod,
  type PlannedOrder,
  type Visit,
} from "./visits"

export interface DemoOrder extends PlannedOrder {
  source: Invoice
  metadata: Record<string, unknown>
}

export interface DemoCustomer {
  /** The shop's customer number. */
  number: string
  /** The customer's first invoice in the whole file. */
  since: Date
}

/** A credit note that is booked on its order. */
export interface DemoCredit {
  note: string
  invoice: string
  at: Date
  pence: number
  orderPence: number
}

/** Credit notes of the period that are not booked, by reason. */
export interface NotBooked {
  no_order: string[]
  order_before_the_period: string[]
  over_the_limit: string[]
}

export interface DemoPlan {
  period: DemoPeriod
  orders: DemoOrder[]
  customers: DemoCustomer[]
  cancellations: DemoCredit[]
  refunds: DemoCredit[]
  notBooked: NotBooked
  /** Entries of the period that are neither order nor credit note. */
  skipped: string[]
  visits: Visit[]
  days: CampaignDay[]
  /** What last touch must credit each campaign with. */
  credited: Map<DemoCampaign, CampaignResult>
}

// In the middle of the 30 days that reports show, so that they show both.
const PAUSE_MS = 15 * DAY_MS
// The last three whole days and the one that may not be over.
const UNTAGGED_MS = 4 * DAY_MS

// Paying an order and refunding a part of it takes Medusa some 0.2 s.
const MOST_REFUNDS = { newest: 60, full: 300 }

/**
 * Everything the demo store is made of, from the invoices and the time: the
 * same on every run that moves the dates by the same number of weeks.
 *
 * @param invoices - oldest first
 */
export function planDemo(
  invoices: readonly Invoice[],
  size: "newest" | "full",
  now: Date
): DemoPlan {
  const lastOrderAt = invoices.filter(isOrder).at(-1)!.at
  const shift = weeksShift(lastOrderAt, now)
  const start =
    size === "full" ? invoices[0]!.at : newestMonthsStart(lastOrderAt)
  const isLoaded = ({ at }: Invoice) => at >= start
  const from = shifted(start, shift)
  const to = shifted(lastOrderAt, shift)
  const period = {
    from,
    to,
    pausedAt: before(to, PAUSE_MS),
    untaggedAt: before(to, UNTAGGED_MS),
  }

  const loaded = invoices.filter(isLoaded)
  const booked = bookCredits(invoices, isLoaded, MOST_REFUNDS[size])
  const credit = ({ note, order }: CreditMatch): DemoCredit => ({
    note: note.number,
    invoice: order.number,
    at: shifted(note.at, shift),
    pence: -note.pence,
    orderPence: order.pence,
  })
  const planned = loaded.filter(isSale).map((invoice) => ({
    source: invoice,
    invoice: invoice.number,
    customer: invoice.customer,
    at: shifted(invoice.at, shift),
    countryCode: countryCode(invoice.country),
    pence: invoice.pence,
    netPence: invoice.pence - (booked.pence.get(invoice) ?? 0),
  }))
  const { visits, stamps, credited } = planVisits(planned, period)
  const orders = planned.map((order) => ({
    ...order,
    metadata: metadataOf(order.invoice, stamps.get(order.invoice)),
  }))
  return {
    period,
    orders,
    customers: customersOf(orders, invoices, (at) => shifted(at, shift)),
    cancellations: booked.cancellations.map(credit),
    refunds: booked.refunds.map(credit),
    notBooked: booked.notBooked,
    skipped: loaded
      .filter((invoice) => !isSale(invoice) && !isCreditNote(invoice))
      .map(({ number }) => number),
    visits,
    credited,
    days: planSpend(credited, period, now),
  }
}

function isSale(invoice: Invoice): boolean {
  return isOrder(invoice) && invoice.pence >= 0
}

/** Which credit notes are booked, and what they take from their orders. */
function bookCredits(
  invoices: readonly Invoice[],
  isLoaded: (invoice: Invoice) => boolean,
  mostRefunds: number
) {
  const matches = matchCreditNotes(invoices)
  const hasOrder = ({ order }: CreditMatch) => isLoaded(order)
  const cancellations = matches.cancellations.filter(hasOrder)
  const parts = matches.refunds.filter(hasOrder)
  // Medusa's refund workflow books all former refunds of a payment again.
  const onePerOrder = [
    ...new Map(parts.map((match) => [match.order, match])).values(),
  ]
  const refunds = spreadEvenly(onePerOrder, mostRefunds)
  const isBooked = new Set(refunds)
  const numbers = (notes: readonly Invoice[]) =>
    notes.filter(isLoaded).map(({ number }) => number)
  return {
    cancellations,
    refunds,
    notBooked: {
      no_order: numbers(matches.unmatched),
      order_before_the_period: numbers(
        notesOf(
          [...matches.cancellations, ...matches.refunds].filter(
            (match) => !hasOrder(match)
          )
        )
      ),
      over_the_limit: numbers(
        notesOf(parts.filter((match) => !isBooked.has(match)))
      ),
    },
    pence: new Map([
      ...cancellations.map(({ order }) => [order, order.pence] as const),
      ...refunds.map(({ order, note }) => [order, -note.pence] as const),
    ]),
  }
}

function notesOf(matches: readonly CreditMatch[]): Invoice[] {
  return matches.map(({ note }) => note)
}

/** At most `most` of the items, over the whole list. */
function spreadEvenly<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most)
  const count = Math.min(items.length, most)
  return Array.from({ length: count }, (_, n) => items[Math.floor(n * step)]!)
}

function customersOf(
  orders: readonly DemoOrder[],
  invoices: readonly Invoice[],
  shift: (at: Date) => Date
): DemoCustomer[] {
  const since = new Map<string, Date>()
  for (const { customer, at } of invoices) {
    if (customer && !since.has(customer)) {
      since.set(customer, shift(at))
    }
  }
  const numbers = new Set(orders.flatMap(({ customer }) => customer ?? []))
  return [...numbers]
    .toSorted()
    .map((number) => ({ number, since: since.get(number)! }))
}

function metadataOf(invoice: string, stamp: Record<string, string> = {}) {
  const synthetic = Object.keys(stamp)
  return {
    invoice,
    ...stamp,
    ...(synthetic.length ? { synthetic } : {}),
  }
}
