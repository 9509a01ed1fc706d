import type { z } from "@medusajs/framework/zod"
import { stepsParams } from "../follow-params"

export const AdminGetDropoffParams = stepsParams
export type AdminGetDropoffParamsType = z.infer<typeof AdminGetDropoffParams>
/** As a client writes it. */
export type AdminGetDropoffQuery = z.input<typeof AdminGetDropoffParams>
