import type AdPlanningService from "../../../../modules/ad-planning/service"
import { sentimentFigures } from "../../../../modules/ad-planning/utils/sentiment/sentiment-report"

/** How somebody's texts feel, and the last of them; null without any. */
export async function sentimentOfPerson(
  { sentimentReports, options }: AdPlanningService,
  personId: string
) {
  const filters = { person_id: [personId], timezone: options.timezone }
  const [row] = await sentimentReports.stats(filters, null)
  const { rows } = await sentimentReports.list(filters, {
    order: "occurred_at",
    isDescending: true,
    limit: 1,
    offset: 0,
  })
  const [last] = rows
  if (!last) {
    return null
  }
  const { key: _key, ...figures } = sentimentFigures(row)
  return {
    ...figures,
    last: {
      id: last.id,
      source_type: last.source_type,
      sentiment_score: last.sentiment_score,
      sentiment_label: last.sentiment_label,
      occurred_at: last.occurred_at,
    },
  }
}
