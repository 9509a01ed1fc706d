import { isCreditNote, isOrder, type Invoice } from "./invoices"

export interface CreditMatch {
  note: Invoice
  order: Invoice
}

export interface CreditMatches {
  /** The note takes back its order whole. */
  cancellations: CreditMatch[]
  /** The note takes back a part; an order may have several. */
  refunds: CreditMatch[]
  unmatched: Invoice[]
}

/**
 * Finds the order that each credit note corrects. The file does not say: it is
 * the customer's latest earlier order of exactly that amount, else the latest
 * one of which so much is left and more. Whole cancellations are given out
 * first, in the notes' order, so that no part takes away an exact match; a
 * cancelled order has no parts.
 *
 * @param invoices - oldest first
 */
export function matchCreditNotes(invoices: readonly Invoice[]): CreditMatches {
  const orders = ordersByCustomer(invoices)
  const left = new Map<Invoice, number>()
  const earlierOrders = (note: Invoice) =>
    (orders.get(note.customer ?? "") ?? []).filter(({ at }) => at <= note.at)
  const leftOf = (order: Invoice) => left.get(order) ?? order.pence

  const cancellations: CreditMatch[] = []
  const rest: Invoice[] = []
  for (const note of invoices.filter(isCreditNote)) {
    const order = earlierOrders(note).findLast(
      (candidate) => leftOf(candidate) === -note.pence
    )
    if (order) {
      left.set(order, 0)
      cancellations.push({ note, order })
    } else {
      rest.push(note)
    }
  }

  const refunds: CreditMatch[] = []
  const unmatched: Invoice[] = []
  for (const note of rest) {
    const order = earlierOrders(note).findLast(
      (candidate) => leftOf(candidate) > -note.pence
    )
    if (order) {
      left.set(order, leftOf(order) + note.pence)
      refunds.push({ note, order })
    } else {
      unmatched.push(note)
    }
  }
  return { cancellations, refunds, unmatched }
}

function ordersByCustomer(
  invoices: readonly Invoice[]
): Map<string, Invoice[]> {
  const orders = new Map<string, Invoice[]>()
  for (const order of invoices) {
    if (order.customer && isOrder(order) && order.pence > 0) {
      const known = orders.get(order.customer)
      if (known) {
        known.push(order)
      } else {
        orders.set(order.customer, [order])
      }
    }
  }
  return orders
}
