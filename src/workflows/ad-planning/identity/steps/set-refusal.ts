import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { IdentityKind } from "../../../../modules/ad-planning/types"
import { emailHash } from "../../../../modules/ad-planning/utils/identity/email-hash"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface SetRefusalInput {
  kind: IdentityKind
  /** Of an e-mail the e-mail itself, or its keyed hash. */
  value: string
  /** Whether the identifier names nobody; else it may again. */
  is_refused: boolean
}

export const setRefusalStepId = "set-refusal"

/** Refuses an identifier, or takes that back; undone by what it was. */
export const setRefusalStep = createStep(
  setRefusalStepId,
  async ({ kind, value, is_refused }: SetRefusalInput, { container }) => {
    const service = serviceOf(container)
    const hash =
      kind === "email" ? emailHash(value, service.options.secret) : null
    const refusal = { kind, value: hash ?? value }
    const before = await service.corrections.setRefusal(refusal, is_refused)
    return new StepResponse(refusal, { refusal, before })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).corrections.restoreRefusal(
        undo.refusal,
        undo.before
      )
    }
  }
)
