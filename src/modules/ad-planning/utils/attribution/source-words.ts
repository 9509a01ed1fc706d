// Hosts whose own name is no word of theirs.
const HOST_ALIASES = new Map([
  ["t.co", "twitter"],
  ["x.com", "x"],
  ["m.me", "messenger"],
  ["lnkd.in", "linkedin"],
  ["wa.me", "whatsapp"],
  ["t.me", "telegram"],
  ["pin.it", "pinterest"],
  ["redd.it", "reddit"],
])

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/
// Beneath a country they stand where a name could: google.co.uk, google.com.br.
const SECOND_LEVELS = ["co", "com", "net", "org", "ne", "or", "ac", "gov"]
// An Android app as a referrer has its name the other way round.
const APP = "com"
const WEBMAIL = ["mail", "gm"]

/**
 * The words of a utm_source, or the name of a host: never a part of a word. None
 * of webmail, which is no visit by the site it belongs to.
 *
 * @example
 * sourceWords("facebook_ads") // ["facebook", "ads"]
 * sourceWords("meta.example.co.uk") // ["example"]
 */
export function sourceWords(source: string): string[] {
  const text = source.toLowerCase().trim()
  const alias = HOST_ALIASES.get(text.replace(/^www\./, ""))
  if (alias) {
    return [alias]
  }
  // "ig-metall.de" has nothing to do with "ig": a label is one word.
  const words = text.split(HOST.test(text) ? "." : /[^a-z0-9]+/).filter(Boolean)
  if (words.length > 1 && words.some((word) => WEBMAIL.includes(word))) {
    return []
  }
  return HOST.test(text) && words.length > 2 ? [registeredName(words)] : words
}

/** The label that somebody registered, of three or more. */
function registeredName(labels: string[]): string {
  if (labels[0] === APP) {
    return labels[1]!
  }
  const isBelowCountry = SECOND_LEVELS.includes(labels.at(-2)!)
  return labels.at(isBelowCountry ? -3 : -2)!
}
