import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import {
  SENTIMENT_SOURCES,
  type SentimentSource,
} from "../../../../modules/ad-planning/types"
import { sentimentPages } from "../../../../sources/sentiment-pages"
import { readSentimentTexts } from "../../../../sources/sentiment-texts"
import {
  type AnalyzedCounts,
  analyzeTexts,
  NOTHING_ANALYZED,
} from "../analyze-texts"
import {
  analyzerOf,
  AnalyzerStopped,
  type SentimentAnalyzer,
} from "../analyzer"
import { writeBackFeedback } from "../write-back-feedback"

export interface BulkAnalyzeSentimentInput {
  /** @default all */
  source_types?: SentimentSource[]
  /** `older`: also what another analyser or version has read. */
  model_version?: "older"
  /**
   * Whether the host's feedback is told: each row that it updates is an event.
   *
   * @default true
   */
  write_back?: boolean
}

export interface BulkAnalyzed extends AnalyzedCounts {
  /** Rows looked at. */
  rows: number
  /** Why the run ended before its end; null when it did not. */
  stopped: string | null
}

const PAGE = 500

export const bulkAnalyzeSentimentStepId = "bulk-analyze-sentiment"

/**
 * Reads every text that is not read yet, page by page. Each answer is stored at
 * once: whatever ends the run, the next one goes on with what is left. There is
 * nothing to undo: what was read is right whatever else happens.
 */
export const bulkAnalyzeSentimentStep = createStep(
  bulkAnalyzeSentimentStepId,
  async (
    {
      source_types,
      model_version,
      write_back = true,
    }: BulkAnalyzeSentimentInput,
    { container }
  ) => {
    const analyzer = await analyzerOf(container)
    const total: BulkAnalyzed = { ...NOTHING_ANALYZED, rows: 0, stopped: null }
    try {
      for (const source of source_types ?? SENTIMENT_SOURCES) {
        for await (const ids of sentimentPages(container, source, PAGE)) {
          total.rows += ids.length
          const redo = model_version === "older"
          add(
            total,
            await readPage(container, analyzer, source, ids, {
              redo,
              write_back,
            })
          )
        }
      }
    } catch (error) {
      if (!(error instanceof AnalyzerStopped)) {
        throw error
      }
      total.stopped = error.message
    }
    return new StepResponse(total)
  }
)

async function readPage(
  container: MedusaContainer,
  analyzer: SentimentAnalyzer,
  source: SentimentSource,
  ids: string[],
  { redo, write_back }: { redo: boolean; write_back: boolean }
): Promise<AnalyzedCounts> {
  const texts = await readSentimentTexts(container, source, ids)
  const told = new Set(texts.map(({ source_id }) => source_id))
  const gone = ids
    .filter((id) => !told.has(id))
    .map((source_id) => ({ source_type: source, source_id }))
  if (gone.length > 0) {
    await serviceOf(container).sentiment.forget(gone)
  }
  const counts = await analyzeTexts(container, analyzer, texts, redo)
  if (write_back && source === "feedback") {
    await writeBackFeedback(container, [...told])
  }
  return counts
}

function add(total: AnalyzedCounts, counts: AnalyzedCounts): void {
  total.scored += counts.scored
  total.reused += counts.reused
  total.unscored += counts.unscored
  total.failed += counts.failed
  total.waiting += counts.waiting
}
