import type { WordList } from "./lexicons/word-list"
import { wordsOf } from "./tokens"

const MAX_KEYWORDS = 8
const MAX_ENTITIES = 8
const MIN_LETTERS = 3
const MAX_LETTERS = 40

/**
 * What a text is about in at most eight words: those that say something first, then
 * those that come often.
 */
export function readKeywords(
  text: string,
  hits: string[],
  list: WordList,
  language: string
): string[] {
  const stop = new Set(list.stop.split(/\s+/))
  const counts = new Map<string, number>()
  for (const word of wordsOf(text, language)) {
    const isWord =
      list.unspaced ||
      (word.length >= MIN_LETTERS && word.length <= MAX_LETTERS)
    if (isWord && !stop.has(word) && /\p{L}/u.test(word)) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const frequent = [...counts]
    .filter(([word]) => !list.unspaced || word.length > 1)
    .toSorted(([, one], [, other]) => other - one)
    .map(([word]) => word)
  return [...new Set([...hits, ...frequent])].slice(0, MAX_KEYWORDS)
}

// A capital that begins no sentence, and what else with capitals follows it.
const NAME =
  /(?<=[\p{Ll}\p{N},;] )(?:\p{Lu}[\p{L}\p{N}&'-]+)(?: (?:\p{Lu}[\p{L}\p{N}&'-]*|\p{N}+))*/gu
const TAG = /(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]{2,30}/gu
const CODE = /\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}\b/g
const CAPITAL_NOUNS = ["de", "lb"]

/** Names, tags and article codes in a text: at most eight, as they are written. */
export function readEntities(text: string, language: string | null): string[] {
  const names = text.match(NAME) ?? []
  const proper = CAPITAL_NOUNS.includes(language ?? "")
    ? names.filter((name) => /^(?:\p{Lu}{2,}|.*\p{Ll}\p{Lu})/u.test(name))
    : names.filter((name) => !/^I(?:'|$)/.test(name))
  const found = [
    ...proper,
    ...(text.match(TAG) ?? []),
    ...(text.match(CODE) ?? []),
  ]
  return [...new Set(found)].slice(0, MAX_ENTITIES)
}
