import BigNumber from "bignumber.js"
import type { OrderLineFact } from "../modules/ad-planning/types"
import type { SourceOrder } from "./read-orders"

type Discounts = ({ code?: string | null } | null)[] | null | undefined

/**
 * The lines of an order as they were sold, net of what came back. Codes of its
 * shipping are on each of them: they lowered what all of it cost.
 */
export function orderLines(
  order: Pick<SourceOrder, "id" | "items" | "shipping_methods">,
  currency: string,
  isCanceled: boolean
): OrderLineFact[] {
  const ofShipping = (order.shipping_methods ?? []).flatMap((method) =>
    codesOf(method?.adjustments)
  )
  return order.items.map((item) => ({
    order_id: order.id,
    line_item_id: item.id,
    product_id: item.product_id ?? null,
    variant_id: item.variant_id ?? null,
    title: item.product_title ?? null,
    collection: item.product_collection ?? null,
    product_type: item.product_type ?? null,
    quantity: item.quantity,
    returned: new BigNumber(item.return_received_quantity)
      .plus(item.return_dismissed_quantity)
      .toFixed(),
    net: isCanceled ? "0" : item.total,
    currency,
    discount_codes: [
      ...new Set([...codesOf(item.adjustments), ...ofShipping]),
    ].toSorted(),
  }))
}

function codesOf(adjustments: Discounts): string[] {
  return (adjustments ?? []).flatMap((adjustment) => adjustment?.code ?? [])
}
