import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type {
  SentimentSource,
  SentimentText,
} from "../../../../modules/ad-planning/types"
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

// Waiting for another event of the same row: as long as a model may take.
const LOCK_TIMEOUT_SECONDS = 120

export const analyzeSentimentStepId = "analyze-sentiment"

/**
 * Reads the texts of some rows, under a lock each: of two events at the same time
 * the second finds the first one's answer. Of rows without a text, what was read
 * before goes. Undone by putting back the analyses as they were.
 */
export const analyzeSentimentStep = createStep(
  analyzeSentimentStepId,
  async (input: AnalyzeSentimentInput, { container }) => {
    const { undo, ...result } = await container
      .resolve(Modules.LOCKING)
      .execute(lockKeys(input), () => analyze(container, input), {
        timeout: LOCK_TIMEOUT_SECONDS,
      })
    return new StepResponse(result, undo)
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).sentiment.putBack(undo.keys, undo.before)
    }
  }
)

function lockKeys({ source_type, source_ids }: AnalyzeSentimentInput) {
  return source_ids
    .map((id) => `ad-planning:sentiment:${source_type}:${id}`)
    .toSorted()
}

async function analyze(
  container: MedusaContainer,
  { source_type, source_ids, text_content, redo }: AnalyzeSentimentInput
) {
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
  const unread = texts.length
    ? await readAll(container, texts, redo ?? false)
    : 0
  return { unread, forgotten, undo: { keys, before } }
}

/** How many are not read: in no known language, failed, or waiting. */
async function readAll(
  container: MedusaContainer,
  texts: SentimentText[],
  redo: boolean
): Promise<number> {
  try {
    const counts = await analyzeTexts(
      container,
      await analyzerOf(container),
      texts,
      redo
    )
    return counts.unscored + counts.failed + counts.waiting
  } catch (error) {
    // Its texts are open items: the bulk run reads them when it may.
    if (error instanceof AnalyzerStopped) {
      return texts.length
    }
    throw error
  }
}
