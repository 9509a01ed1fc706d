import type { Lexicon } from "./compile-lexicon"
import type { WordList } from "./lexicons/word-list"
import { scoreCharacters } from "./score-characters"
import { scoreEnglish } from "./score-english"
import { type PartScore, scoreWords } from "./score-words"
import { partsOf, sentencesOf } from "./tokens"

/** A clause of a text with what its words add up to. */
export interface Clause extends PartScore {
  text: string
}

// "But": what comes after it counts more. As VADER has it for sentences, milder.
const BEFORE_CONTRAST = 0.7
const AFTER_CONTRAST = 1.2

/** The clauses of a text in a language that has words, with their sums. */
export function clausesOf(
  text: string,
  language: string,
  list: WordList,
  lexicon: Lexicon | null
): Clause[] {
  return sentencesOf(text).flatMap((sentence) =>
    contrastsOf(sentence, list).flatMap((side, index, sides) => {
      const weight =
        sides.length === 1 ? 1 : index === 0 ? BEFORE_CONTRAST : AFTER_CONTRAST
      return partsOf(side).map((part) => {
        const { raw, hits } = scorePart(part, language, list, lexicon)
        return { text: part, raw: raw * weight, hits }
      })
    })
  )
}

function scorePart(
  part: string,
  language: string,
  list: WordList,
  lexicon: Lexicon | null
): PartScore {
  if (language === "en" || !lexicon) {
    return scoreEnglish(part)
  }
  return list.unspaced
    ? scoreCharacters(part, lexicon)
    : scoreWords(part, lexicon, language)
}

/** The sides of a sentence before and after a word such as "but". */
function contrastsOf(sentence: string, list: WordList): string[] {
  const words = list.contrasts.split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    return [sentence]
  }
  const any = words
    .map((word) =>
      word.replaceAll("_", " ").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    )
    .join("|")
  const pattern = list.unspaced
    ? new RegExp(`(?<=.{3})(?:${any})`, "u")
    : new RegExp(`(?<![\\p{L}'])(?:${any})(?![\\p{L}'])`, "iu")
  return sentence.split(pattern).filter((side) => side.trim() !== "")
}
