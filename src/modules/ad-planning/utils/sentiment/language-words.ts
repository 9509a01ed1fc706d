import { type Lexicon, compileLexicon, valueOf } from "./compile-lexicon"
import type { KnownWords } from "./detect-language"
import { WORD_LISTS } from "./lexicons"
import { ENGLISH } from "./lexicons/en"
import { translatedWords } from "./lexicons/translated-words"

const compiled = new Map<string, Lexicon | null>()

/**
 * The words of a language: ours, and those that AFINN has been translated to at
 * half their weight, for nobody has read all of those. Null for a language that
 * neither has.
 */
export function lexiconOf(language: string): Lexicon | null {
  const made = compiled.get(language)
  if (made !== undefined) {
    return made
  }
  const own = WORD_LISTS[language]
  const translated = translatedWords(language)
  const lexicon =
    own || translated
      ? compileLexicon(own ?? EMPTY_LIST, translated ?? {})
      : null
  compiled.set(language, lexicon)
  return lexicon
}

const EMPTY_LIST = {
  great: "",
  good: "",
  bad: "",
  awful: "",
  negations: "",
  intensifiers: "",
  diminishers: "",
  contrasts: "",
  stop: "",
  aspects: {
    delivery: "",
    price: "",
    quality: "",
    size: "",
    service: "",
    product: "",
    website: "",
  },
}

let words: KnownWords[] | undefined

/** The languages whose words tell a short text: those of our own lists. */
export function knownWords(): KnownWords[] {
  words ??= [...Object.entries(WORD_LISTS), ["en", ENGLISH] as const]
    .filter(([language]) => language !== "nb")
    .map(([language, list]) => {
      const lexicon = compileLexicon(list)
      return {
        language,
        knows: (word) =>
          lexicon.stop.has(word) ||
          lexicon.negations.has(word) ||
          lexicon.intensifiers.has(word) ||
          valueOf(lexicon, word) !== undefined,
      }
    })
  return words
}
