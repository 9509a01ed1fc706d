import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { AliasKind } from "../../../../modules/ad-planning/types"
import { normaliseName } from "../../../../modules/ad-planning/utils/text/normalise"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { requireCampaign } from "../require-campaign"

export interface SaveAliasInput {
  kind: AliasKind
  /** The utm value, in any spelling. */
  value: string
  ad_campaign_id: string
  /** Only there; everywhere without one. */
  website_id?: string | null
  actor_id?: string
}

export const saveAliasStepId = "save-alias"

/** A person says what a utm value means; undone by what was said before. */
export const saveAliasStep = createStep(
  saveAliasStepId,
  async (input: SaveAliasInput, { container }) => {
    const service = serviceOf(container)
    const normalised_value = normaliseName(input.value)
    if (normalised_value === "") {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "Invalid request: Field 'value': must have a letter, a digit or a sign that names compare by"
      )
    }
    await requireCampaign(service, input.ad_campaign_id)
    const key = {
      kind: input.kind,
      normalised_value,
      website_id: input.website_id ?? "",
    }
    const before = await service.aliases.snapshotAlias(key)
    const since = await service.aliases.readMoment()
    const id = await service.aliases.saveAlias({
      ...key,
      ad_campaign_id: input.ad_campaign_id,
      created_by: input.actor_id ?? null,
    })
    return new StepResponse({ id, key, since }, { key, before })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).aliases.restoreAlias(undo.key, undo.before)
    }
  }
)
