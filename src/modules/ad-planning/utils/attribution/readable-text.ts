// Named references that link builders and mail programs write, and nothing else.
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
}
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi
const ENCODED = /(?:%[\da-f]{2})+/gi
// A soft hyphen, the zero-width characters, marks of direction, a byte order mark.
// A joiner between two emoji makes one of them: a family is no three people.
const INVISIBLE =
  /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu
// Nobody encodes a link more often; a text that never settles is left as it is.
const MAX_DEPTH = 8

/**
 * A parameter's value as a person would read it: percent signs and entities decoded
 * however often they were encoded, invisible characters gone, every run of spaces one
 * space. What cannot be decoded stays as it is.
 *
 * @example
 * readableText("Fr%25C3%25BChling%20&amp;amp; Sonne") // "Frühling & Sonne"
 */
export function readableText(value: string): string {
  let text = value
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const decoded = decodeOnce(text)
    if (decoded === text) {
      break
    }
    text = decoded
  }
  return text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim()
}

/**
 * A parameter's name as it was meant: `amp;UTM_Source` is `utm_source`. A link whose
 * `&` were written as `&amp;` has that before every name but the first.
 */
export function parameterName(name: string): string {
  return readableText(name)
    .toLowerCase()
    .replace(/^(?:[&?#]|amp;)+/, "")
    .trim()
}

function decodeOnce(text: string): string {
  return text
    .replace(ENCODED, decodePercent)
    .replace(ENTITY, (reference, decimal, hex, name) => {
      if (name) {
        return ENTITIES[String(name).toLowerCase()]!
      }
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : reference
    })
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Of another alphabet's encoding, or cut in the middle of a character.
    return text
  }
}
