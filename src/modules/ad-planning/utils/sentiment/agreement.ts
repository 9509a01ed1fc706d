import {
  type LabelPair,
  SENTIMENT_LABELS,
  type SentimentLabel,
} from "../../types"

/** How far people of the store and an analyser agree. */
export interface Agreement {
  texts: number
  /** Share of texts with the same label, 0 to 1; null without texts. */
  agreement_rate: number | null
  /**
   * Cohen's kappa: 1 = always, 0 = no more than by chance. Null without texts, and
   * where both only ever said one label.
   */
  kappa: number | null
  /** `said` by the analyser, `meant` by people; every pair of labels. */
  confusion: { said: SentimentLabel; meant: SentimentLabel; texts: number }[]
}

/**
 * Cohen's kappa and the table it is of.
 *
 * @see J. Cohen (1960), Educational and Psychological Measurement 20(1), 37-46
 * @example R: irr::kappa2(ratings, "unweighted")
 */
export function agreementOf(
  pairs: Omit<LabelPair, "model_version">[]
): Agreement {
  const count = (
    matches: (pair: Omit<LabelPair, "model_version">) => boolean
  ) => pairs.filter(matches).reduce((total, { texts }) => total + texts, 0)
  const texts = count(() => true)
  const confusion = SENTIMENT_LABELS.flatMap((said) =>
    SENTIMENT_LABELS.map((meant) => ({
      said,
      meant,
      texts: count((pair) => pair.said === said && pair.meant === meant),
    }))
  )
  if (texts === 0) {
    return { texts, agreement_rate: null, kappa: null, confusion }
  }
  const observed = count(({ said, meant }) => said === meant) / texts
  const expected = SENTIMENT_LABELS.reduce(
    (sum, label) =>
      sum +
      (count(({ said }) => said === label) / texts) *
        (count(({ meant }) => meant === label) / texts),
    0
  )
  return {
    texts,
    agreement_rate: observed,
    kappa: expected === 1 ? null : (observed - expected) / (1 - expected),
    confusion,
  }
}
