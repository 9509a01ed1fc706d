import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import {
  countsAsPurchase,
  orderToFacts,
} from "../../../../sources/order-to-facts"
import { readOrders, type SourceOrder } from "../../../../sources/read-orders"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface SyncPurchasesInput {
  order_ids: string[]
}

// Waiting for another event of the same order.
const LOCK_TIMEOUT_SECONDS = 60

export const syncPurchasesStepId = "sync-purchases"

/**
 * Makes the purchases of some orders equal to what the orders are now. The
 * orders are read and written under a lock each, so that of two events at the
 * same time the one that writes last has also read last.
 */
export const syncPurchasesStep = createStep(
  syncPurchasesStepId,
  async ({ order_ids }: SyncPurchasesInput, { container }) => {
    const service = serviceOf(container)
    const keys = order_ids.map((id) => `ad-planning:order:${id}`).toSorted()
    const { before, ...result } = await container
      .resolve(Modules.LOCKING)
      .execute(keys, () => sync(container, service, order_ids), {
        timeout: LOCK_TIMEOUT_SECONDS,
      })
    return new StepResponse(result, { order_ids, before })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).purchases.restorePurchases(
        undo.order_ids,
        undo.before
      )
    }
  }
)

async function sync(
  container: MedusaContainer,
  service: AdPlanningService,
  orderIds: string[]
) {
  const before = await service.purchases.snapshotPurchases(orderIds)
  const { options } = service
  const orders = await readOrders(container, orderIds, {
    withCustomerGroups: options.exclude.customer_groups.length > 0,
  })
  const placements = await notePlacements(service, orders)
  const counted = orders.filter((order) => countsAsPurchase(order, options))
  const countedIds = new Set(counted.map((order) => order.id))
  const goals = await service.goals.activeGoals()
  const result = await service.purchases.syncPurchases(
    counted.map((order) => {
      const placedAt = placements.get(order.id) ?? order.created_at
      return orderToFacts(order, placedAt, options, goals)
    }),
    orderIds.filter((id) => !countedIds.has(id))
  )
  return { ...result, before }
}

function isDraft(order: SourceOrder): boolean {
  return order.is_draft_order === true || order.status === "draft"
}

/** When each order that began as a draft became one. */
async function notePlacements(
  service: AdPlanningService,
  orders: SourceOrder[]
): Promise<Map<string, Date>> {
  return await service.purchases.notePlacements(
    orders.filter(isDraft).map((order) => order.id),
    orders
      .filter((order) => !isDraft(order))
      .map((order) => ({ order_id: order.id, placed_at: order.updated_at }))
  )
}
