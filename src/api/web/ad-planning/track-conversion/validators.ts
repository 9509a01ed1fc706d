import { z } from "@medusajs/framework/zod"
import {
  CLICK_ID_NAMES,
  CONVERSION_TYPES,
} from "../../../../modules/ad-planning/types"
import { flag, storableInstant } from "../../../utils/list-params"
import { cleanId } from "../../../../modules/ad-planning/utils/text/normalise"
import { modestMetadata } from "../../../utils/modest-json"
import { currencyCode } from "../../../utils/report-params"

const MAX_ID = 128
const MAX_NAME = 255
const MAX_UTM = 512
const MAX_URL = 4_096
const MAX_VALUE = 1_000_000_000_000

/** Milestones of the host's tracker, which are page engagement. */
export const MILESTONE_TYPES = ["scroll_depth", "time_on_site"] as const

/** What the tracker leaves empty, e.g. `document.referrer`, is not there. */
const text = (max: number) =>
  z
    .string({ error: "must be text" })
    .max(max, { error: `must have at most ${max} characters` })
    .transform((value) => value.trim() || undefined)
    .optional()

const instant = storableInstant.optional()

const amount = z
  .number({ error: "must be a number" })
  .min(0, { error: "must not be below 0" })
  .max(MAX_VALUE, { error: `must be at most ${MAX_VALUE}` })

const TYPES = [...CONVERSION_TYPES, ...MILESTONE_TYPES] as const

const message = z.strictObject({
  conversion_type: z.enum(TYPES, {
    error: `must be one of: ${TYPES.join(", ")}`,
  }),
  conversion_name: text(MAX_NAME),
  website_id: text(MAX_ID),
  pathname: text(MAX_URL),
  visitor_id: text(MAX_ID),
  session_id: text(MAX_ID),
  /** The client's own key: makes a retry harmless. */
  event_id: text(MAX_ID),
  order_id: text(MAX_ID),
  conversion_value: amount.optional(),
  currency: currencyCode.optional(),
  utm_source: text(MAX_UTM),
  utm_medium: text(MAX_UTM),
  utm_campaign: text(MAX_UTM),
  utm_term: text(MAX_UTM),
  utm_content: text(MAX_UTM),
  utm_id: text(MAX_UTM),
  ...clickIds(),
  landing_page: text(MAX_URL),
  referrer: text(MAX_URL),
  touch_at: instant,
  occurred_at: instant,
  consent: z.boolean({ error: "must be true or false" }).optional(),
  metadata: modestMetadata.optional(),
})

/** Each under its own name, or that in lower case. */
function clickIds() {
  const names = CLICK_ID_NAMES.flatMap((name) => [name, name.toLowerCase()])
  const entries = names.map((name) => [name, text(MAX_UTM)] as const)
  return Object.fromEntries(entries)
}

/** A purchase is known by its order, or it is nothing. */
const namesItsOrder = ({
  conversion_type,
  order_id,
}: {
  conversion_type: string
  order_id?: string
}) => conversion_type !== "purchase" || cleanId(order_id) !== null

const ORDER_REQUIRED = {
  path: ["order_id"],
  error: "is required for a purchase",
}

/** What `POST /web/ad-planning/track-conversion` takes. */
export const WebTrackConversion = message.refine(namesItsOrder, ORDER_REQUIRED)
export type WebTrackConversionType = z.infer<typeof WebTrackConversion>

/** The same as a query string, for `GET /web/ad-planning/pixel.gif`. */
export const WebPixelParams = message
  .omit({ metadata: true })
  .extend({
    conversion_value: z.coerce
      .number({ error: "must be a number" })
      .pipe(amount)
      .optional(),
    consent: flag.optional(),
  })
  .refine(namesItsOrder, ORDER_REQUIRED)
