import { wordsOf } from "./tokens"

/** How likely a text is in each language, 0 to 1: `eld`, loaded by the caller. */
export type DetectLanguage = (text: string) => Record<string, number>

export interface DetectedLanguage {
  /** ISO 639-1 */
  language: string
  /** 0 to 1 */
  confidence: number
}

/** What the words of one language are, for its share of a text. */
export interface KnownWords {
  language: string
  knows(word: string): boolean
}

// Scripts of one language each.
const SCRIPTS: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Armenian}/gu, "hy"],
  [/\p{Script=Georgian}/gu, "ka"],
]
const HAN = /\p{Script=Han}/gu
const LETTER = /\p{L}/gu
const SCRIPT_SHARE = 0.3
const JAPANESE_SHARE = 0.1

// Together at least this much must speak for a language: half sure by its letters,
// or a word in three known.
const MIN_EVIDENCE = 0.5
const MIN_LEAD = 0.01
const WORDS_WEIGHT = 0.8

/**
 * The language of a review, also of a few words: by its script where that is
 * enough, else by letter sequences together with the share of words known. No
 * language is ruled out. Null below its confidence.
 */
export function detectLanguage(
  text: string,
  detect: DetectLanguage,
  known: KnownWords[]
): DetectedLanguage | null {
  const letters = count(text, LETTER)
  if (letters === 0) {
    return null
  }
  const script = scriptOf(text, letters)
  if (script) {
    return { language: script, confidence: 0.95 }
  }
  const byLetters = detect(text)
  const words = wordsOf(text, "und")
  const evidence = new Map(Object.entries(byLetters))
  for (const { language, knows } of known) {
    const share = words.filter((word) => knows(word)).length / words.length
    if (share > 0) {
      evidence.set(
        language,
        (evidence.get(language) ?? 0) + WORDS_WEIGHT * share
      )
    }
  }
  const [best, second] = [...evidence].toSorted(
    ([, one], [, other]) => other - one
  )
  if (
    !best ||
    best[1] < MIN_EVIDENCE ||
    best[1] - (second?.[1] ?? 0) < MIN_LEAD
  ) {
    return null
  }
  return { language: best[0], confidence: Math.min(1, best[1] / 1.2) }
}

function scriptOf(text: string, letters: number): string | null {
  if (count(text, SCRIPTS[0]![0]) / letters > JAPANESE_SHARE) {
    return "ja"
  }
  if (count(text, HAN) / letters > SCRIPT_SHARE) {
    return "zh"
  }
  return (
    SCRIPTS.find(
      ([script]) => count(text, script) / letters > SCRIPT_SHARE
    )?.[1] ?? null
  )
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
