import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { TextSentiment } from "../../../modules/ad-planning/types"
import { analyzerOf, AnalyzerStopped, type Outcome } from "./analyzer"

/** What is said of a text that is nobody's; nothing is stored. */
export async function tryText(
  container: MedusaContainer,
  text: string
): Promise<(TextSentiment & { model_version: string }) | UnreadText> {
  const analyzer = await analyzerOf(container)
  let outcome: Outcome | undefined
  try {
    await analyzer.analyze([{ id: "text", text }], async ([only]) => {
      outcome = only
    })
  } catch (error) {
    if (!(error instanceof AnalyzerStopped)) {
      throw error
    }
  }
  if (outcome?.status === "scored") {
    return { ...outcome.sentiment, model_version: analyzer.version }
  }
  if (outcome?.status === "unscored") {
    return { status: "unscored", reason: outcome.reason }
  }
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The text was not read: ${outcome?.reason ?? "nothing was answered"}`
  )
}

/** A text in no language that the analyser knows. */
export interface UnreadText {
  status: "unscored"
  reason: string
}
