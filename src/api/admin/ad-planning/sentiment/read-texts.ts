import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  ListedSentiment,
  SentimentSource,
} from "../../../../modules/ad-planning/types"
import { readSentimentTexts } from "../../../../sources/sentiment-texts"

/** Analysed texts with their words, which only their sources have; else null. */
export async function withTexts(
  container: MedusaContainer,
  rows: ListedSentiment[]
): Promise<(ListedSentiment & { text: string | null })[]> {
  const sources = [...new Set(rows.map(({ source_type }) => source_type))]
  const texts = new Map<string, string>()
  for (const source of sources) {
    for (const { source_id, text } of await readSentimentTexts(
      container,
      source,
      idsOf(rows, source)
    )) {
      texts.set(`${source}:${source_id}`, text)
    }
  }
  return rows.map((row) => ({
    ...row,
    text: texts.get(`${row.source_type}:${row.source_id}`) ?? null,
  }))
}

function idsOf(rows: ListedSentiment[], source: SentimentSource): string[] {
  return rows
    .filter(({ source_type }) => source_type === source)
    .map(({ source_id }) => source_id)
}
