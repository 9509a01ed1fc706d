import { z } from "@medusajs/framework/zod"
import {
  JOURNEY_CHANNELS,
  JOURNEY_EVENT_TYPES,
  JOURNEY_SOURCES,
  JOURNEY_STAGES,
} from "../../../../modules/ad-planning/types"
import {
  DEFAULT_LIMIT,
  instant,
  MAX_LIMIT,
  oneOrMore,
  range,
} from "../../../utils/list-params"
import { readCursor } from "./cursor"
import { countParam } from "./follow-params"

const ORDERS = ["timestamp", "-timestamp"] as const

const cursor = z.string().transform((value, context) => {
  const read = readCursor(value)
  if (!read) {
    context.addIssue({
      code: "custom",
      message: "must be the next_cursor of an answer",
    })
    return z.NEVER
  }
  return read
})

/** By what touchpoints may be filtered. */
export const JOURNEY_FILTERS = {
  event_type: oneOrMore(z.enum(JOURNEY_EVENT_TYPES)),
  channel: oneOrMore(z.enum(JOURNEY_CHANNELS)),
  stage: oneOrMore(z.enum(JOURNEY_STAGES)),
  source_type: oneOrMore(z.enum(JOURNEY_SOURCES)),
  timestamp: range(instant),
}

export const AdminGetPersonJourneysParams = z.strictObject({
  ...JOURNEY_FILTERS,
  order: z
    .enum(ORDERS, { error: `must be one of: ${ORDERS.join(", ")}` })
    .default("-timestamp"),
  limit: countParam(1, MAX_LIMIT).default(DEFAULT_LIMIT),
  cursor: cursor.optional(),
})
export type AdminGetPersonJourneysParamsType = z.infer<
  typeof AdminGetPersonJourneysParams
>
/** As a client writes it. */
export type AdminGetPersonJourneysQuery = z.input<
  typeof AdminGetPersonJourneysParams
>
