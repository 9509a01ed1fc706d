import { z } from "@medusajs/framework/zod"
import { RANKING_METRICS } from "../../../../modules/ad-planning/utils/reports/rank-campaigns"
import { INTERVALS } from "../../../../modules/ad-planning/utils/period/buckets"
import { decimal } from "../../../utils/list-params"
import { reportParams } from "../../../utils/report-params"

const DEFAULT_PERFORMERS = 10
const MAX_PERFORMERS = 100

export const AdminGetTrendsParams = reportParams.extend({
  interval: z.enum(INTERVALS).optional(),
})
export type AdminGetTrendsParamsType = z.infer<typeof AdminGetTrendsParams>

export const AdminGetTopPerformersParams = reportParams
  .omit({ compare: true })
  .extend({
    metric: z.enum(RANKING_METRICS).default("revenue"),
    limit: decimal
      .pipe(z.number().int().min(1).max(MAX_PERFORMERS))
      .default(DEFAULT_PERFORMERS),
  })
export type AdminGetTopPerformersParamsType = z.infer<
  typeof AdminGetTopPerformersParams
>
