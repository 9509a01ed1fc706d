import { isCurrencyCode } from "../money/currency-codes"
import type { Decimal } from "../../types"

/** An amount and a currency as a message states them, each for itself. */
export interface StatedValue {
  value: Decimal | null
  currency: string | null
}

/**
 * What an event's own metadata says it is worth: a number, not below 0; text
 * that only looks like one is not. The currency is in lower case.
 */
export function statedValue(metadata: Record<string, unknown>): StatedValue {
  const { value, currency } = metadata
  return {
    value:
      typeof value === "number" && Number.isFinite(value) && value >= 0
        ? String(value)
        : null,
    currency:
      typeof currency === "string" && isCurrencyCode(currency)
        ? currency.toLowerCase()
        : null,
  }
}
