import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { setBudgetsWorkflow } from "../../../../../workflows/ad-planning/forecasting/set-budgets"
import { refuseUnknownCampaigns } from "../frame"
import type { AdminSetBudgetsType } from "../validators"

/** What campaigns may cost: the store's own budget, else its platform's. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const budgets = await serviceOf(req.scope).budgets.campaignBudgets()
  res.json({ budgets })
}

/** Sets budgets. Nothing is changed at a platform. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSetBudgetsType>,
  res: MedusaResponse
) => {
  const { budgets } = req.validatedBody
  await refuseUnknownCampaigns(
    req.scope,
    budgets.map(({ ad_campaign_id }) => ad_campaign_id)
  )
  await setBudgetsWorkflow(req.scope).run({ input: { budgets } })
  const ids = new Set(budgets.map(({ ad_campaign_id }) => ad_campaign_id))
  const all = await serviceOf(req.scope).budgets.campaignBudgets()
  res.json({ budgets: all.filter((each) => ids.has(each.ad_campaign_id)) })
}
