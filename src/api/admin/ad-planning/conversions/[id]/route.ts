import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { unstorableReason } from "../../../../utils/validate"
import { CONVERSION_FIELDS } from "../query-config"

/** One conversion, with why its net value differs and the touches of its path. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const id = `${req.params.id}`
  if (unstorableReason(id)) {
    // Nothing can be stored under it, and PostgreSQL would not even look.
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Conversion with id: ${id} was not found`
    )
  }
  const conversion = await service.retrieveConversion(id, {
    select: [...CONVERSION_FIELDS],
  })
  const [adjustments, touches] = await Promise.all([
    service.listAdPlanningConversionAdjustments(
      { conversion_id: conversion.id },
      { order: { occurred_at: "ASC" } }
    ),
    service.listTouchesOfConversion(conversion.id),
  ])
  const campaigns = await service.campaignsById(
    touches.flatMap((touch) => touch.ad_campaign_id ?? [])
  )
  const named = touches.map((touch) => ({
    ...touch,
    campaign_name: campaigns.get(touch.ad_campaign_id ?? "")?.name ?? null,
  }))
  res.json({
    conversion: {
      ...conversion,
      adjustments,
      // The last touch, which it is credited to, and all of its path.
      attribution:
        named.find((touch) => touch.id === conversion.attribution_id) ?? null,
      touches: named,
    },
  })
}
