import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface CorrectIdentityLinkInput {
  link_id: string
  /** Whether the link shall be valid; else it is revoked. */
  is_valid: boolean
}

const VALID = { revoked_at: null, revoked_by: null }

export const correctIdentityLinkStepId = "correct-identity-link"

/**
 * Revokes a link by a person's decision, or takes that decision back. What a
 * person's own record or a merge revoked is made valid there, not here.
 */
export const correctIdentityLinkStep = createStep(
  correctIdentityLinkStepId,
  async ({ link_id, is_valid }: CorrectIdentityLinkInput, { container }) => {
    const service = serviceOf(container)
    const link = await service.retrieveAdPlanningIdentityLink(link_id)
    if (is_valid && link.revoked_by !== null && link.revoked_by !== "user") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `link ${link_id} was revoked by ${link.revoked_by}: only a link that a user revoked can be restored`
      )
    }
    const former = {
      revoked_at: link.revoked_at?.toISOString() ?? null,
      revoked_by: link.revoked_by,
    }
    await service.corrections.setLinkRevocation(
      link_id,
      is_valid
        ? VALID
        : { revoked_at: new Date().toISOString(), revoked_by: "user" }
    )
    return new StepResponse({ id: link_id }, { link_id, former })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).corrections.setLinkRevocation(
        undo.link_id,
        undo.former
      )
    }
  }
)
