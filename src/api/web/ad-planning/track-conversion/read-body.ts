import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isObject, isString, MedusaError } from "@medusajs/framework/utils"
import { text } from "body-parser"

export const SIZE_LIMIT_KIB = 32

// Whatever the browser calls it: sendBeacon says text/plain, or nothing at all.
const readText = text({ type: () => true, limit: `${SIZE_LIMIT_KIB}kb` })

/** Reads the body as text, whatever its type; 413 when it is too long. */
export function readBody(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  readText(req, res, (error?: unknown) => {
    if (isTooLarge(error)) {
      res.status(413).json({
        type: "payload_too_large",
        message: `Invalid request: the body must be at most ${SIZE_LIMIT_KIB} KiB`,
      })
    } else if (error) {
      next(notJson())
    } else {
      next()
    }
  })
}

/**
 * Makes the text an object. What the tracker does not know comes as an explicit
 * null, which is absent.
 *
 * @throws MedusaError invalid_data when it is no JSON object
 */
export function parseBody(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const body = isString(req.body) ? parseJson(req.body) : undefined
  if (!isObject(body) || Array.isArray(body)) {
    throw notJson()
  }
  const known = Object.entries(body).filter(([, value]) => value !== null)
  req.body = Object.fromEntries(known)
  next()
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // Said once, for every kind of body, by the caller.
    return undefined
  }
}

function isTooLarge(error: unknown): boolean {
  return (
    error instanceof Error &&
    "type" in error &&
    error.type === "entity.too.large"
  )
}

function notJson() {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "Invalid request: the body must be a JSON object"
  )
}
