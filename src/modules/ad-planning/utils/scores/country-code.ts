const ENGLISH = new Intl.DisplayNames(["en"], {
  type: "region",
  fallback: "none",
})

// Regions that have a code and are no country.
const NO_COUNTRIES = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"])

const LETTERS = Array.from({ length: 26 }, (_, index) =>
  String.fromCharCode(97 + index)
)

/** English names of countries in small letters, and their codes. */
const CODES = new Map(
  LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap(
    (letters) => {
      const code = knownCode(letters)
      const name = code && ENGLISH.of(code)
      return name ? [[name.toLowerCase(), code.toLowerCase()] as const] : []
    }
  )
)

/**
 * The ISO 3166-1 alpha-2 code that a person's address means, in small letters, as
 * Medusa keeps it: of a code itself, or of a country's English name.
 *
 * @returns null for anything else
 * @example
 * countryCode("Germany") // "de"
 */
export function countryCode(text: string | null | undefined): string | null {
  const name = text?.normalize("NFKC").trim().toLowerCase() ?? ""
  if (/^[a-z]{2}$/.test(name)) {
    return knownCode(name)?.toLowerCase() ?? null
  }
  return CODES.get(name) ?? null
}

/** The code that is used today: of UK it is GB. */
function knownCode(letters: string): string | undefined {
  const code = new Intl.Locale(`und-${letters.toUpperCase()}`).region
  return code && !NO_COUNTRIES.has(code) && ENGLISH.of(code) ? code : undefined
}
