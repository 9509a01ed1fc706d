import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { FORMS_MODULE } from "../../../host-modules/forms"
import type FormsService from "../../../host-modules/forms/service"
import type { Answer } from "../../../host-modules/forms/utils/check-answers"

export interface FormResponseRow {
  form_id: string
  email: string | null
  data: Record<string, Answer>
  /** ISO 8601. */
  submitted_at: string
  page_url: string | null
  referrer: string | null
  metadata: Record<string, unknown> | null
}

export const createFormResponseStepId = "create-form-response"

/** Stores a response; undone by deleting it. */
export const createFormResponseStep = createStep(
  createFormResponseStepId,
  async (row: FormResponseRow, { container }) => {
    const service = container.resolve<FormsService>(FORMS_MODULE)
    const { id } = await service.createFormResponses({
      ...row,
      submitted_at: new Date(row.submitted_at),
    })
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<FormsService>(FORMS_MODULE)
        .deleteFormResponses([id])
    }
  }
)
