const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const DIGITS =
  /(?<![\p{L}\p{N}])\+?\(?\d(?:[\d\s()./-]{5,22})\d(?![\p{L}\p{N}])/gu
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g
const DATE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/
const MIN_CARD = 13
const MIN_PHONE = 7

/** A text without e-mail addresses, phone, card and account numbers. */
export function maskPersonalData(text: string): string {
  return text
    .replace(EMAIL, "[e-mail]")
    .replace(IBAN, "[account]")
    .replace(DIGITS, (number) => {
      const digits = number.replace(/\D/g, "")
      if (DATE.test(number.trim()) || digits.length < MIN_PHONE) {
        return number
      }
      return digits.length >= MIN_CARD ? "[card]" : "[phone]"
    })
}
