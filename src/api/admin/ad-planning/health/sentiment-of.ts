import { modelName, hasLanguageModel } from "../../../../lib/language-model"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { LOCAL_VERSION } from "../../../../modules/ad-planning/utils/sentiment-analyzer"

const MONTH = "YYYY-MM".length

/** Who reads texts, which are not read, and what the month has cost so far. */
export async function sentimentOf(service: AdPlanningService, now: number) {
  const { ai } = service.options
  const month = new Date(now).toISOString().slice(0, MONTH)
  const [usage] = await service.listAdPlanningAiUsages(
    { month },
    { select: ["calls", "input_tokens", "output_tokens", "reserved_tokens"] }
  )
  return {
    model_version: hasLanguageModel(ai) ? modelName(ai) : LOCAL_VERSION,
    unread: await service.sentimentReports.itemCounts(),
    tokens: hasLanguageModel(ai)
      ? {
          month,
          calls: usage?.calls ?? 0,
          used: (usage?.input_tokens ?? 0) + (usage?.output_tokens ?? 0),
          reserved: usage?.reserved_tokens ?? 0,
          budget: ai.max_tokens_per_month,
        }
      : null,
  }
}
