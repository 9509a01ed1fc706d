import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../modules/ad-planning"
import type AdPlanningService from "../../../modules/ad-planning/service"
import type { PixelOutcome } from "../../../modules/ad-planning/types"

const REPORTS = ["GET", "POST"]

/** Outcomes that the answer's status tells. */
const BY_STATUS: Record<number, PixelOutcome> = {
  200: "accepted",
  202: "accepted",
  400: "invalid",
  413: "too_large",
  429: "rate_limited",
  503: "overloaded",
}

const outcomes = new WeakMap<MedusaResponse, PixelOutcome>()

/** Says what became of a call where its status does not. */
export function setOutcome(res: MedusaResponse, outcome: PixelOutcome): void {
  outcomes.set(res, outcome)
}

/** Counts every call, when it is answered, for `GET /admin/ad-planning/health`. */
export function countOutcome(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  if (REPORTS.includes(req.method)) {
    const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
    res.on("finish", () => {
      const outcome = outcomes.get(res) ?? BY_STATUS[res.statusCode] ?? "failed"
      service.pixel.countPixelCall(outcome, Date.now())
    })
  }
  next()
}
