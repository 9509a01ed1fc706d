import BigNumber from "bignumber.js"

/**
 * An amount as Medusa hands it over (a number, text, or its BigNumber object
 * with the exact `raw` value) as exact decimal text. Null is 0.
 *
 * @throws RangeError if it is no finite number, or was not read at all
 */
export function toDecimal(amount: unknown): string {
  const value = new BigNumber(exactValue(amount))
  if (!value.isFinite()) {
    throw new RangeError(`expected an amount, got ${JSON.stringify(amount)}`)
  }
  return value.toFixed()
}

function exactValue(amount: unknown): BigNumber.Value {
  if (amount === null) {
    return 0
  }
  if (typeof amount === "number" || typeof amount === "string") {
    return amount
  }
  if (typeof amount === "object" && "raw" in amount) {
    return exactValue(amount.raw)
  }
  if (typeof amount === "object" && "value" in amount) {
    return exactValue(amount.value)
  }
  return Number.NaN
}
