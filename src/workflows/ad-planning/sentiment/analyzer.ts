import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  hasLanguageModel,
  languageModel,
  modelName,
} from "../../../lib/language-model"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import type { TextSentiment } from "../../../modules/ad-planning/types"
import {
  analyzeLocally,
  loadLanguageDetector,
  LOCAL_VERSION,
} from "../../../modules/ad-planning/utils/sentiment-analyzer"
import { aiAnalyzer } from "./ai-analyzer"

export interface AnalyzerText {
  id: string
  text: string
}

/** What became of one text. */
export type Outcome =
  | { id: string; status: "scored"; sentiment: TextSentiment }
  | { id: string; status: "unscored"; reason: string }
  /** `retry_at` where the provider named a time. */
  | { id: string; status: "failed"; reason: string; retry_at: Date | null }
  /** Not asked, or not answered through no fault of the text. */
  | { id: string; status: "waiting"; reason: string; retry_at: Date }

/** Why an analyser cannot go on at all: its run ends, and says so. */
export class AnalyzerStopped extends Error {
  constructor(
    reason: string,
    readonly retry_at: Date
  ) {
    super(reason)
  }
}

/** Reads texts: by a language model, or by word lists. */
export interface SentimentAnalyzer {
  /** Results of another one are not this one's. */
  version: string
  /** Texts of one call. */
  batchSize: number
  /** Calls at the same time. */
  atOnce: number
  /**
   * Reads some texts; `done` is told of each as soon as it is known, so that what
   * was answered is stored whatever happens to the rest.
   *
   * @throws AnalyzerStopped after `done` was told of every text it is about
   */
  analyze(
    texts: AnalyzerText[],
    done: (outcomes: Outcome[]) => Promise<void>
  ): Promise<void>
}

const LOCAL_BATCH = 200

/** The analyser that the options name: local without a model or its key. */
export async function analyzerOf(
  container: MedusaContainer
): Promise<SentimentAnalyzer> {
  const service = serviceOf(container)
  const { ai } = service.options
  const model = await languageModel(ai)
  if (model && hasLanguageModel(ai)) {
    return aiAnalyzer(model, ai, {
      version: modelName(ai),
      usage: service.aiUsage,
      pausedUntil: await service.sentiment.pausedUntil(new Date()),
    })
  }
  if (ai) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info("ad-planning: option `ai` has no key, texts are read locally")
  }
  return await localAnalyzer()
}

/** Reads texts here: no network, no key. */
export async function localAnalyzer(): Promise<SentimentAnalyzer> {
  const detect = await loadLanguageDetector()
  return {
    version: LOCAL_VERSION,
    batchSize: LOCAL_BATCH,
    atOnce: 1,
    analyze: async (texts, done) =>
      await done(
        texts.map(({ id, text }): Outcome => {
          const sentiment = analyzeLocally(text, detect)
          return sentiment
            ? { id, status: "scored", sentiment }
            : {
                id,
                status: "unscored",
                reason: "its language is not told, or has no word list",
              }
        })
      ),
  }
}
