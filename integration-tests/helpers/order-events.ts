import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  beginClaimOrderWorkflow,
  beginExchangeOrderWorkflow,
  beginReceiveReturnWorkflow,
  cancelOrderExchangeWorkflow,
  confirmClaimRequestWorkflow,
  confirmExchangeRequestWorkflow,
  confirmReturnReceiveWorkflow,
  createAndCompleteReturnOrderWorkflow,
  dismissItemReturnRequestWorkflow,
  orderClaimAddNewItemWorkflow,
  orderClaimItemWorkflow,
  orderClaimRequestItemReturnWorkflow,
  orderExchangeAddNewItemWorkflow,
  orderExchangeRequestItemReturnWorkflow,
  receiveAndCompleteReturnOrderWorkflow,
  receiveItemReturnRequestWorkflow,
} from "@medusajs/medusa/core-flows"
import type { PlacedOrder } from "./orders"
import type { TestStore } from "./store"

/** Asks for units back; returns the return's id. */
export async function requestReturn(
  container: MedusaContainer,
  store: TestStore,
  order: PlacedOrder,
  quantity: number,
  fee = 0
): Promise<string> {
  const { result } = await createAndCompleteReturnOrderWorkflow(container).run({
    input: {
      order_id: order.id,
      location_id: store.location_id,
      items: [{ id: order.item_ids[0]!, quantity }],
      return_shipping: { option_id: store.return_option_id, price: fee },
    },
  })
  return result.id
}

/** The parcel of a return is back, whole and good. */
export async function receive(
  container: MedusaContainer,
  returnId: string,
  order: PlacedOrder,
  quantity: number
) {
  await receiveAndCompleteReturnOrderWorkflow(container).run({
    input: {
      return_id: returnId,
      items: [{ id: order.item_ids[0]!, quantity }],
    },
  })
}

/** A receipt as the admin makes it: good units, and damaged ones. */
export async function receiveParcel(
  container: MedusaContainer,
  returnId: string,
  order: PlacedOrder,
  { good = 0, damaged = 0 }: { good?: number; damaged?: number }
) {
  const id = order.item_ids[0]!
  await beginReceiveReturnWorkflow(container).run({
    input: { return_id: returnId },
  })
  if (good > 0) {
    await receiveItemReturnRequestWorkflow(container).run({
      input: { return_id: returnId, items: [{ id, quantity: good }] },
    })
  }
  if (damaged > 0) {
    await dismissItemReturnRequestWorkflow(container).run({
      input: { return_id: returnId, items: [{ id, quantity: damaged }] },
    })
  }
  await confirmReturnReceiveWorkflow(container).run({
    input: { return_id: returnId },
  })
}

/** One unit is to come back for a new one; returns the exchange and its return. */
export async function requestExchange(
  container: MedusaContainer,
  store: TestStore,
  order: PlacedOrder,
  newPrice: 50 | 60 | 70 | 100
): Promise<{ exchange_id: string; return_id: string }> {
  const { result } = await beginExchangeOrderWorkflow(container).run({
    input: { order_id: order.id },
  })
  const exchange_id = result.exchange_id!
  await orderExchangeRequestItemReturnWorkflow(container).run({
    input: {
      exchange_id,
      items: [{ id: order.item_ids[0]!, quantity: 1 }],
      return_id: "",
    },
  })
  await orderExchangeAddNewItemWorkflow(container).run({
    input: { exchange_id, items: [newItem(store, newPrice)] },
  })
  await confirmExchangeRequestWorkflow(container).run({
    input: { exchange_id },
  })
  return {
    exchange_id,
    return_id: await returnOf(container, { exchange_id }),
  }
}

export async function cancelExchange(
  container: MedusaContainer,
  exchangeId: string
) {
  await cancelOrderExchangeWorkflow(container).run({
    input: { exchange_id: exchangeId },
  })
}

/** One unit was faulty: it is to come back, and another one is sent. */
export async function requestReplacement(
  container: MedusaContainer,
  store: TestStore,
  order: PlacedOrder,
  price: 50 | 60 | 70 | 100
): Promise<{ claim_id: string; return_id: string }> {
  const items = [{ id: order.item_ids[0]!, quantity: 1 }]
  const { result } = await beginClaimOrderWorkflow(container).run({
    input: { order_id: order.id, type: "replace" },
  })
  const claim_id = result.claim_id!
  await orderClaimItemWorkflow(container).run({
    input: {
      claim_id,
      items: [{ ...items[0]!, reason: "production_failure" }],
    },
  })
  await orderClaimRequestItemReturnWorkflow(container).run({
    input: { claim_id, items, return_id: "" },
  })
  await orderClaimAddNewItemWorkflow(container).run({
    input: { claim_id, items: [newItem(store, price)] },
  })
  await confirmClaimRequestWorkflow(container).run({ input: { claim_id } })
  return { claim_id, return_id: await returnOf(container, { claim_id }) }
}

function newItem(store: TestStore, price: number) {
  return {
    variant_id: store.variants[price]!,
    quantity: 1,
    unit_price: price,
  }
}

async function returnOf(
  container: MedusaContainer,
  filters: Record<string, string>
): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "return",
    fields: ["id"],
    filters,
  })
  return data[0]!.id
}
