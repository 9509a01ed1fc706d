import { Module } from "@medusajs/framework/utils"

import CustomAnalyticsService from "./service"
import { CUSTOM_ANALYTICS_MODULE } from "./types"

export { CUSTOM_ANALYTICS_MODULE }

export default Module(CUSTOM_ANALYTICS_MODULE, {
  service: CustomAnalyticsService,
})
