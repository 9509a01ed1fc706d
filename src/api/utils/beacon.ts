import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  isObject,
  isString,
  MedusaError,
  parseCorsOrigins,
} from "@medusajs/framework/utils"
import cors from "cors"

const PREFLIGHT_SECONDS = 600

/** What a page of a shop may send to one of our stand-ins' public routes. */
export const BEACON_SIZE_LIMIT = "32kb"

/** Lets pages of the origins in `WEB_CORS` read the answer. */
export function webCors() {
  return cors({
    origin: parseCorsOrigins(process.env.WEB_CORS ?? ""),
    // Beacons are always sent with credentials.
    credentials: true,
    methods: ["POST"],
    maxAge: PREFLIGHT_SECONDS,
  })
}

/**
 * Makes the body of `navigator.sendBeacon` an object: a string is sent as
 * text/plain, and what the page does not know is sent as an explicit null.
 *
 * @throws MedusaError invalid_data
 */
export function parseBeaconBody(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const body = isString(req.body) ? parseJson(req.body) : req.body
  if (!isPlainObject(body)) {
    throw invalidRequest("the body must be a JSON object")
  }
  req.body = Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== null)
  )
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

export function isPlainObject(value: unknown): value is object {
  return isObject(value) && !Array.isArray(value)
}

export function invalidRequest(reason: string) {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: ${reason}`
  )
}
