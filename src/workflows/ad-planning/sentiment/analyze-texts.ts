import type { MedusaContainer } from "@medusajs/framework/types"
import { inChunks } from "../../../lib/in-chunks"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import type {
  SentimentText,
  TextSentiment,
} from "../../../modules/ad-planning/types"
import type { Outcome, SentimentAnalyzer } from "./analyzer"

/** What became of texts. */
export interface AnalyzedCounts {
  /** Read by the analyser. */
  scored: number
  /** Equal to a text that was read before: not asked again. */
  reused: number
  unscored: number
  /** Tried in vain: open or parked. */
  failed: number
  /** Not asked yet: the provider or the budget says when. */
  waiting: number
}

export const NOTHING_ANALYZED: AnalyzedCounts = {
  scored: 0,
  reused: 0,
  unscored: 0,
  failed: 0,
  waiting: 0,
}

/**
 * Reads those of the texts that are not read yet. Equal texts are asked once, and
 * each answer is stored before the next is waited for.
 *
 * @param redo - also what another analyser or version has read
 */
export async function analyzeTexts(
  container: MedusaContainer,
  analyzer: SentimentAnalyzer,
  texts: SentimentText[],
  redo = false
): Promise<AnalyzedCounts> {
  const { sentiment } = serviceOf(container)
  const { version } = analyzer
  const counts = { ...NOTHING_ANALYZED }
  const pending = await sentiment.pending(texts, version, redo, new Date())
  const byHash = groupByHash(pending)
  const known = await sentiment.knownAnswers([...byHash.keys()], version)
  const store = async (hash: string, answer: TextSentiment) =>
    await sentiment.store(
      byHash.get(hash)!.map(({ text: _text, ...fact }) => ({
        ...fact,
        ...answer,
        model_version: version,
      })),
      new Date()
    )
  for (const [hash, answer] of known) {
    counts.reused += await store(hash, answer)
  }
  const asked = [...byHash]
    .filter(([hash]) => !known.has(hash))
    .map(([id, same]) => ({ id, text: same[0]!.text }))
  const done = async (outcomes: Outcome[]) => {
    await keepOutcomes(container, analyzer, outcomes, byHash)
    for (const { id, status } of outcomes) {
      counts[status] += byHash.get(id)!.length
    }
  }
  await inChunks(
    asked,
    { size: analyzer.batchSize, atOnce: analyzer.atOnce },
    (chunk) => analyzer.analyze(chunk, done)
  )
  return counts
}

async function keepOutcomes(
  container: MedusaContainer,
  { version }: SentimentAnalyzer,
  outcomes: Outcome[],
  byHash: Map<string, SentimentText[]>
): Promise<void> {
  const { sentiment } = serviceOf(container)
  const now = new Date()
  const facts = outcomes.flatMap((outcome) =>
    outcome.status === "scored"
      ? byHash.get(outcome.id)!.map(({ text: _text, ...fact }) => ({
          ...fact,
          ...outcome.sentiment,
          model_version: version,
        }))
      : []
  )
  const notes = outcomes.flatMap((outcome) =>
    outcome.status === "scored"
      ? []
      : byHash
          .get(outcome.id)!
          .map(({ source_type, source_id, text_hash }) => ({
            source_type,
            source_id,
            text_hash,
            model_version: version,
            outcome: outcome.status,
            reason: outcome.reason,
            retry_at:
              "retry_at" in outcome
                ? (outcome.retry_at?.toISOString() ?? null)
                : null,
          }))
  )
  if (facts.length > 0) {
    await sentiment.store(facts, now)
  }
  if (notes.length > 0) {
    await sentiment.note(notes, now)
  }
}

function groupByHash(texts: SentimentText[]): Map<string, SentimentText[]> {
  const groups = new Map<string, SentimentText[]>()
  for (const text of texts) {
    const same = groups.get(text.text_hash) ?? []
    same.push(text)
    groups.set(text.text_hash, same)
  }
  return groups
}
