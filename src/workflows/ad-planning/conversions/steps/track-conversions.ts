import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ConversionInput } from "../../../../modules/ad-planning/types"
import { conversionFact } from "../../../../modules/ad-planning/utils/conversions/conversion-fact"
import { conversionScope } from "../../../../modules/ad-planning/utils/conversions/conversion-scope"
import { purchaseClaim } from "../../../../modules/ad-planning/utils/conversions/purchase-claim"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface TrackConversionsInput {
  conversions: ConversionInput[]
}

export const trackConversionsStepId = "track-conversions"

/**
 * Labels conversions with their goals and writes them, each key once, in one
 * transaction; undone by putting back what was there.
 */
export const trackConversionsStep = createStep(
  trackConversionsStepId,
  async ({ conversions }: TrackConversionsInput, { container }) => {
    const service = serviceOf(container)
    const { options } = service
    const goals = await service.goals.activeGoals()
    const facts = conversions
      .filter((input) => !isClaim(input))
      .map((input) => conversionFact(input, goals, options))
    const claims = conversions
      .filter(isClaim)
      .map((input) => purchaseClaim(input, options.attribution))
    // What has its key already stays as it is: only others may change.
    const before = await service.conversions.snapshotConversions(
      conversionScope([], facts, claims)
    )
    const { touch_keys, ...result } =
      await service.conversions.trackConversions({
        facts,
        claims,
        chosen_campaigns: chosenCampaigns(conversions),
      })
    const isNew = new Set(
      result.tracked
        .filter((row) => row.is_new)
        .map((row) => row.idempotency_key)
    )
    const newOf = (keys: string[]) => keys.filter((key) => isNew.has(key))
    return new StepResponse(result, {
      keys: newOf(facts.map((fact) => fact.idempotency_key)),
      touch_keys,
      claim_keys: newOf(claims.map((claim) => claim.claim_key)),
      before,
    })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).conversions.putBackConversions(undo)
    }
  }
)

/** A purchase counts through its order; told by anybody else it is a claim. */
function isClaim({ conversion_type }: ConversionInput): boolean {
  return conversion_type === "purchase"
}

/** By the key of the touch that gets the campaign: the conversion's own. */
function chosenCampaigns(inputs: ConversionInput[]): Map<string, string> {
  return new Map(
    inputs.flatMap(({ idempotency_key, ad_campaign_id }) =>
      ad_campaign_id ? [[idempotency_key, ad_campaign_id] as const] : []
    )
  )
}
