import BigNumber from "bignumber.js"
import type { MoneyParts } from "../../types"

/** An amount with the tax and the shipping (without its tax) that are in it. */
export interface Parts {
  amount: BigNumber
  tax: BigNumber
  shipping: BigNumber
}

export const ZERO: Parts = {
  amount: new BigNumber(0),
  tax: new BigNumber(0),
  shipping: new BigNumber(0),
}

/** An amount with tax and shipping in the proportion the whole has. */
export function shrink(whole: Parts, amount: BigNumber): Parts {
  if (whole.amount.isZero()) {
    return { ...ZERO, amount }
  }
  const share = amount.div(whole.amount)
  return {
    amount,
    tax: whole.tax.times(share),
    shipping: whole.shipping.times(share),
  }
}

export function sumParts(rows: Parts[]): Parts {
  return rows.reduce<Parts>(addParts, ZERO)
}

export function addParts(a: Parts, b: Parts): Parts {
  return {
    amount: a.amount.plus(b.amount),
    tax: a.tax.plus(b.tax),
    shipping: a.shipping.plus(b.shipping),
  }
}

export function subtractParts(a: Parts, b: Parts): Parts {
  return {
    amount: a.amount.minus(b.amount),
    tax: a.tax.minus(b.tax),
    shipping: a.shipping.minus(b.shipping),
  }
}

export function isZeroParts({ amount, tax, shipping }: Parts): boolean {
  return amount.isZero() && tax.isZero() && shipping.isZero()
}

/** Half up, to the currency's smallest unit. */
export function roundParts(parts: Parts, digits: number): Parts {
  const round = (value: BigNumber) =>
    value.decimalPlaces(digits, BigNumber.ROUND_HALF_UP)
  return {
    amount: round(parts.amount),
    tax: round(parts.tax),
    shipping: round(parts.shipping),
  }
}

export function partsText(parts: Parts, digits: number): MoneyParts {
  return {
    amount: parts.amount.toFixed(digits),
    tax: parts.tax.toFixed(digits),
    shipping: parts.shipping.toFixed(digits),
  }
}
