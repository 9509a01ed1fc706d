import { z } from "@medusajs/framework/zod"

import type { Answer } from "../../../host-modules/forms/utils/check-answers"
import {
  isModestJson,
  STORED_JSON,
  STORED_JSON_BOUNDS,
} from "../../utils/modest-json"

const MAX_ID = 128
const MAX_EMAIL = 254
const MAX_TEXT = 4096
const MAX_ANSWER = 8192
const MAX_ANSWERS = 100
const NO_TIME =
  "must be an ISO 8601 date-time with an offset or milliseconds since 1970"

const EPOCH = new Date(0)

const isoDateTime = z.iso.datetime({ offset: true })

/** A page sends "" for what is not there, e.g. `document.referrer`. */
const optional = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => value || undefined)
    .optional()

const answer = z.custom<Answer | null>(isAnswer, {
  error: `must be a text of at most ${MAX_ANSWER} characters, a number, true, false or a list of such texts`,
})

const metadata = z
  .custom<object>(
    (value) =>
      typeof value === "object" && value !== null && !Array.isArray(value),
    { error: "must be an object", abort: true }
  )
  .refine((value) => isModestJson(value, STORED_JSON), {
    error: `must be ${STORED_JSON_BOUNDS}`,
    // Its levels are bounded, or what follows would have no end.
    abort: true,
  })
  .pipe(
    z.looseObject({
      visitor_id: z.string().max(MAX_ID).nullish(),
      session_id: z.string().max(MAX_ID).nullish(),
    })
  )

export type WebCreateFormResponseType = z.infer<typeof WebCreateFormResponse>
export const WebCreateFormResponse = z.strictObject({
  email: optional(MAX_EMAIL).refine(
    (value) => value === undefined || z.email().safeParse(value.trim()).success,
    { error: "must be an e-mail address" }
  ),
  data: z
    .record(z.string().max(MAX_ID), answer)
    .refine((data) => Object.keys(data).length <= MAX_ANSWERS, {
      error: `must have at most ${MAX_ANSWERS} answers`,
    })
    .transform(withoutNulls),
  page_url: optional(MAX_TEXT),
  referrer: optional(MAX_TEXT),
  metadata: metadata.optional(),
  submitted_at: z
    .custom<string | number>(isInstant, { error: NO_TIME, abort: true })
    .transform((value) => new Date(value).toISOString())
    .optional(),
})

function withoutNulls(data: Record<string, Answer | null>) {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]): [string, Answer][] =>
      value === null ? [] : [[name, value]]
    )
  )
}

function isAnswer(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.length <= MAX_ANSWERS && value.every(isText)
  }
  return (
    isText(value) ||
    value === null ||
    ["number", "boolean"].includes(typeof value)
  )
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.length <= MAX_ANSWER
}

function isInstant(value: unknown): boolean {
  const isWellFormed =
    typeof value === "number" || isoDateTime.safeParse(value).success
  return isWellFormed && z.coerce.date().min(EPOCH).safeParse(value).success
}
