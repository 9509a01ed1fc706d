import { z } from "@medusajs/framework/zod"
import { FUNNEL_BREAKDOWNS } from "../../../../../modules/ad-planning/types"
import { stepsParams } from "../follow-params"

export const AdminGetFunnelParams = stepsParams.extend({
  breakdown: z.enum(FUNNEL_BREAKDOWNS).optional(),
})
export type AdminGetFunnelParamsType = z.infer<typeof AdminGetFunnelParams>
/** As a client writes it. */
export type AdminGetFunnelQuery = z.input<typeof AdminGetFunnelParams>
