import { type Lexicon, valueOf } from "./compile-lexicon"
import { wordsOf } from "./tokens"

/** What the words of one part of a sentence add up to. */
export interface PartScore {
  raw: number
  /** Words that say something. */
  hits: string[]
}

// Words between a negation and what it turns around.
const REACH = 3
const REACH_AFTER = 4
// "Not good" says less than "bad"; "not bad" is faint praise.
const NEGATED_PRAISE = -0.8
const NEGATED_BLAME = -0.4
const INTENSIFIED = 1.3
const DIMINISHED = 0.7

interface Hit {
  start: number
  end: number
  value: number
  word: string
}

/** Adds up a part of a sentence of a language that puts spaces between words. */
export function scoreWords(
  part: string,
  lexicon: Lexicon,
  language: string
): PartScore {
  const words = wordsOf(part, language)
  const hits = findHits(words, lexicon)
  const taken = new Set(
    hits.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, offset) => start + offset)
    )
  )
  const negates = (index: number) =>
    !taken.has(index) && lexicon.negations.has(words[index] ?? "")
  let raw = 0
  for (const [index, hit] of hits.entries()) {
    const isNegated =
      range(hit.start - REACH, hit.start).some(negates) ||
      (lexicon.list.negates_after === true &&
        isNegatedAfter(hit, hits[index + 1], negates))
    raw += weigh(hit.value, isNegated, words[hit.start - 1] ?? "", lexicon)
  }
  return { raw, hits: hits.map(({ word }) => word) }
}

function findHits(words: string[], lexicon: Lexicon): Hit[] {
  const hits: Hit[] = []
  let start = 0
  while (start < words.length) {
    const phrase = lexicon.phrases
      .get(words[start]!)
      ?.find((one) =>
        one.words.every((word, offset) => matches(words[start + offset], word))
      )
    const value = phrase?.value ?? valueOf(lexicon, words[start]!)
    const end = start + (phrase?.words.length ?? 1)
    if (value !== undefined && value !== 0) {
      hits.push({ start, end, value, word: words.slice(start, end).join(" ") })
    }
    start = end
  }
  return hits
}

function matches(word: string | undefined, wanted: string): boolean {
  return wanted.endsWith("*")
    ? (word ?? "").startsWith(wanted.slice(0, -1))
    : word === wanted
}

/** "Gefällt mir nicht": a negation after praise that turns nothing else around. */
function isNegatedAfter(
  hit: Hit,
  next: Hit | undefined,
  negates: (index: number) => boolean
): boolean {
  if (hit.value < 0) {
    return false
  }
  const limit = Math.min(hit.end + REACH_AFTER, next?.start ?? Infinity)
  const negation = range(hit.end, limit).find(negates)
  return (
    negation !== undefined &&
    (next === undefined || next.start > negation + REACH)
  )
}

function weigh(
  value: number,
  isNegated: boolean,
  before: string,
  lexicon: Lexicon
): number {
  if (isNegated) {
    return value * (value > 0 ? NEGATED_PRAISE : NEGATED_BLAME)
  }
  if (lexicon.intensifiers.has(before)) {
    return value * INTENSIFIED
  }
  return lexicon.diminishers.has(before) ? value * DIMINISHED : value
}

function range(from: number, to: number): number[] {
  const start = Math.max(0, from)
  return Array.from(
    { length: Math.max(0, to - start) },
    (_, offset) => start + offset
  )
}
