import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { serviceOf } from "../modules/ad-planning/service-of"
import type { SentimentSource } from "../modules/ad-planning/types"
import { readGraph } from "./graph"
import { SOCIAL_TOUCHPOINTS } from "./read-social-texts"
import { isSentimentSourcePresent } from "./sentiment-texts"

/** Ids of one page, as `readSentimentTexts` takes them. */
export type IdPage = string[]

const idSchema = z.object({ id: z.string() })

/**
 * The ids of all rows that may have a text, page by page in the order of their ids:
 * memory does not grow with them.
 */
export async function* sentimentPages(
  container: MedusaContainer,
  source: SentimentSource,
  size: number
): AsyncGenerator<IdPage> {
  if (!isSentimentSourcePresent(source)) {
    return
  }
  const readPage = pageReader(container, source, size)
  let after: string | null = null
  let page: { id: string; key: string }[]
  do {
    page = await readPage(after)
    if (page.length > 0) {
      yield page.map(({ key }) => key)
    }
    after = page.at(-1)?.id ?? null
  } while (page.length === size)
}

function pageReader(
  container: MedusaContainer,
  source: SentimentSource,
  size: number
): (after: string | null) => Promise<{ id: string; key: string }[]> {
  if (source === "feedback" || source === "form_response") {
    return async (after) => {
      const rows = await readGraph(container, idSchema, {
        entity: source,
        fields: ["id"],
        filters: behind(after),
        pagination: { take: size, order: { id: "ASC" } },
      })
      return rows.map(({ id }) => ({ id, key: id }))
    }
  }
  const service = serviceOf(container)
  return async (after) => {
    const rows = await service.listCustomerJourneys(
      { source_type: SOCIAL_TOUCHPOINTS[source], ...behind(after) },
      { select: ["id", "source_id"], take: size, order: { id: "ASC" } }
    )
    return rows.map(({ id, source_id }) => ({ id, key: source_id }))
  }
}

function behind(after: string | null) {
  return after === null ? {} : { id: { $gt: after } }
}
