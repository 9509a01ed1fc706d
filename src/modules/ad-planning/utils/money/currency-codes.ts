const CODES = new Set(
  Intl.supportedValuesOf("currency").map((code) => code.toLowerCase())
)

/**
 * Whether a text is the code of a currency, in any case.
 *
 * @see ISO 4217, as the Unicode CLDR of the runtime has it
 */
export function isCurrencyCode(text: string): boolean {
  return CODES.has(text.toLowerCase())
}
