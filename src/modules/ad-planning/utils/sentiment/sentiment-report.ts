import type {
  SentimentLabel,
  SentimentStatsRow,
  SentimentTermRow,
} from "../../types"
import { type MeanInterval, meanInterval } from "./mean-interval"

/** How one group of texts feels; scores are -1 to 1, rates 0 to 1. */
export interface SentimentFigures extends MeanInterval {
  key: string | null
  texts: number
  labels: Record<SentimentLabel, number>
  positive_rate: number | null
  negative_rate: number | null
}

export function sentimentFigures(
  row: SentimentStatsRow | undefined
): SentimentFigures {
  const texts = row?.texts ?? 0
  const labels = {
    positive: row?.positive ?? 0,
    negative: row?.negative ?? 0,
    neutral: row?.neutral ?? 0,
    mixed: row?.mixed ?? 0,
  }
  return {
    key: row?.key ?? null,
    texts,
    ...meanInterval(texts, row?.sum ?? 0, row?.sum_squares ?? 0),
    labels,
    positive_rate: texts > 0 ? labels.positive / texts : null,
    negative_rate: texts > 0 ? labels.negative / texts : null,
  }
}

export interface TermFigures extends MeanInterval {
  key: string
  texts: number
}

export function termFigures(row: SentimentTermRow): TermFigures {
  return {
    key: row.key,
    texts: row.texts,
    ...meanInterval(row.texts, row.sum, row.sum_squares),
  }
}

/** What an aspect did to the change of the mean from one period to the next. */
export interface Driver {
  key: string
  texts: number
  former_texts: number
  mean: number | null
  former_mean: number | null
  /**
   * The aspect's sum of scores per text of the period, now less before: what the
   * aspect adds to the mean of all texts, were it their only subject.
   */
  contribution: number
}

/**
 * The aspects that moved, the greatest move first. An aspect moves the whole by how
 * often it is spoken of and by how; both are in its sum of scores per text.
 *
 * @param texts - of the period, and of the one before
 */
export function sentimentDrivers(
  now: SentimentTermRow[],
  before: SentimentTermRow[],
  texts: { now: number; before: number }
): Driver[] {
  if (texts.now === 0 || texts.before === 0) {
    return []
  }
  const keys = [...new Set([...now, ...before].map(({ key }) => key))]
  return keys
    .map((key) => {
      const one = now.find((row) => row.key === key)
      const other = before.find((row) => row.key === key)
      return {
        key,
        texts: one?.texts ?? 0,
        former_texts: other?.texts ?? 0,
        mean: one ? one.sum / one.texts : null,
        former_mean: other ? other.sum / other.texts : null,
        contribution:
          (one?.sum ?? 0) / texts.now - (other?.sum ?? 0) / texts.before,
      }
    })
    .toSorted(
      (one, other) =>
        Math.abs(other.contribution) - Math.abs(one.contribution) ||
        one.key.localeCompare(other.key)
    )
}
