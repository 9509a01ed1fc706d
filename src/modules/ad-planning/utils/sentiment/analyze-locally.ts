import type { TextSentiment } from "../../types"
import { cleanReview } from "./clean-text"
import { type Clause, clausesOf } from "./clauses"
import { detectLanguage, type DetectLanguage } from "./detect-language"
import { readEmoji } from "./emoji"
import { labelScore } from "./label-score"
import { knownWords, lexiconOf } from "./language-words"
import { ENGLISH } from "./lexicons/en"
import { readAspects } from "./read-aspects"
import { readEntities, readKeywords } from "./read-keywords"
import { toScore } from "./to-score"

/** Changes with every change of what the local analyser says. */
export const LOCAL_VERSION = "local-1"

// A mark of exclamation adds this to what is said, at most three do.
const EXCLAMATION = 0.3
const MAX_EXCLAMATIONS = 3
// What word lists alone can be sure of.
const NEUTRAL_CONFIDENCE = 0.5
const MAX_CONFIDENCE = 0.95

/**
 * What a text says, without network and key: its language, then the words of that
 * language. Emoji count in every language, and alone.
 *
 * @param detect - letter statistics of languages, from `loadLanguageDetector`
 * @returns null where the language is not told or has no word list: not neutral
 */
export function analyzeLocally(
  text: string,
  detect: DetectLanguage
): TextSentiment | null {
  const clean = cleanReview(text)
  const emoji = readEmoji(clean)
  const found = detectLanguage(emoji.text, detect, knownWords())
  const lexicon =
    found && found.language !== "en" ? lexiconOf(found.language) : null
  const isKnown =
    found !== null && (found.language === "en" || lexicon !== null)
  if (!isKnown) {
    return emoji.count > 0 ? byEmojiAlone(emoji.raw) : null
  }
  const list = lexicon?.list ?? ENGLISH
  const { language } = found
  const clauses = clausesOf(emoji.text, language, list, lexicon)
  const all: Pick<Clause, "raw">[] = [...clauses, { raw: emoji.raw }]
  const sum = all.reduce((total, { raw }) => total + raw, 0)
  const score = toScore(sum + Math.sign(sum) * exclaimed(clean))
  const hits = clauses.flatMap((clause) => clause.hits)
  return {
    language,
    score,
    label: labelScore(score, all),
    confidence: confidenceOf(
      score,
      hits.length + emoji.count,
      found.confidence
    ),
    keywords: readKeywords(emoji.text, hits, list, language),
    entities: readEntities(emoji.text, language),
    aspects: readAspects(clauses, list, language),
  }
}

function byEmojiAlone(raw: number): TextSentiment {
  const score = toScore(raw)
  return {
    language: null,
    score,
    label: labelScore(score, [{ raw }]),
    confidence: confidenceOf(score, 1, 1),
    keywords: [],
    entities: [],
    aspects: [],
  }
}

function exclaimed(text: string): number {
  const marks = text.match(/[!！]/g)?.length ?? 0
  return Math.min(marks, MAX_EXCLAMATIONS) * EXCLAMATION
}

function confidenceOf(score: number, said: number, ofLanguage: number): number {
  const ofLabel =
    said === 0 ? NEUTRAL_CONFIDENCE : NEUTRAL_CONFIDENCE + Math.abs(score) / 2
  return Math.min(MAX_CONFIDENCE, ofLabel * (0.5 + ofLanguage / 2))
}
