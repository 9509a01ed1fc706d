import type AdPlanningService from "../../../../modules/ad-planning/service"
import { CONVERSION_FIELDS } from "./query-config"

/**
 * One conversion, with why its net value differs and the touches of its path.
 *
 * @throws MedusaError not_found
 */
export async function readConversion(service: AdPlanningService, id: string) {
  const conversion = await service.retrieveConversion(id, {
    select: [...CONVERSION_FIELDS, "metadata"],
  })
  const [adjustments, touches] = await Promise.all([
    service.listAdPlanningConversionAdjustments(
      { conversion_id: conversion.id },
      { order: { occurred_at: "ASC" } }
    ),
    service.attribution.listTouchesOfConversion(conversion.id),
  ])
  const campaigns = await service.campaigns.campaignsById(
    touches.flatMap((touch) => touch.ad_campaign_id ?? [])
  )
  const named = touches.map((touch) => ({
    ...touch,
    campaign_name: campaigns.get(touch.ad_campaign_id ?? "")?.name ?? null,
  }))
  return {
    ...conversion,
    adjustments,
    // The last touch, which it is credited to, and all of its path.
    attribution:
      named.find((touch) => touch.id === conversion.attribution_id) ?? null,
    touches: named,
  }
}
