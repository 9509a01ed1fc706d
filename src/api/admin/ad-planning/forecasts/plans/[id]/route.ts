import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { daysFrom } from "../../../../../../modules/ad-planning/utils/forecast-engine"
import {
  readSeries,
  seriesFrame,
} from "../../../../../../workflows/ad-planning/forecasting/read-series"
import { idParam } from "../../../../../utils/id-param"

const ENTITY = "AdPlanningBudgetPlan"

/** A saved plan, and what happened in its days so far, by campaign. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = serviceOf(req.scope)
  const plan = await service.retrieveAdPlanningBudgetPlan(idParam(req, ENTITY))
  const frame = await seriesFrame(req.scope, new Date(), plan.currency)
  const through =
    frame.end !== null && frame.end < plan.to_date ? frame.end : plan.to_date
  const hasBegun = frame.end !== null && through >= plan.from_date
  const { days } = hasBegun
    ? await readSeries(req.scope, {
        ...frame,
        from: plan.from_date,
        end: through,
      })
    : { days: [] }
  const actual = new Map<
    string,
    { ad_campaign_id: string; spend: number; orders: number; revenue: number }
  >()
  for (const day of days) {
    if (day.ad_campaign_id) {
      const sum = actual.get(day.ad_campaign_id)
      actual.set(day.ad_campaign_id, {
        ad_campaign_id: day.ad_campaign_id,
        spend: (sum?.spend ?? 0) + day.spend,
        orders: (sum?.orders ?? 0) + day.purchases,
        revenue: (sum?.revenue ?? 0) + day.revenue,
      })
    }
  }
  res.json({
    plan,
    actual: [...actual.values()],
    days_passed: hasBegun ? daysFrom(plan.from_date, through) + 1 : 0,
    days: daysFrom(plan.from_date, plan.to_date) + 1,
  })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = serviceOf(req.scope)
  const id = idParam(req, ENTITY)
  await service.retrieveAdPlanningBudgetPlan(id)
  await service.deleteAdPlanningBudgetPlans([id])
  res.json({ id, object: "budget_plan", deleted: true })
}
