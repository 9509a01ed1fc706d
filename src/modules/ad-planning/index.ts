import { Module } from "@medusajs/framework/utils"
import reportAbsentModules from "./loaders/report-absent-modules"
import AdPlanningService from "./service"

export const AD_PLANNING_MODULE = "ad_planning"

export default Module(AD_PLANNING_MODULE, {
  service: AdPlanningService,
  loaders: [reportAbsentModules],
})
