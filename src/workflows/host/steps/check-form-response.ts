import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { FORMS_MODULE } from "../../../host-modules/forms"
import type FormsService from "../../../host-modules/forms/service"
import {
  checkAnswers,
  type Answer,
  type Question,
} from "../../../host-modules/forms/utils/check-answers"

export interface SubmittedFormResponse {
  handle: string
  email?: string
  data: Record<string, Answer>
  page_url?: string
  referrer?: string
  metadata?: Record<string, unknown>
  /** The visitor's clock, ISO 8601. */
  submitted_at?: string
  /** Our clock, ISO 8601. */
  received_at: string
}

export const checkFormResponseStepId = "check-form-response"

const MAX_REASONS = 3

/** Finds the form, and refuses answers that do not fit its fields. */
export const checkFormResponseStep = createStep(
  checkFormResponseStepId,
  async (submitted: SubmittedFormResponse, { container }) => {
    const service = container.resolve<FormsService>(FORMS_MODULE)
    const { handle, data, metadata, page_url, referrer } = submitted
    const form = await findForm(service, handle)
    const questions = await service.listFormFields(
      { form_id: form.id },
      { order: { order: "ASC", id: "ASC" } }
    )
    const reasons = checkAnswers(questions, data)
    if (reasons.length > 0) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Invalid request: ${reasons.slice(0, MAX_REASONS).join("; ")}`
      )
    }
    return new StepResponse({
      form_id: form.id,
      email: submitted.email ?? answeredEmail(questions, data),
      data,
      submitted_at: submittedAt(submitted),
      page_url: page_url ?? null,
      referrer: referrer ?? null,
      metadata: metadata ?? null,
    })
  }
)

async function findForm(service: FormsService, handle: string) {
  // PostgreSQL refuses to look for it.
  const [form] = handle.includes("\0")
    ? []
    : await service.listForms(
        { handle, status: "published" },
        { take: 1, order: { created_at: "ASC" } }
      )
  if (!form) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Form with handle: ${handle} was not found`
    )
  }
  return form
}

/** The answer to the form's own question for it. */
function answeredEmail(
  questions: readonly Question[],
  data: Record<string, Answer>
): string | null {
  const question = questions.find(({ type }) => type === "email")
  const answer = question && data[question.name]
  return typeof answer === "string" && answer !== "" ? answer : null
}

/** A visitor's clock may be ahead; nothing is submitted after it arrived. */
function submittedAt({
  submitted_at,
  received_at,
}: SubmittedFormResponse): string {
  return submitted_at && Date.parse(submitted_at) < Date.parse(received_at)
    ? submitted_at
    : received_at
}
