import { z } from "@medusajs/framework/zod"
import { isModestJson } from "../../../utils/modest-json"

const MAX_ID = 128
const MAX_NAME = 255
export const MAX_TEXT = 4096
const MAX_UTM = 512
const MAX_METADATA = { characters: 8192, levels: 5 }

type Issue = { path?: PropertyKey[] }

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
const isStorable = (value: string) =>
  !value.includes("\0") && !/\p{Surrogate}/u.test(value)

const notStorable = ({ path }: Issue) =>
  `Field '${path?.join(", ")}' contains characters that cannot be stored`

const text = (max: number) =>
  z.string().max(max).refine(isStorable, { error: notStorable })

const required = (max: number) => text(max).min(1)

/** The tracker sends "" for what is not there, e.g. `document.referrer`. */
const optional = (max: number) =>
  text(max)
    .transform((value) => value || undefined)
    .optional()

const isoDateTime = z.iso.datetime({ offset: true })

/** ISO 8601 with an offset, or milliseconds since 1970; handed on as ISO. */
const timestamp = z
  .union([z.string(), z.number()])
  .refine(isInstant, {
    error:
      "Field 'timestamp' must be an ISO 8601 date-time with an offset or milliseconds since 1970",
  })
  .transform((value) => new Date(value).toISOString())

function isInstant(value: string | number): boolean {
  const isWellFormed =
    typeof value === "number" || isoDateTime.safeParse(value).success
  return isWellFormed && !Number.isNaN(new Date(value).getTime())
}

const metadata = z
  .record(z.string(), z.unknown())
  .refine((value) => isModestJson(value, MAX_METADATA), {
    error: `Field 'metadata' must be at most ${MAX_METADATA.characters} characters of JSON and ${MAX_METADATA.levels} levels deep`,
    // Its levels are bounded, or the next check would have no end.
    abort: true,
  })
  .refine(isStorableJson, { error: notStorable })

/** JSON writes NUL and half surrogates as escapes; look at the values. */
function isStorableJson(value: unknown): boolean {
  if (typeof value === "string") {
    return isStorable(value)
  }
  if (typeof value !== "object" || value === null) {
    return true
  }
  return Object.entries(value).every(
    ([key, part]) => isStorable(key) && isStorableJson(part)
  )
}

export type WebTrackAnalyticsEventType = z.infer<typeof WebTrackAnalyticsEvent>
export const WebTrackAnalyticsEvent = z
  .object({
    website_id: required(MAX_ID),
    event_type: z.enum(["pageview", "custom_event"]),
    event_name: optional(MAX_NAME),
    pathname: required(MAX_TEXT),
    referrer: optional(MAX_TEXT),
    visitor_id: required(MAX_ID),
    session_id: required(MAX_ID),
    user_agent: optional(MAX_TEXT),
    query_string: optional(MAX_TEXT),
    utm_source: optional(MAX_UTM),
    utm_medium: optional(MAX_UTM),
    utm_campaign: optional(MAX_UTM),
    utm_term: optional(MAX_UTM),
    utm_content: optional(MAX_UTM),
    is_404: z.boolean().optional(),
    metadata: metadata.optional(),
    event_id: optional(MAX_ID),
    timestamp: timestamp.optional(),
  })
  .strict()
  .refine(
    ({ event_type, event_name }) => event_type === "pageview" || event_name,
    { path: ["event_name"], error: "Field 'event_name' is required" }
  )
