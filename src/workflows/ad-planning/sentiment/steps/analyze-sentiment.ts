import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { SentimentSource } from "../../../../modules/ad-planning/types"
import { readSentimentTexts } from "../../../../sources/sentiment-texts"
import { statedTexts } from "../stated-texts"
import { analyzeTexts } from "../analyze-texts"
import { analyzerOf, AnalyzerStopped } from "../analyzer"

export interface AnalyzeSentimentInput {
  source_type: SentimentSource
  source_ids: string[]
  /** What the source says, where whoever asks has read it already. */
  text_content?: string
  /** Also where another analyser or version has read it. */
  redo?: boolean
}

export const analyzeSentimentStepId = "analyze-sentiment"

/**
 * Reads the texts of some rows; of rows without one, what was read before goes.
 * Undone by putting back the analyses as they were.
 */
export const analyzeSentimentStep = createStep(
  analyzeSentimentStepId,
  async (
    { source_type, source_ids, text_content, redo }: AnalyzeSentimentInput,
    { container }
  ) => {
    const service = serviceOf(container)
    const texts = statedTexts(
      await readSentimentTexts(container, source_type, source_ids),
      text_content,
      service.options.secret
    )
    const keys = source_ids.map((source_id) => ({ source_type, source_id }))
    const before = await service.sentiment.snapshot(keys)
    const told = new Set(texts.map(({ source_id }) => source_id))
    const gone = keys.filter(({ source_id }) => !told.has(source_id))
    const forgotten = gone.length ? await service.sentiment.forget(gone) : 0
    const analyzer = await analyzerOf(container)
    const counts = await analyzeTexts(container, analyzer, texts, redo)
      // Its texts are open items: the bulk run reads them when it may.
      .catch((error: unknown) => {
        if (error instanceof AnalyzerStopped) {
          return null
        }
        throw error
      })
    // Not read: in no known language, failed, or waiting for the provider.
    const unread = counts
      ? counts.unscored + counts.failed + counts.waiting
      : texts.length
    return new StepResponse({ unread, forgotten }, { keys, before })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).sentiment.putBack(undo.keys, undo.before)
    }
  }
)
