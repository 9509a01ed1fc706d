import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import AdPlanningModule from "../modules/ad-planning"

/** order.conversions: what was counted for it. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id", isList: true },
  {
    ...AdPlanningModule.linkable.conversion.id,
    primaryKey: "order_id",
  },
  { readOnly: true }
)
