import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { SentimentLabel } from "../../../../modules/ad-planning/types"

export interface OverrideSentimentInput {
  id: string
  /** Null takes the override back. */
  sentiment_label: SentimentLabel | null
  /** @default the label's usual one */
  sentiment_score?: number
  overridden_by: string
}

// Where a person names no score.
const USUAL_SCORES: Record<SentimentLabel, number> = {
  positive: 0.6,
  negative: -0.6,
  neutral: 0,
  mixed: 0,
}

export const overrideSentimentStepId = "override-sentiment"

/** Writes a person's word on a text; undone by putting back what was there. */
export const overrideSentimentStep = createStep(
  overrideSentimentStepId,
  async (
    {
      id,
      sentiment_label: label,
      sentiment_score,
      overridden_by,
    }: OverrideSentimentInput,
    { container }
  ) => {
    const service = serviceOf(container)
    const row = await service.retrieveSentimentAnalysis(id)
    const key = { source_type: row.source_type, source_id: row.source_id }
    const before = await service.sentiment.snapshot([key])
    await service.sentiment.override(
      id,
      label && {
        label,
        score: sentiment_score ?? scoreOf(label, row),
        by: overridden_by,
      },
      new Date()
    )
    const feedback_ids = key.source_type === "feedback" ? [key.source_id] : []
    return new StepResponse({ feedback_ids }, { keys: [key], before })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).sentiment.putBack(undo.keys, undo.before)
    }
  }
)

/** A confirmed label keeps the analyser's score. */
function scoreOf(
  label: SentimentLabel,
  row: { analyzer_label: SentimentLabel; analyzer_score: number }
): number {
  return label === row.analyzer_label ? row.analyzer_score : USUAL_SCORES[label]
}
