import { z } from "@medusajs/framework/zod"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import {
  JOURNEY_EVENT_TYPES,
  type FollowRequest,
} from "../../../../modules/ad-planning/types"
import type { Period } from "../../../../modules/ad-planning/utils/period/period"
import {
  segmentId,
  type SegmentLabel,
  segmentLabel,
} from "../../../utils/known-segment"
import { decimal, instant } from "../../../utils/list-params"
import { readPeriod, reportParams } from "../../../utils/report-params"

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

/** A whole number within bounds, both included. */
export function countParam(min: number, max: number) {
  return decimal.pipe(z.number().int().min(min).max(max))
}

/** Those of a report that are about journeys too, and the moment it is made for. */
export const journeyReportParams = reportParams
  .pick({ from: true, to: true, timezone: true, website_id: true })
  .extend({ as_of: instant.optional(), segment_id: segmentId })

/** Whom a report follows, and how long. */
export const followParams = journeyReportParams.extend({
  window_days: countParam(1, MAX_WINDOW_DAYS).default(DEFAULT_WINDOW_DAYS),
})
type FollowParams = z.infer<typeof followParams>

export const stepsParams = followParams.extend({
  steps: steps.prefault(DEFAULT_STEPS),
})

type JourneyReportParams = z.infer<typeof journeyReportParams>

/** What a report of journeys is a function of, and what its answer says of it. */
export function journeyFrame(
  service: AdPlanningService,
  { website_id, segment_id, as_of = new Date(), ...params }: JourneyReportParams
): {
  request: {
    from: Date
    to: Date
    as_of: Date
    website_id?: string
    segment_id?: string
  }
  answer: { period: Period; as_of: string; segment?: SegmentLabel }
} {
  const timezone = params.timezone ?? service.options.timezone
  const period = readPeriod(params, timezone, as_of)
  const { from, to } = period
  return {
    request: { from, to, as_of, website_id, segment_id },
    answer: {
      period,
      as_of: as_of.toISOString(),
      ...segmentLabel(segment_id),
    },
  }
}

/** The same of a report that follows people for a while. */
export function followFrame(
  service: AdPlanningService,
  { window_days, ...params }: FollowParams
) {
  const { request, answer } = journeyFrame(service, params)
  return {
    request: { ...request, window_days } satisfies FollowRequest,
    answer: { window_days, ...answer },
  }
}
