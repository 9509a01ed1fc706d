import { z } from "@medusajs/framework/zod"
import {
  JOURNEY_EVENT_TYPES,
  PATH_DIRECTIONS,
} from "../../../../../modules/ad-planning/types"
import { DEFAULT_LIMIT, MAX_LIMIT } from "../../../../utils/list-params"
import { countParam, followParams } from "../follow-params"

const MIN_STEPS = 2
const MAX_STEPS = 10
const DEFAULT_MAX_STEPS = 5

export const AdminGetPathsParams = followParams.extend({
  event: z.enum(JOURNEY_EVENT_TYPES).default("page_view"),
  direction: z.enum(PATH_DIRECTIONS).default("from"),
  max_steps: countParam(MIN_STEPS, MAX_STEPS).default(DEFAULT_MAX_STEPS),
  limit: countParam(1, MAX_LIMIT).default(DEFAULT_LIMIT),
})
export type AdminGetPathsParamsType = z.infer<typeof AdminGetPathsParams>
/** As a client writes it. */
export type AdminGetPathsQuery = z.input<typeof AdminGetPathsParams>
