import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { isbot } from "isbot"
import type {
  Device,
  ExposureMessage,
  ExposureOutcome,
} from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { QueueFullError } from "../../../../runners/conversion-queue"
import { exposureQueueOf } from "../../../../runners/exposure-queue"
import { setOutcome } from "../count-outcome"
import type { WebTrackExposuresType } from "./validators"

const RETRY_SECONDS = 2

export interface ExposureAnswer {
  /** How many are new. */
  accepted: number
  reason?: "bot" | "no_consent"
  exposures: { experiment: string; outcome: ExposureOutcome }[]
}

/**
 * Notes what a visitor saw, unless a bot says it or the visitor does not want to be
 * known: that is decided before anything is queued.
 *
 * @returns the answer, or null when it was refused and that is answered already
 */
export async function acceptExposures(
  req: MedusaRequest,
  res: MedusaResponse,
  message: WebTrackExposuresType
): Promise<ExposureAnswer | null> {
  if (isbot(req.get("user-agent"))) {
    setOutcome(res, "bot")
    return { accepted: 0, reason: "bot", exposures: [] }
  }
  if (
    message.consent === false ||
    req.get("sec-gpc") === "1" ||
    req.get("dnt") === "1"
  ) {
    setOutcome(res, "no_consent")
    return { accepted: 0, reason: "no_consent", exposures: [] }
  }
  const service = serviceOf(req.scope)
  try {
    const told = toExposures(req, message, new Date())
    const outcomes = await exposureQueueOf(
      req.scope,
      service.options.web.max_pending
    ).submit(told)
    return {
      accepted: outcomes.filter((outcome) => outcome === "counted").length,
      exposures: told.map(({ experiment }, index) => ({
        experiment,
        outcome: outcomes[index]!,
      })),
    }
  } catch (error) {
    if (error instanceof QueueFullError) {
      res.set("Retry-After", `${RETRY_SECONDS}`).status(503).json({
        type: "overloaded",
        message: "Too much is waiting to be written: send it again later",
      })
      return null
    }
    throw error
  }
}

function toExposures(
  req: MedusaRequest,
  { visitor_id, website_id, exposures }: WebTrackExposuresType,
  now: Date
): ExposureMessage[] {
  return exposures.map(({ experiment, variant, occurred_at }) => ({
    visitor_id,
    experiment,
    variant,
    exposed_at: occurred_at ?? now.toISOString(),
    website_id: website_id ?? null,
    device: deviceOf(req.get("user-agent") ?? ""),
    country_code: countryOf(req),
  }))
}

/** What kind of device it is; the user agent itself is not kept. */
function deviceOf(userAgent: string): Device | null {
  if (/ipad|tablet|android(?!.*mobile)/i.test(userAgent)) {
    return "tablet"
  }
  if (/mobi|iphone|android/i.test(userAgent)) {
    return "mobile"
  }
  return /windows|macintosh|x11|cros|linux/i.test(userAgent) ? "desktop" : null
}

/** As the networks in front of shops say it. */
const COUNTRY_HEADERS = [
  "cf-ipcountry",
  "x-vercel-ip-country",
  "cloudfront-viewer-country",
]

function countryOf(req: MedusaRequest): string | null {
  const named = COUNTRY_HEADERS.map((header) => req.get(header)).find(Boolean)
  return named && /^[a-z]{2}$/i.test(named) ? named.toLowerCase() : null
}
