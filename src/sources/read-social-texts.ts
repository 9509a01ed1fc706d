import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../modules/ad-planning/service-of"
import type { SentimentText } from "../modules/ad-planning/types"
import { textHash } from "../modules/ad-planning/utils/sentiment/text-hash"
import { cleanText } from "../modules/ad-planning/utils/text/normalise"

/** How timelines call comments and mentions. */
export const SOCIAL_TOUCHPOINTS = {
  comment: "social_comment",
  social_mention: "social_mention",
} as const

/** Comments and mentions, whatever shape their platform gave them: from timelines. */
export async function readSocialTexts(
  container: MedusaContainer,
  source: keyof typeof SOCIAL_TOUCHPOINTS,
  ids: string[]
): Promise<SentimentText[]> {
  const service = serviceOf(container)
  const { secret } = service.options
  const rows = await service.listCustomerJourneys(
    { source_type: SOCIAL_TOUCHPOINTS[source], source_id: ids },
    { take: ids.length }
  )
  return rows.flatMap((row) => {
    const text = cleanText(row.event_data?.text)
    return text === null
      ? []
      : {
          source_type: source,
          source_id: row.source_id,
          text,
          text_hash: textHash(text, secret),
          occurred_at: new Date(row.timestamp),
          email_hash: row.email_hash,
          customer_id: row.customer_id,
          visitor_id: row.visitor_id,
          order_id: null,
        }
  })
}
