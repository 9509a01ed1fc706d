import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { normaliseName } from "../../../../modules/ad-planning/utils/text/normalise"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { requireCampaign } from "../require-campaign"

export interface AssignTouchInput {
  session_id: string
  ad_campaign_id: string
  ad_set_id?: string | null
  ad_id?: string | null
  /** Also remember what the touch's utm value means, for all its like. */
  remember?: boolean
  actor_id?: string
}

export const assignTouchStepId = "assign-touch"

/** A person's choice of campaign for a session; undone by the row before it. */
export const assignTouchStep = createStep(
  assignTouchStepId,
  async (input: AssignTouchInput, { container }) => {
    const service = serviceOf(container)
    const touch = await service.touches.retrieveTouchOfSession(input.session_id)
    await requireCampaign(service, input.ad_campaign_id)
    const value = touch.utm_campaign ?? touch.utm_id
    if (input.remember && !value) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Session ${input.session_id} has neither utm_campaign nor utm_id: there is nothing to remember`
      )
    }
    const before = await service.touches.snapshotTouches([touch.touch_key])
    const alias =
      input.remember && value
        ? {
            kind: touch.utm_campaign
              ? ("utm_campaign" as const)
              : ("utm_id" as const),
            normalised_value: normaliseName(value),
            website_id: touch.website_id ?? "",
            ad_campaign_id: input.ad_campaign_id,
            created_by: input.actor_id ?? null,
          }
        : null
    const formerAlias = alias && (await service.aliases.snapshotAlias(alias))
    await service.resolutions.assignTouch(
      touch.id,
      {
        ad_campaign_id: input.ad_campaign_id,
        ad_set_id: input.ad_set_id ?? null,
        ad_id: input.ad_id ?? null,
      },
      alias,
      {
        cause: "session_choice",
        cause_id: touch.id,
        actor_id: input.actor_id,
      }
    )
    return new StepResponse(
      { touch_id: touch.id },
      {
        touch_key: touch.touch_key,
        before,
        alias,
        formerAlias,
      }
    )
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service = serviceOf(container)
    await service.touches.restoreTouches([undo.touch_key], undo.before)
    if (undo.alias && undo.formerAlias) {
      await service.aliases.restoreAlias(undo.alias, undo.formerAlias)
    }
  }
)
