import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RememberedHeader } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export const rememberSpendHeaderStepId = "remember-spend-header"

/** Remembers how a file was read; undone by what was remembered before. */
export const rememberSpendHeaderStep = createStep(
  rememberSpendHeaderStepId,
  async ({ header }: { header: RememberedHeader | null }, { container }) => {
    if (header === null) {
      return new StepResponse(false, null)
    }
    const former = await serviceOf(container).spendFiles.rememberHeader(header)
    return new StepResponse(true, { hash: header.header_hash, former })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).spendFiles.restoreHeader(
        undo.hash,
        undo.former
      )
    }
  }
)
