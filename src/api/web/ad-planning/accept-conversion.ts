import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { isbot } from "isbot"
import {
  ConversionQueue,
  QueueFullError,
} from "../../../runners/conversion-queue"
import { AD_PLANNING_MODULE } from "../../../modules/ad-planning"
import type AdPlanningService from "../../../modules/ad-planning/service"
import { setOutcome } from "./count-outcome"
import { toConversion } from "./track-conversion/to-conversion"
import type { WebTrackConversionType } from "./track-conversion/validators"

const RETRY_SECONDS = 2

export interface TrackAnswer {
  accepted: 0 | 1
  reason?: "bot" | "no_consent" | "duplicate"
  /** Null of a purchase, which counts when its order comes. */
  conversion_id?: string | null
}

// One for each running application.
const queues = new WeakMap<AdPlanningService, ConversionQueue>()

/**
 * Counts a valid message, unless a bot sent it or its visitor does not want to
 * be known; of neither anything is stored.
 *
 * @returns the answer, or null when it was refused and that is answered already
 */
export async function acceptConversion(
  req: MedusaRequest,
  res: MedusaResponse,
  message: WebTrackConversionType
): Promise<TrackAnswer | null> {
  if (isbot(req.get("user-agent"))) {
    setOutcome(res, "bot")
    return { accepted: 0, reason: "bot" }
  }
  if (!isConsented(req, message)) {
    setOutcome(res, "no_consent")
    return { accepted: 0, reason: "no_consent" }
  }
  const input = toConversion(message, new Date())
  const isClaim = input.conversion_type === "purchase"
  try {
    const { id, is_new } = await queueOf(req).submit(input)
    const conversion_id = isClaim ? null : id
    if (!is_new) {
      setOutcome(res, "duplicate")
      return { accepted: 0, reason: "duplicate", conversion_id }
    }
    return { accepted: 1, conversion_id }
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

/** Global Privacy Control, Do Not Track, and what the page itself says. */
function isConsented(
  req: MedusaRequest,
  { consent }: WebTrackConversionType
): boolean {
  return (
    consent !== false && req.get("sec-gpc") !== "1" && req.get("dnt") !== "1"
  )
}

function queueOf(req: MedusaRequest): ConversionQueue {
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { max_pending } = service.options.web
  const queue =
    queues.get(service) ?? new ConversionQueue(req.scope, max_pending)
  queues.set(service, queue)
  return queue
}
