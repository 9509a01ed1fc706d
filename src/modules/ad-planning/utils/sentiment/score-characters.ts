import type { Lexicon } from "./compile-lexicon"
import type { PartScore } from "./score-words"

const LONGEST = 8
// Characters between a negation and what it turns around.
const REACH_BEFORE = 3
const REACH_AFTER = 6
const NEGATED_PRAISE = -0.8
const NEGATED_BLAME = -0.4
const INTENSIFIED = 1.3

/**
 * Adds up a part of a sentence of a language without spaces, or whose endings grow
 * onto words: the longest listed string at each place counts.
 */
export function scoreCharacters(part: string, lexicon: Lexicon): PartScore {
  const values = spellings(lexicon)
  const hits: string[] = []
  let raw = 0
  let at = 0
  while (at < part.length) {
    const found = longestAt(part, at, values)
    if (found === null) {
      at += 1
      continue
    }
    const { word, value } = found
    const before = part.slice(Math.max(0, at - REACH_BEFORE), at)
    const after = part.slice(at + word.length, at + word.length + REACH_AFTER)
    const isNegated =
      has(before, lexicon.negations) ||
      (lexicon.list.negates_after === true && has(after, lexicon.negations))
    if (isNegated) {
      raw += value * (value > 0 ? NEGATED_PRAISE : NEGATED_BLAME)
    } else {
      raw += value * (has(before, lexicon.intensifiers) ? INTENSIFIED : 1)
    }
    hits.push(word)
    at += word.length
  }
  return { raw, hits }
}

const known = new WeakMap<Lexicon, Map<string, number>>()

function spellings(lexicon: Lexicon): Map<string, number> {
  const made = known.get(lexicon)
  if (made) {
    return made
  }
  const values = new Map(lexicon.exact)
  for (const phrases of lexicon.phrases.values()) {
    for (const { words, value } of phrases) {
      values.set(words.join(" "), value)
    }
  }
  known.set(lexicon, values)
  return values
}

function longestAt(
  part: string,
  at: number,
  values: Map<string, number>
): { word: string; value: number } | null {
  for (let length = LONGEST; length > 0; length -= 1) {
    const word = part.slice(at, at + length)
    const value = values.get(word)
    if (value !== undefined && word.length === length) {
      return { word, value }
    }
  }
  return null
}

function has(text: string, words: Set<string>): boolean {
  return [...words].some((word) => text.includes(word))
}
