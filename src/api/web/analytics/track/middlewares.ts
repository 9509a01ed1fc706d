import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import {
  isObject,
  isString,
  MedusaError,
  parseCorsOrigins,
} from "@medusajs/framework/utils"
import cors from "cors"

import { WebTrackAnalyticsEvent } from "./validators"

const PATH = "/web/analytics/track"
const PREFLIGHT_SECONDS = 600

/**
 * Makes the body of `navigator.sendBeacon` an object: a string is sent as
 * text/plain, and what the page does not know is sent as an explicit null.
 */
function parseBeaconBody(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const body = isString(req.body) ? parseJson(req.body) : req.body
  if (!isPlainObject(body)) {
    throw invalid("the body must be a JSON object")
  }
  const known = Object.entries(body).filter(([, value]) => value !== null)
  known.forEach(([field, value]) => assertShape(field, value))
  req.body = Object.fromEntries(known)
  next()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Said once, for every kind of body, by the caller.
    return undefined
  }
}

/**
 * Only `metadata` has an inside. Checked before the schema: Medusa writes a
 * refused value into its message, and fails on `{ "toString": 1 }`.
 */
function assertShape(field: string, value: unknown) {
  if (field === "metadata" && !isPlainObject(value)) {
    throw invalid("Field 'metadata' must be an object")
  }
  if (field !== "metadata" && typeof value === "object") {
    throw invalid(`Field '${field}' must be a single value`)
  }
}

function isPlainObject(value: unknown): value is object {
  return isObject(value) && !Array.isArray(value)
}

function invalid(reason: string) {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: ${reason}`
  )
}

export const webTrackAnalyticsEventMiddlewares: MiddlewareRoute[] = [
  {
    // Without a method, so that preflights are answered too.
    matcher: PATH,
    middlewares: [
      cors({
        origin: parseCorsOrigins(process.env.WEB_CORS ?? ""),
        // Beacons are always sent with credentials.
        credentials: true,
        methods: ["POST"],
        maxAge: PREFLIGHT_SECONDS,
      }),
    ],
  },
  {
    matcher: PATH,
    method: ["POST"],
    bodyParser: { sizeLimit: "32kb" },
    middlewares: [
      parseBeaconBody,
      validateAndTransformBody(WebTrackAnalyticsEvent),
    ],
  },
]
