import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { assignSessionCampaignWorkflow } from "../../../../../workflows/ad-planning/attribution/assign-session-campaign"
import { retrySessionAttributionWorkflow } from "../../../../../workflows/ad-planning/attribution/retry-session-attribution"
import { ATTRIBUTION_FIELDS } from "../query-config"
import type { AdminResolveAttributionType } from "../validators"

/** With a campaign: a person's choice. Without: the rules are asked again. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminResolveAttributionType>,
  res: MedusaResponse
) => {
  const { session_id, ad_campaign_id, ...choice } = req.validatedBody
  const { result } = ad_campaign_id
    ? await assignSessionCampaignWorkflow(req.scope).run({
        input: {
          ...choice,
          session_id,
          ad_campaign_id,
          actor_id: req.auth_context.actor_id,
        },
      })
    : await retrySessionAttributionWorkflow(req.scope).run({
        input: { session_id, actor_id: req.auth_context.actor_id },
      })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const attribution = await service.retrieveCampaignAttribution(
    result.touch_id,
    { select: [...ATTRIBUTION_FIELDS] }
  )
  res.json({ attribution })
}
