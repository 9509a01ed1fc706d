import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import AdPlanningModule from "../modules/ad-planning"

export default defineLink(
  { linkable: AdPlanningModule.linkable.conversion, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true }
)
