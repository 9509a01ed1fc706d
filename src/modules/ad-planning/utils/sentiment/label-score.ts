import type { SentimentLabel } from "../../types"
import type { Clause } from "./clauses"

// Below it, either way, a text leans to neither side.
const NEUTRAL = 0.13
// What each side of a mixed text says at least, as sums of word values ...
const MIN_SIDE = 1.2
// ... and how much the weaker says beside the stronger.
const MIN_BALANCE = 0.3

/** The label of a text: mixed where its clauses disagree, else by its score. */
export function labelScore(
  score: number,
  clauses: Pick<Clause, "raw">[]
): SentimentLabel {
  const raws = clauses.map(({ raw }) => raw)
  const praise = sum(raws.filter((raw) => raw > 0))
  const blame = -sum(raws.filter((raw) => raw < 0))
  const weaker = Math.min(praise, blame)
  const stronger = Math.max(praise, blame)
  if (weaker >= MIN_SIDE && weaker / stronger >= MIN_BALANCE) {
    return "mixed"
  }
  if (Math.abs(score) < NEUTRAL) {
    return "neutral"
  }
  return score > 0 ? "positive" : "negative"
}

function sum(values: number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
