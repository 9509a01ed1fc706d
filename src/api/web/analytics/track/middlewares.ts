import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"

import {
  BEACON_SIZE_LIMIT,
  invalidRequest,
  isPlainObject,
  parseBeaconBody,
  webCors,
} from "../../../utils/beacon"
import { WebTrackAnalyticsEvent } from "./validators"

const PATH = "/web/analytics/track"

/**
 * Only `metadata` has an inside. Checked before the schema: Medusa writes a
 * refused value into its message, and fails on `{ "toString": 1 }`.
 */
function assertShapes(
  req: MedusaRequest<object>,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  Object.entries(req.body).forEach(([field, value]) =>
    assertShape(field, value)
  )
  next()
}

function assertShape(field: string, value: unknown) {
  if (field === "metadata" && !isPlainObject(value)) {
    throw invalidRequest("Field 'metadata' must be an object")
  }
  if (field !== "metadata" && typeof value === "object") {
    throw invalidRequest(`Field '${field}' must be a single value`)
  }
}

export const webTrackAnalyticsEventMiddlewares: MiddlewareRoute[] = [
  {
    // Without a method, so that preflights are answered too.
    matcher: PATH,
    middlewares: [webCors()],
  },
  {
    matcher: PATH,
    method: ["POST"],
    bodyParser: { sizeLimit: BEACON_SIZE_LIMIT },
    middlewares: [
      parseBeaconBody,
      assertShapes,
      validateAndTransformBody(WebTrackAnalyticsEvent),
    ],
  },
]
