import type { SentimentAspect } from "../../../types"

/**
 * What words of one language say. Words stand in lower case, separated by spaces;
 * `*` at the end stands for any ending, `_` for a space within a phrase.
 */
export interface WordList {
  /** +3: praise. */
  great: string
  /** +2 */
  good: string
  /** -2 */
  bad: string
  /** -3: what a shop must hear. */
  awful: string
  /** Turn the next words, and in some languages the last ones, around. */
  negations: string
  intensifiers: string
  diminishers: string
  /** What follows outweighs what went before: "but". */
  contrasts: string
  /** Words without a message: they tell the language and are no keywords. */
  stop: string
  aspects: Record<SentimentAspect, string>
  /** Whether a negation may follow its verb: "gefällt mir nicht". */
  negates_after?: boolean
  /** Written without spaces: words are found within the text. */
  unspaced?: boolean
}
