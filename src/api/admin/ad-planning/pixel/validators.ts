import type { z } from "@medusajs/framework/zod"
import { reportParams } from "../../../utils/report-params"

export const AdminGetPixelParams = reportParams.pick({
  from: true,
  to: true,
  timezone: true,
})
export type AdminGetPixelParamsType = z.infer<typeof AdminGetPixelParams>
