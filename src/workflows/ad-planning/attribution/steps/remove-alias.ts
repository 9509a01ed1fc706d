import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface RemoveAliasInput {
  id: string
  actor_id?: string
}

export const removeAliasStepId = "remove-alias"

/** Forgets what a utm value means; undone by saying it again. */
export const removeAliasStep = createStep(
  removeAliasStepId,
  async ({ id }: RemoveAliasInput, { container }) => {
    const service = serviceOf(container)
    const alias = await service.retrieveAdPlanningCampaignAlias(id, {
      select: ["kind", "normalised_value", "website_id"],
    })
    const key = {
      kind: alias.kind,
      normalised_value: alias.normalised_value,
      website_id: alias.website_id,
    }
    const before = await service.aliases.snapshotAlias(key)
    const since = await service.aliases.readMoment()
    await service.aliases.removeAlias(key)
    return new StepResponse({ id, key, since }, { key, before })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).aliases.restoreAlias(undo.key, undo.before)
    }
  }
)
