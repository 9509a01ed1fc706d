import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../utils/validate"
import { allowOrigins } from "./allow-origins"
import { countOutcome } from "./count-outcome"
import {
  WebGetAssignmentsParams,
  WebGetExperimentsParams,
  WebTrackExposures,
} from "./experiments/validators"
import { readAnswer } from "./nps/read-answer"
import { WebNpsParams } from "./nps/validators"
import { limitRate } from "./rate-limit"
import { parseBody, readBody } from "./track-conversion/read-body"
import {
  WebPixelParams,
  WebTrackConversion,
} from "./track-conversion/validators"

const TRACK = "/web/ad-planning/track-conversion"
const NPS = "/web/ad-planning/nps"
const PIXEL = "/web/ad-planning/pixel.gif"
const EXPERIMENTS = "/web/ad-planning/experiments"
const EXPOSURES = `${EXPERIMENTS}/exposures`

export const webAdPlanningMiddlewares: MiddlewareRoute[] = [
  {
    // Without a method, so that preflights are answered too.
    matcher: TRACK,
    middlewares: [countOutcome, allowOrigins],
  },
  {
    matcher: TRACK,
    method: ["POST"],
    // Read here, after the limit and with our own answer to what is too long.
    bodyParser: false,
    middlewares: [
      limitRate,
      readBody,
      parseBody,
      validateBody(WebTrackConversion),
    ],
  },
  {
    matcher: NPS,
    middlewares: [allowOrigins],
  },
  {
    matcher: NPS,
    method: ["GET"],
    middlewares: [limitRate, validateQuery(WebNpsParams)],
  },
  {
    matcher: NPS,
    method: ["POST"],
    // A form or JSON, read after the limit.
    bodyParser: false,
    middlewares: [limitRate, readBody, readAnswer],
  },
  {
    matcher: PIXEL,
    method: ["GET"],
    middlewares: [countOutcome, limitRate, validateQuery(WebPixelParams)],
  },
  {
    matcher: EXPERIMENTS,
    method: ["GET"],
    middlewares: [limitRate, validateQuery(WebGetExperimentsParams)],
  },
  {
    matcher: `${EXPERIMENTS}/assignments`,
    method: ["GET"],
    middlewares: [limitRate, validateQuery(WebGetAssignmentsParams)],
  },
  {
    // Without a method, so that preflights are answered too.
    matcher: EXPOSURES,
    middlewares: [countOutcome, allowOrigins],
  },
  {
    matcher: EXPOSURES,
    method: ["POST"],
    bodyParser: false,
    middlewares: [
      limitRate,
      readBody,
      parseBody,
      validateBody(WebTrackExposures),
    ],
  },
]
