import { generateText, Output } from "ai"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { errorMessage } from "../../../lib/error-message"
import {
  languageModel,
  MODEL_CALL,
  modelName,
} from "../../../lib/language-model"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import { churnReasons } from "../../../modules/ad-planning/utils/scores/churn-reasons"

const TIMEOUT_MS = 15_000

const answer = z.object({
  explanation: z.string().min(1).max(600),
  suggested_action: z.string().min(1).max(300),
})

const SYSTEM = `You explain to a shop owner why a customer may stop buying.
Use only the numbers given. Write two short sentences (explanation) and one action.
Do not invent facts, names or numbers, and do not change the risk.`

/**
 * Why a risk is what it is: by the language model of the option `ai` from the factors
 * alone, by a template without one or when it fails. The number stays as it is.
 */
export async function explainChurn(
  container: MedusaContainer,
  score: { person_id: string; score_value: number; breakdown: unknown }
) {
  const { explanation, suggested_action, reasons } = churnReasons(
    score.breakdown
  )
  const template = {
    explanation,
    suggested_action,
    reasons,
    source: "template",
  }
  const { ai } = serviceOf(container).options
  const model = await languageModel(ai)
  if (!model || !ai) {
    return template
  }
  try {
    const { output } = await generateText({
      ...MODEL_CALL,
      model,
      system: SYSTEM,
      prompt: JSON.stringify({
        risk: score.score_value,
        breakdown: score.breakdown,
      }),
      output: Output.object({ schema: answer }),
      abortSignal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return { ...output, reasons, source: modelName(ai) }
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `ad-planning: churn of ${score.person_id} is explained by the template: ${errorMessage(error)}`
      )
    return template
  }
}
