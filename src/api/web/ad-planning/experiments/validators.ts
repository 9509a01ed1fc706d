import { z } from "@medusajs/framework/zod"

const MAX_ID = 128
const MAX_KEY = 64
const MAX_EXPOSURES = 20

const text = (max: number) =>
  z
    .string({ error: "must be text" })
    .min(1, { error: "must not be empty" })
    .max(max, { error: `must have at most ${max} characters` })

const instant = z.iso
  .datetime({
    offset: true,
    error: "must be an ISO 8601 instant with an offset",
  })
  .optional()

export const WebGetExperimentsParams = z.strictObject({
  website_id: text(MAX_ID).optional(),
})
export type WebGetExperimentsParamsType = z.infer<
  typeof WebGetExperimentsParams
>

export const WebGetAssignmentsParams = z.strictObject({
  visitor_id: text(MAX_ID),
  website_id: text(MAX_ID).optional(),
})
export type WebGetAssignmentsParamsType = z.infer<
  typeof WebGetAssignmentsParams
>

/** What `POST /web/ad-planning/experiments/exposures` takes. */
export const WebTrackExposures = z.strictObject({
  visitor_id: text(MAX_ID),
  website_id: text(MAX_ID).optional(),
  session_id: text(MAX_ID).optional(),
  /** The script's own; an exposure is known by its visitor anyway. */
  event_id: text(MAX_ID).optional(),
  consent: z.boolean({ error: "must be true or false" }).optional(),
  exposures: z
    .array(
      z.strictObject({
        experiment: text(MAX_KEY),
        variant: text(MAX_KEY),
        occurred_at: instant,
      }),
      { error: "must be a list" }
    )
    .min(1, { error: "must not be empty" })
    .max(MAX_EXPOSURES, { error: `must be at most ${MAX_EXPOSURES}` }),
})
export type WebTrackExposuresType = z.infer<typeof WebTrackExposures>
