import BigNumber from "bignumber.js"
import type { OrderActionRow, OrderChangeRow, ReturnRow } from "./order-rows"

const REQUESTED = "RETURN_ITEM"
const CANCELED = "CANCEL_RETURN_ITEM"
const RECEIVED = ["RECEIVE_RETURN_ITEM", "RECEIVE_DAMAGED_RETURN_ITEM"]
const FEE = "SHIPPING_ADD"

/** Units by item. */
export type Units = Map<string, BigNumber>

/** What a return's own changes say: its rows keep only their latest state. */
export interface ReturnMovements {
  id: string
  is_swap: boolean
  requested_at: Date | null
  requested: Units
  canceled: Units
  /** Undamaged and damaged units of one receipt, the oldest receipt first. */
  receipts: { received_at: Date; units: Units }[]
  /** Shipping methods that the customer pays for sending it back. */
  fees: { shipping_method_id: string; charged_at: Date }[]
}

/**
 * What each return asked for and received, when and how often, by the actions of
 * the order's confirmed changes.
 */
export function returnMovements(
  returns: ReturnRow[],
  changes: OrderChangeRow[]
): ReturnMovements[] {
  const dated = changes.toSorted(
    (a, b) => +a.confirmed_at - +b.confirmed_at || a.version - b.version
  )
  return returns.map(({ id, is_swap }) => {
    const own = dated.map(({ confirmed_at, actions }) => ({
      confirmed_at,
      actions: actions.filter(({ return_id }) => return_id === id),
    }))
    const every = own.flatMap(({ actions }) => actions)
    return {
      id,
      is_swap,
      requested_at:
        own.find(({ actions }) =>
          actions.some(({ action }) => action === REQUESTED)
        )?.confirmed_at ?? null,
      requested: unitsOf(every, [REQUESTED]),
      canceled: unitsOf(every, [CANCELED]),
      receipts: own
        .map(({ confirmed_at, actions }) => ({
          received_at: confirmed_at,
          units: unitsOf(actions, RECEIVED),
        }))
        .filter(({ units }) => units.size > 0),
      fees: own.flatMap(({ confirmed_at, actions }) =>
        actions
          .filter(({ action }) => action === FEE)
          .flatMap(({ reference_id }) =>
            reference_id
              ? { shipping_method_id: reference_id, charged_at: confirmed_at }
              : []
          )
      ),
    }
  })
}

/** Units that are still to come back. */
export function outstandingUnits(movements: ReturnMovements): Units {
  const left: Units = new Map(movements.requested)
  const taken = [
    movements.canceled,
    ...movements.receipts.map(({ units }) => units),
  ]
  for (const [item, units] of taken.flatMap((map) => [...map])) {
    left.set(item, (left.get(item) ?? new BigNumber(0)).minus(units))
  }
  return new Map([...left].filter(([, units]) => units.gt(0)))
}

function unitsOf(actions: OrderActionRow[], names: string[]): Units {
  const units: Units = new Map()
  for (const { action, item_id, quantity } of actions) {
    if (names.includes(action) && item_id !== null) {
      units.set(item_id, new BigNumber(quantity).plus(units.get(item_id) ?? 0))
    }
  }
  return units
}
