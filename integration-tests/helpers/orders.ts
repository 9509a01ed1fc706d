import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  beginExchangeOrderWorkflow,
  beginOrderEditOrderWorkflow,
  confirmExchangeRequestWorkflow,
  confirmOrderEditRequestWorkflow,
  createAndCompleteReturnOrderWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderPaymentCollectionWorkflow,
  createOrderWorkflow,
  markPaymentCollectionAsPaid,
  orderEditUpdateItemQuantityWorkflow,
  orderExchangeAddNewItemWorkflow,
  orderExchangeRequestItemReturnWorkflow,
  receiveAndCompleteReturnOrderWorkflow,
  refundPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import type { TestStore } from "./store"

export interface PlacedOrder {
  id: string
  item_ids: string[]
}

export interface OrderOptions {
  price?: 50 | 60 | 70 | 100
  quantity?: number
  email?: string
  currency?: string
  is_draft?: boolean
  metadata?: Record<string, unknown>
}

/** Places an order the way Medusa's own admin does, by its workflow. */
export async function placeOrder(
  container: MedusaContainer,
  store: TestStore,
  {
    price = 100,
    quantity = 1,
    email = "ann@example.com",
    currency = "gbp",
    is_draft = false,
    metadata,
  }: OrderOptions = {}
): Promise<PlacedOrder> {
  const address = {
    first_name: "Ann",
    last_name: "Lee",
    address_1: "1 Street",
    city: "London",
    postal_code: "E1",
    country_code: "gb",
  }
  const { result: order } = await createOrderWorkflow(container).run({
    input: {
      ...(is_draft ? { is_draft_order: true, status: "draft" } : {}),
      region_id: store.region_id,
      sales_channel_id: store.sales_channel_id,
      email,
      currency_code: currency,
      shipping_address: address,
      billing_address: address,
      items: [
        {
          title: "Shirt",
          variant_id: store.variants[price],
          unit_price: price,
          quantity,
        },
      ],
      metadata,
    },
  })
  return { id: order.id, item_ids: (order.items ?? []).map(({ id }) => id) }
}

/** Captures the whole amount; returns the payment's id. */
export async function capturePayment(
  container: MedusaContainer,
  orderId: string,
  amount: number
): Promise<string> {
  const { result: collections } = await createOrderPaymentCollectionWorkflow(
    container
  ).run({ input: { order_id: orderId, amount } })
  await markPaymentCollectionAsPaid(container).run({
    input: { order_id: orderId, payment_collection_id: collections[0]!.id },
  })
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["id"],
    filters: { payment_collection_id: collections[0]!.id },
  })
  return data[0]!.id
}

export async function refund(
  container: MedusaContainer,
  paymentId: string,
  amount: number
) {
  await refundPaymentWorkflow(container).run({
    input: { payment_id: paymentId, amount },
  })
}

export async function fulfil(
  container: MedusaContainer,
  store: TestStore,
  order: PlacedOrder,
  quantity: number
) {
  await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id: order.id,
      location_id: store.location_id,
      shipping_option_id: store.shipping_option_id,
      items: [{ id: order.item_ids[0]!, quantity }],
    },
  })
}

/** Requests the return of some units and receives them. */
export async function returnItems(
  container: MedusaContainer,
  store: TestStore,
  order: PlacedOrder,
  quantity: number
) {
  const items = [{ id: order.item_ids[0]!, quantity }]
  const { result } = await createAndCompleteReturnOrderWorkflow(container).run({
    input: {
      order_id: order.id,
      location_id: store.location_id,
      items,
      return_shipping: { option_id: store.return_option_id, price: 0 },
    },
  })
  await receiveReturn(container, result.id, items)
}

async function receiveReturn(
  container: MedusaContainer,
  returnId: string,
  items: { id: string; quantity: number }[]
) {
  await receiveAndCompleteReturnOrderWorkflow(container).run({
    input: { return_id: returnId, items },
  })
}

/** Sends one unit back for a variant of another price, and receives it. */
export async function exchangeItem(
  container: MedusaContainer,
  store: TestStore,
  order: PlacedOrder,
  newPrice: number
) {
  const { result: exchange } = await beginExchangeOrderWorkflow(container).run({
    input: { order_id: order.id },
  })
  const items = [{ id: order.item_ids[0]!, quantity: 1 }]
  await orderExchangeRequestItemReturnWorkflow(container).run({
    // The exchange has no return yet: this makes it.
    input: { exchange_id: exchange.exchange_id!, items, return_id: "" },
  })
  await orderExchangeAddNewItemWorkflow(container).run({
    input: {
      exchange_id: exchange.exchange_id!,
      items: [
        {
          variant_id: store.variants[newPrice]!,
          quantity: 1,
          unit_price: newPrice,
        },
      ],
    },
  })
  await confirmExchangeRequestWorkflow(container).run({
    input: { exchange_id: exchange.exchange_id! },
  })
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "return",
    fields: ["id"],
    filters: { order_id: order.id },
  })
  await receiveReturn(container, data[0]!.id, items)
}

export async function editQuantity(
  container: MedusaContainer,
  order: PlacedOrder,
  quantity: number
) {
  await beginOrderEditOrderWorkflow(container).run({
    input: { order_id: order.id },
  })
  await orderEditUpdateItemQuantityWorkflow(container).run({
    input: {
      order_id: order.id,
      items: [{ id: order.item_ids[0]!, quantity }],
    },
  })
  await confirmOrderEditRequestWorkflow(container).run({
    input: { order_id: order.id },
  })
}
