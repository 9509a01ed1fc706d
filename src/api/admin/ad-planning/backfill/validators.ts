import { z } from "@medusajs/framework/zod"
import {
  BACKFILL_STATUSES,
  SYNC_SOURCES,
} from "../../../../modules/ad-planning/types"
import { isDateOrInstant } from "../../../../modules/ad-planning/utils/period/period"
import { listParams, oneOrMore } from "../../../utils/list-params"
import { BACKFILL_FIELDS } from "./query-config"

export const AdminGetBackfillsParams = listParams(
  { status: oneOrMore(z.enum(BACKFILL_STATUSES)) },
  BACKFILL_FIELDS
).omit({ fields: true })
export type AdminGetBackfillsParamsType = z.infer<
  typeof AdminGetBackfillsParams
>

export type AdminGetBackfillsQuery = z.input<typeof AdminGetBackfillsParams>

export const AdminCreateBackfill = z.strictObject({
  sources: z
    .array(z.enum(SYNC_SOURCES))
    .min(1)
    .max(SYNC_SOURCES.length)
    .optional(),
  from: z
    .string()
    .max(40)
    .refine(isDateOrInstant, { error: "must be an ISO 8601 date or instant" })
    .optional(),
})
export type AdminCreateBackfillType = z.infer<typeof AdminCreateBackfill>
export type AdminCreateBackfillBody = z.input<typeof AdminCreateBackfill>

export const AdminCancelBackfill = z.strictObject({})
