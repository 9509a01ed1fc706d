import {
  type AspectScore,
  SENTIMENT_ASPECTS,
  type SentimentAspect,
} from "../../types"
import type { Clause } from "./clauses"
import type { WordList } from "./lexicons/word-list"
import { toScore } from "./to-score"
import { wordsOf } from "./tokens"

/**
 * What of a shop a text speaks of, each with the mean of the clauses that do, -1 to 1.
 */
export function readAspects(
  clauses: Clause[],
  list: WordList,
  language: string
): AspectScore[] {
  const matchers = matchersOf(list, language)
  return SENTIMENT_ASPECTS.flatMap((aspect) => {
    const about = clauses.filter(({ text }) => matchers[aspect](text))
    if (about.length === 0) {
      return []
    }
    const raw = about.reduce((sum, clause) => sum + clause.raw, 0)
    return [{ aspect, score: toScore(raw / about.length) }]
  })
}

type Matchers = Record<SentimentAspect, (text: string) => boolean>

const made = new WeakMap<WordList, Matchers>()

function matchersOf(list: WordList, language: string): Matchers {
  const known = made.get(list)
  if (known) {
    return known
  }
  const matcher = (aspect: SentimentAspect) => matcherOf(list, aspect, language)
  const matchers: Matchers = {
    delivery: matcher("delivery"),
    price: matcher("price"),
    quality: matcher("quality"),
    size: matcher("size"),
    service: matcher("service"),
    product: matcher("product"),
    website: matcher("website"),
  }
  made.set(list, matchers)
  return matchers
}

function matcherOf(list: WordList, aspect: SentimentAspect, language: string) {
  const entries = list.aspects[aspect].split(/\s+/).filter(Boolean)
  if (list.unspaced) {
    return (text: string) => entries.some((entry) => text.includes(entry))
  }
  const exact = new Set(entries.filter((entry) => !/[*_]/.test(entry)))
  const stems = entries
    .filter((entry) => entry.endsWith("*"))
    .map((entry) => entry.slice(0, -1))
  const phrases = entries
    .filter((entry) => entry.includes("_"))
    .map((entry) => entry.replaceAll("_", " "))
  return (text: string) => {
    const words = wordsOf(text, language)
    const joined = words.join(" ")
    return (
      words.some(
        (word) => exact.has(word) || stems.some((stem) => word.startsWith(stem))
      ) || phrases.some((phrase) => joined.includes(phrase))
    )
  }
}
