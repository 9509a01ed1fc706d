import { distance } from "fastest-levenshtein"
import { normaliseName } from "../text/normalise"

// Below it two words are two words ("men" and "women": 0.6). One letter of three may
// be wrong.
const SAME_WORD = 0.66
const NUMBER = /^\p{N}+$/u

/** A name, ready to be compared with thousands. */
export interface ComparableName {
  words: ComparableText[]
  /** Without spaces: "summersale" is "Summer Sale". */
  letters: string
  /** Years, versions: never misspelt. */
  numbers: string[]
}

export interface ComparableText {
  text: string
  length: number
  /** One bit per kind of character in it. */
  kinds: number
  isNumber: boolean
}

/** Null for a name without a letter or digit. */
export function comparableName(name: string): ComparableName | null {
  const texts = normaliseName(name).match(/[\p{L}\p{N}]+/gu)
  return (
    texts && {
      words: texts.map(comparable),
      letters: texts.join(""),
      numbers: texts.join(" ").match(/\d+/g) ?? [],
    }
  )
}

/**
 * How alike two names are, from 0 to 1: the share of their letters that stand in
 * words which both have (the Dice coefficient of their words, weighted by length),
 * where a misspelt word counts by how much of it is right. Names that differ only
 * in spaces are one. Names with numbers of which none is the same are two: 0.
 *
 * @see https://en.wikipedia.org/wiki/Dice-S%C3%B8rensen_coefficient
 */
export function nameSimilarity(a: ComparableName, b: ComparableName): number {
  if (contradict(a.numbers, b.numbers)) {
    return 0
  }
  return a.letters === b.letters ? 1 : wordsSimilarity(a.words, b.words)
}

function contradict(a: string[], b: string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((number) => b.includes(number))
}

/** Each word with the one most like it, of those that no other has taken. */
function wordsSimilarity(a: ComparableText[], b: ComparableText[]): number {
  const free = [...b]
  let shared = 0
  for (const word of a) {
    let best = 0
    let match = -1
    free.forEach((other, at) => {
      const similarity = wordSimilarity(word, other)
      if (similarity > best) {
        best = similarity
        match = at
      }
    })
    if (match >= 0) {
      const [other] = free.splice(match, 1)
      shared += best * (word.length + other!.length)
    }
  }
  return shared / (lengthOf(a) + lengthOf(b))
}

/** How much of the longer word is right; 0 where they are two words. */
export function wordSimilarity(a: ComparableText, b: ComparableText): number {
  if (a.text === b.text) {
    return 1
  }
  const longer = Math.max(a.length, b.length)
  const wrong = Math.floor(longer * (1 - SAME_WORD) + 1e-9)
  if (a.isNumber || b.isNumber || !canBeWithin(a, b, wrong)) {
    return 0
  }
  const similarity = 1 - edits(a.text, b.text) / longer
  return similarity >= SAME_WORD ? similarity : 0
}

/** Each edit changes the length by one at most, and the kinds of letters by two. */
function canBeWithin(a: ComparableText, b: ComparableText, wrong: number) {
  return (
    Math.abs(a.length - b.length) <= wrong &&
    bitsOf(a.kinds ^ b.kinds) <= 2 * wrong
  )
}

/** Two neighbours the wrong way round are one slip, not two. */
function edits(a: string, b: string): number {
  const count = distance(a, b)
  return count === 2 && isSwap(a, b) ? 1 : count
}

function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return (
    a.length === b.length &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  )
}

function comparable(text: string): ComparableText {
  let kinds = 0
  for (let at = 0; at < text.length; at += 1) {
    kinds |= 1 << (text.charCodeAt(at) % 32)
  }
  return { text, length: text.length, kinds, isNumber: NUMBER.test(text) }
}

export function lengthOf(words: ComparableText[]): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

function bitsOf(flags: number): number {
  let count = 0
  for (let rest = flags; rest !== 0; rest &= rest - 1) {
    count += 1
  }
  return count
}
