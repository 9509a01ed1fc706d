import type { Context, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { inChunks } from "../../lib/in-chunks"
import { analyse } from "./facts"
import { quietly } from "./quietly"

/** What a credit note takes back, of the order with this id. */
export interface Correction {
  orderId: string
  note: string
  at: Date
  /** Major units, exact. */
  amount: number
  orderAmount: number
}

type Advance = (rows: number) => void

/**
 * What we call of the order module. Its published types lack the dates and the
 * generated methods, and name the context of a bulk update in the wrong place.
 */
interface OrderWriter {
  cancel(ids: string[], context: Context): Promise<unknown>
  updateOrders(
    orders: { id: string; canceled_at: Date }[],
    data: undefined,
    context: Context
  ): Promise<unknown>
  listOrderChanges: ListOfOrders
  updateOrderChanges(
    changes: { id: string; confirmed_at: Date }[],
    context: Context
  ): Promise<unknown>
  listOrderCreditLines: ListOfOrders
  updateOrderCreditLines(
    lines: { id: string; created_at: Date }[],
    context: Context
  ): Promise<unknown>
}

type ListOfOrders = (
  filters: { order_id: string[] },
  config: { select: string[] }
) => Promise<{ id: string; order_id: string }[]>

const CANCELLATION_CHUNKS = { size: 250 }
const REFUNDS = { size: 1, atOnce: 4 }
const PROVIDER = "pp_system_default"
const CURRENCY = "gbp"

/** Cancels orders whole, as of their credit notes. */
export async function writeCancellations(
  container: MedusaContainer,
  corrections: readonly Correction[],
  advance: Advance
): Promise<void> {
  const service = container.resolve<OrderWriter>(Modules.ORDER)
  await inChunks(corrections, CANCELLATION_CHUNKS, (chunk) =>
    quietly(container, async (context) => {
      await service.cancel(
        chunk.map(({ orderId }) => orderId),
        context
      )
      await service.updateOrders(
        chunk.map(({ orderId, at }) => ({ id: orderId, canceled_at: at })),
        undefined,
        context
      )
      advance(chunk.length)
    })
  )
}

/** Refunds parts of orders by Medusa's workflow, as of their credit notes. */
export async function writeRefunds(
  container: MedusaContainer,
  corrections: readonly Correction[],
  advance: Advance
): Promise<void> {
  await analyse(container)
  await inChunks(corrections, REFUNDS, ([correction]) =>
    quietly(container, async (context) => {
      const { amount, note } = correction!
      const payment_id = await pay(container, correction!, context)
      await refundPaymentWorkflow(container).run({
        input: { payment_id, amount, note: `Credit note ${note}` },
        context,
      })
      advance(1)
    })
  )
  await backdateRefunds(container, corrections)
}

/** Pays an order in full, so that there is something to give back. */
async function pay(
  container: MedusaContainer,
  { orderId, orderAmount: amount }: Correction,
  context: Context
): Promise<string> {
  const payment = container.resolve(Modules.PAYMENT)
  const collection = await payment.createPaymentCollections(
    { currency_code: CURRENCY, amount },
    context
  )
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: orderId },
    [Modules.PAYMENT]: { payment_collection_id: collection.id },
  })
  const session = await payment.createPaymentSession(
    collection.id,
    { provider_id: PROVIDER, currency_code: CURRENCY, amount, data: {} },
    context
  )
  const paid = await payment.authorizePaymentSession(session.id, {}, context)
  const { id } = paid!
  await payment.capturePayment({ payment_id: id }, context)
  await container.resolve(Modules.ORDER).addOrderTransactions(
    {
      order_id: orderId,
      amount,
      currency_code: CURRENCY,
      reference: "capture",
      reference_id: id,
    },
    context
  )
  return id
}

/** They were booked when the shop wrote the credit note, not today. */
async function backdateRefunds(
  container: MedusaContainer,
  corrections: readonly Correction[]
) {
  const service = container.resolve<OrderWriter>(Modules.ORDER)
  const times = new Map(corrections.map(({ orderId, at }) => [orderId, at]))
  const filters = { order_id: [...times.keys()] }
  const config = { select: ["id", "order_id"] }
  const changes = await service.listOrderChanges(filters, config)
  const lines = await service.listOrderCreditLines(filters, config)
  await quietly(container, async (context) => {
    await service.updateOrderChanges(
      changes.map(({ id, order_id }) => ({
        id,
        confirmed_at: times.get(order_id)!,
      })),
      context
    )
    await service.updateOrderCreditLines(
      lines.map(({ id, order_id }) => ({
        id,
        created_at: times.get(order_id)!,
      })),
      context
    )
  })
}
