import type { z } from "@medusajs/framework/zod"
import { journeyReportParams } from "../follow-params"

export const AdminGetFirstPurchaseParams = journeyReportParams
export type AdminGetFirstPurchaseParamsType = z.infer<
  typeof AdminGetFirstPurchaseParams
>
/** As a client writes it. */
export type AdminGetFirstPurchaseQuery = z.input<
  typeof AdminGetFirstPurchaseParams
>
