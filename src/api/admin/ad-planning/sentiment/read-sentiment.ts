import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { SentimentKey } from "../../../../modules/ad-planning/types"
import { withTexts } from "./read-texts"
import { shown } from "./shown"

/** One analysed text with its words, by its id or its source's; null without. */
export async function readSentiment(
  container: MedusaContainer,
  named: SentimentKey | { id: string }
) {
  const service = serviceOf(container)
  const { rows } = await service.sentimentReports.list(
    {
      timezone: service.options.timezone,
      ...("id" in named
        ? { id: [named.id] }
        : {
            source_type: [named.source_type],
            source_id: [named.source_id],
          }),
    },
    { order: "id", isDescending: false, limit: 1, offset: 0 }
  )
  const [sentiment] = await withTexts(container, rows)
  return sentiment ? shown(sentiment) : null
}
