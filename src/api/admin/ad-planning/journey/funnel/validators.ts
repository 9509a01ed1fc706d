import { z } from "@medusajs/framework/zod"
import {
  FUNNEL_BREAKDOWNS,
  JOURNEY_EVENT_TYPES,
} from "../../../../../modules/ad-planning/types"
import { instant } from "../../../../utils/list-params"
import { reportParams } from "../../../../utils/report-params"

const MIN_STEPS = 2
const MAX_STEPS = 10
const MAX_WINDOW_DAYS = 365
const DEFAULT_WINDOW_DAYS = 14
const DEFAULT_STEPS = "page_view,add_to_cart,begin_checkout,purchase"

const NO_STEPS = `must be ${MIN_STEPS} to ${MAX_STEPS} of: ${JOURNEY_EVENT_TYPES.join(", ")}`

/** `page_view,purchase`: what happens one after the other. */
const steps = z.string({ error: NO_STEPS }).transform((value, context) => {
  const names = value.split(",").map((name) => name.trim())
  const known = names.flatMap(
    (name) => JOURNEY_EVENT_TYPES.find((type) => type === name) ?? []
  )
  const isMany = names.length >= MIN_STEPS && names.length <= MAX_STEPS
  if (!isMany || known.length < names.length) {
    context.addIssue({ code: "custom", message: NO_STEPS })
    return z.NEVER
  }
  return known
})

export const AdminGetFunnelParams = reportParams
  .pick({ from: true, to: true, timezone: true, website_id: true })
  .extend({
    steps: steps.prefault(DEFAULT_STEPS),
    window_days: z.coerce
      .number({ error: "must be a number" })
      .int()
      .min(1)
      .max(MAX_WINDOW_DAYS)
      .default(DEFAULT_WINDOW_DAYS),
    breakdown: z.enum(FUNNEL_BREAKDOWNS).optional(),
    as_of: instant.optional(),
  })
export type AdminGetFunnelParamsType = z.infer<typeof AdminGetFunnelParams>
/** As a client writes it. */
export type AdminGetFunnelQuery = z.input<typeof AdminGetFunnelParams>
