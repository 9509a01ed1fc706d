import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { unstorableReason } from "../../../../utils/validate"
import { CONVERSION_FIELDS } from "../query-config"

/** One conversion, with why its net value differs and the touch it is credited to. */
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
  const [adjustments, [attribution]] = await Promise.all([
    service.listAdPlanningConversionAdjustments(
      { conversion_id: conversion.id },
      { order: { occurred_at: "ASC" } }
    ),
    conversion.attribution_id
      ? service.listCampaignAttributions({ id: conversion.attribution_id })
      : [],
  ])
  res.json({
    conversion: {
      ...conversion,
      adjustments,
      attribution: attribution ?? null,
    },
  })
}
