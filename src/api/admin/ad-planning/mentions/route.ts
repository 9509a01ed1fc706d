import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { trackCustomerJourneyEventWorkflow } from "../../../../workflows/ad-planning/journeys/track-customer-journey-event"
import { JOURNEY_FIELDS } from "../journey/query-config"
import type { AdminCreateMentionType } from "./validators"

// A person's clock may be a little ahead.
const MAX_AHEAD_MS = 5 * 60_000

/** Writes a mention on the timeline: told again, it is what was told last. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateMentionType>,
  res: MedusaResponse
) => {
  const { author = null, url = null, ...mention } = req.validatedBody
  if (Date.parse(mention.time) > Date.now() + MAX_AHEAD_MS) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: Field 'time': must not be in the future"
    )
  }
  await trackCustomerJourneyEventWorkflow(req.scope).run({
    input: { mentions: [{ ...mention, author, url }] },
  })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [journey] = await service.listCustomerJourneys(
    {
      source_type: "social_mention",
      source_id: `${mention.platform}:${mention.id}`,
    },
    { select: [...JOURNEY_FIELDS], take: 1 }
  )
  res.json({ journey })
}
