import { z } from "@medusajs/framework/zod"
import { MODEL_TYPES, SCORE_TYPES } from "../../../../modules/ad-planning/types"
import {
  instant,
  listParams,
  oneOrMore,
  range,
} from "../../../utils/list-params"
import { SCORE_FIELDS } from "./query-config"

const MAX_ID = 512
const MAX_LEVEL = 64
export const MAX_PEOPLE_AT_ONCE = 200

const id = z.string().min(1).max(MAX_ID)
const scoreType = z.enum(SCORE_TYPES)
const value = z.coerce.number({ error: "must be a number" })

export const AdminGetScoresParams = listParams(
  {
    person_id: oneOrMore(id),
    score_type: oneOrMore(scoreType),
    level: oneOrMore(z.string().min(1).max(MAX_LEVEL)),
    score_value: range(value),
    calculated_at: range(instant),
    expires_at: range(instant),
  },
  SCORE_FIELDS
).omit({ fields: true })
export type AdminGetScoresParamsType = z.infer<typeof AdminGetScoresParams>

export const AdminGetPersonScoresParams = z.strictObject({})

const pages = listParams({}, ["score_value"]).pick({
  limit: true,
  offset: true,
})
export const AdminGetLeaderboardParams = pages.extend({
  type: z.enum(SCORE_TYPES).default("engagement"),
})
export type AdminGetLeaderboardParamsType = z.infer<
  typeof AdminGetLeaderboardParams
>

export const AdminCalculateScores = z.strictObject({
  /** Only these people; everybody without it. */
  person_ids: z.array(id).min(1).max(MAX_PEOPLE_AT_ONCE).optional(),
  as_of: z.iso
    .datetime({
      offset: true,
      error: "must be an ISO 8601 instant with an offset",
    })
    .refine((text) => Date.parse(text) <= Date.now(), {
      error: "must not be in the future",
    })
    .optional(),
})
export type AdminCalculateScoresType = z.infer<typeof AdminCalculateScores>
/** As a client writes it. */
export type AdminCalculateScoresBody = z.input<typeof AdminCalculateScores>

export const AdminGetScoreRunParams = z.strictObject({})

export const AdminGetScoreModelParams = z.strictObject({
  type: z.enum(MODEL_TYPES),
})
export type AdminGetScoreModelParamsType = z.infer<
  typeof AdminGetScoreModelParams
>
