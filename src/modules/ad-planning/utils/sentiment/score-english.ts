import { SentimentIntensityAnalyzer } from "vader-sentiment"
import winkSentiment from "wink-sentiment"
import { plainEnglish } from "./english-phrases"
import type { PartScore } from "./score-words"

// VADER's own: compound = sum / sqrt(sum^2 + 15).
const VADER_ALPHA = 15
const MAX_COMPOUND = 0.9999
// VADER's words go up to 4, AFINN's, which wink has, up to 5.
const WINK_SCALE = 4 / 5

/**
 * English by the mean of two analysers on one scale, that of VADER's sums. Phrases
 * of reviews and negations are put into plain words before.
 *
 * @see C. J. Hutto, E. Gilbert (2014), VADER, ICWSM-14
 * @see F. A. Nielsen (2011), AFINN, arXiv:1103.2903
 */
export function scoreEnglish(part: string): PartScore {
  const text = plainEnglish(part)
  const wink = winkSentiment(text)
  return {
    raw: (vaderSum(text) + wink.score * WINK_SCALE) / 2,
    hits: (wink.tokenizedPhrase ?? []).flatMap((token) =>
      token.score ? token.value.toLowerCase() : []
    ),
  }
}

function vaderSum(text: string): number {
  const { compound } = SentimentIntensityAnalyzer.polarity_scores(text)
  const bounded = Math.max(-MAX_COMPOUND, Math.min(MAX_COMPOUND, compound))
  return (bounded * Math.sqrt(VADER_ALPHA)) / Math.sqrt(1 - bounded ** 2)
}
