import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  dayAfter,
  daysFrom,
  ImpossiblePlan,
  makePlan,
} from "../../../../../modules/ad-planning/utils/forecast-engine"
import { readCurves } from "../../../../../workflows/ad-planning/forecasting/read-curves"
import { seriesFrame } from "../../../../../workflows/ad-planning/forecasting/read-series"
import { savePlanWorkflow } from "../../../../../workflows/ad-planning/forecasting/save-plan"
import { forecastCurrency, refuseUnknownCampaigns } from "../frame"
import type { AdminMakePlanType } from "../validators"

/** Where a budget should go, and what it would bring. Changes nothing at a platform. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminMakePlanType>,
  res: MedusaResponse
) => {
  const { name, currency: asked, ...body } = req.validatedBody
  const currency = forecastCurrency(req.scope, asked)
  await refuseUnknownCampaigns(
    req.scope,
    body.constraints.map(({ ad_campaign_id }) => ad_campaign_id)
  )
  const frame = await seriesFrame(req.scope, new Date(), currency)
  const from = body.from ?? frame.today
  const to = body.to ?? dayAfter(from, (body.days ?? 1) - 1)
  const curves = await readCurves(req.scope, frame)
  const names = new Map(curves.map(({ campaign }) => [campaign.id, campaign]))
  const plan = possible(() =>
    makePlan(
      curves.map(({ campaign, refusal, curve }) => ({
        ad_campaign_id: campaign.id,
        refusal,
        curve,
      })),
      { ...body, days: daysFrom(from, to) + 1 }
    )
  )
  const named = {
    ...plan,
    lines: plan.lines.map((line) => ({
      name: names.get(line.ad_campaign_id)?.name ?? null,
      platform: names.get(line.ad_campaign_id)?.platform ?? null,
      ...line,
    })),
  }
  const frameOfPlan = {
    objective: body.objective,
    total_budget: body.total_budget,
    currency,
    from_date: from,
    to_date: to,
  }
  const saved = name
    ? await savePlanWorkflow(req.scope).run({
        input: {
          plan: { name, ...frameOfPlan, request: { ...body }, result: named },
        },
      })
    : null
  res.json({
    plan: { id: saved?.result.id ?? null, ...frameOfPlan, ...named },
    basis: "attributed_response",
  })
}

/** @throws MedusaError invalid_data for demands that cannot be met */
function possible<Value>(make: () => Value): Value {
  try {
    return make()
  } catch (error) {
    if (error instanceof ImpossiblePlan) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Invalid request: ${error.message}`
      )
    }
    throw error
  }
}
