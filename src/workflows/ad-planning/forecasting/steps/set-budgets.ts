import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { CampaignBudget } from "../../../../modules/ad-planning/types"

export interface SetBudgetsInput {
  budgets: Pick<
    CampaignBudget,
    "ad_campaign_id" | "currency" | "daily_amount" | "monthly_amount"
  >[]
}

export const setBudgetsStepId = "set-campaign-budgets"

/** Sets the store's own budgets; undone by putting back what was there. */
export const setBudgetsStep = createStep(
  setBudgetsStepId,
  async ({ budgets }: SetBudgetsInput, { container }) => {
    const service = serviceOf(container)
    const ids = budgets.map(({ ad_campaign_id }) => ad_campaign_id)
    const rows = await service.listAdPlanningCampaignBudgets(
      { ad_campaign_id: ids, source: "store" },
      { take: null }
    )
    const former = rows.map((row) => ({
      ad_campaign_id: row.ad_campaign_id,
      currency: row.currency,
      daily_amount: numberOf(row.daily_amount),
      monthly_amount: numberOf(row.monthly_amount),
    }))
    await service.budgets.setBudgets(budgets.map(ofStore))
    return new StepResponse({ ids }, { ids, former })
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service = serviceOf(container)
    const known = new Set(
      undo.former.map(({ ad_campaign_id }) => ad_campaign_id)
    )
    const fresh = undo.ids.filter((id) => !known.has(id))
    const rows = await service.listAdPlanningCampaignBudgets(
      { ad_campaign_id: fresh, source: "store" },
      { select: ["id"], take: null }
    )
    await service.deleteAdPlanningCampaignBudgets(rows.map(({ id }) => id))
    await service.budgets.setBudgets(undo.former.map(ofStore))
  }
)

function ofStore(budget: SetBudgetsInput["budgets"][number]): CampaignBudget {
  return { ...budget, source: "store", lifetime_amount: null }
}

function numberOf(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}
