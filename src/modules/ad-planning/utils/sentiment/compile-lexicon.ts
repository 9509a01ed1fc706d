import type { WordList } from "./lexicons/word-list"

/** A word list, ready to be looked up. */
export interface Lexicon {
  list: WordList
  exact: Map<string, number>
  /** Stems, by their length. */
  stems: Map<number, Map<string, number>>
  /** Phrases by their first word, longest first. */
  phrases: Map<string, { words: string[]; value: number }[]>
  negations: Set<string>
  intensifiers: Set<string>
  diminishers: Set<string>
  stop: Set<string>
}

const SHORTEST_STEM = 3

/** @param more - words the list does not have, with what they are worth */
export function compileLexicon(
  list: WordList,
  more: Record<string, number> = {}
): Lexicon {
  const lexicon: Lexicon = {
    list,
    exact: new Map(),
    stems: new Map(),
    phrases: new Map(),
    negations: setOf(list.negations),
    intensifiers: setOf(list.intensifiers),
    diminishers: setOf(list.diminishers),
    stop: setOf(list.stop),
  }
  const own: [string, number][] = [
    [list.good, 2],
    [list.bad, -2],
    [list.great, 3],
    [list.awful, -3],
  ]
  for (const [words, value] of own) {
    words
      .split(/\s+/)
      .filter(Boolean)
      .forEach((word) => add(lexicon, word, value))
  }
  for (const [word, value] of Object.entries(more)) {
    if (isUsable(lexicon, word)) {
      lexicon.exact.set(word, value)
    }
  }
  return lexicon
}

/** What a word is worth; undefined for one that is not listed. */
export function valueOf(lexicon: Lexicon, word: string): number | undefined {
  const exact = lexicon.exact.get(word)
  if (exact !== undefined) {
    return exact
  }
  for (let length = word.length; length >= SHORTEST_STEM; length -= 1) {
    const value = lexicon.stems.get(length)?.get(word.slice(0, length))
    if (value !== undefined) {
      return value
    }
  }
  return undefined
}

function add(lexicon: Lexicon, entry: string, value: number): void {
  if (entry.includes("_")) {
    const words = entry.split("_")
    const known = lexicon.phrases.get(words[0]!) ?? []
    known.push({ words, value })
    known.sort((one, other) => other.words.length - one.words.length)
    lexicon.phrases.set(words[0]!, known)
  } else if (entry.endsWith("*")) {
    const stem = entry.slice(0, -1)
    const known = lexicon.stems.get(stem.length) ?? new Map<string, number>()
    known.set(stem, value)
    lexicon.stems.set(stem.length, known)
  } else {
    lexicon.exact.set(entry, value)
  }
}

/** Translated lists hold small words whose value is a mistake. */
function isUsable(lexicon: Lexicon, word: string): boolean {
  return (
    !/\s/.test(word) &&
    !lexicon.stop.has(word) &&
    !lexicon.negations.has(word) &&
    !lexicon.intensifiers.has(word) &&
    !lexicon.diminishers.has(word) &&
    valueOf(lexicon, word) === undefined
  )
}

function setOf(words: string): Set<string> {
  return new Set(words.split(/\s+/).filter(Boolean))
}
