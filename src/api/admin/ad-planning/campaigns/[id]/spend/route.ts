import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import BigNumber from "bignumber.js"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { minorUnitDigits } from "../../../../../../modules/ad-planning/utils/money/minor-units"
import {
  daysBetween,
  spread,
} from "../../../../../../modules/ad-planning/utils/spend/spread"
import { importSpendWorkflow } from "../../../../../../workflows/ad-planning/spend/import-spend"
import { idParam } from "../../../../../utils/id-param"
import { readCampaign } from "../../read-campaign"
import type { AdminAddCampaignSpendType } from "../../validators"

/** What a campaign cost in some days, spread over them: an import like any other. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAddCampaignSpendType>,
  res: MedusaResponse
) => {
  const { amount, currency, from, to, on_existing } = req.validatedBody
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { platform, external_id, name } = await readCampaign(
    service,
    idParam(req, "Campaign")
  )
  const dates = daysBetween(from, to)
  const parts = spread(
    new BigNumber(amount),
    dates.length,
    minorUnitDigits(currency)
  )
  const lines = dates.map((date, index) => ({
    line: index + 1,
    platform,
    external_id,
    campaign: name,
    date,
    currency,
    spend: parts[index]!.toFixed(),
    impressions: "0",
    clicks: "0",
    conversions: null,
    value: null,
  }))
  const { result } = await importSpendWorkflow(req.scope).run({
    input: { lines, on_existing, actor_id: req.auth_context.actor_id },
  })
  const { imported, changed, id } = result
  res.json({ imported, changed, import_id: id, spread_over: dates.length })
}
