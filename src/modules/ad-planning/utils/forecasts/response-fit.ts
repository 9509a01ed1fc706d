import { nelderMead } from "./nelder-mead"

/** One day of a campaign: what it spent, and what it was credited with. */
export interface ResponseDay {
  spend: number
  orders: number
  /** What the shop's other days were like: 1 is usual; 0 is a closed day. */
  demand: number
}

/** How many orders a day's spend brings, in a shop of usual demand. */
export interface ResponseParameters {
  /** The most it can bring. */
  most: number
  /** Spend that brings half of the most; the log curve's scale. */
  half: number
  /** How much of a day's spend still works on the next one; 0 to 0.8. */
  carry: number
}

export interface ResponseFit {
  parameters: ResponseParameters
  /** Quasi-Poisson: variance by mean, at least 1. */
  dispersion: number
  deviance: number
}

const CARRIES = [0, 0.2, 0.4, 0.6, 0.8]
const SMALLEST = 1e-9
// Half-saturation beyond that is a straight line over what was seen.
const HALF_RANGE = { low: 0.02, high: 50 }

/** Spend that works on each day: what is left of former days, in steady state units. */
export function adstock(spend: readonly number[], carry: number): number[] {
  let stock = spend[0] ?? 0
  return spend.map((value) => {
    stock = carry * stock + (1 - carry) * value
    return stock
  })
}

/** Orders of a usual day at a steady spend: `most` s / (s + half), a Hill of shape 1. */
export function responseAt(
  { most, half }: ResponseParameters,
  spend: number
): number {
  return (most * spend) / (spend + half)
}

/** Further orders by one more unit of spend. */
export function marginalAt(
  { most, half }: ResponseParameters,
  spend: number
): number {
  return (most * half) / (spend + half) ** 2
}

/**
 * The curve that explains credited orders best: quasi-Poisson with mean demand x
 * `most` s / (s + half) of the adstocked spend s. A Hill of shape 1 is concave, so that
 * a further unit never brings more than the one before.
 *
 * @param days - oldest first, in a row
 * @param half - to hold the half-saturation still (a profile)
 * @returns null where nothing was spent or earned
 */
export function fitResponse(
  days: readonly ResponseDay[],
  half: number | null = null,
  carries: readonly number[] = CARRIES
): ResponseFit | null {
  const mean = days.reduce((sum, { spend }) => sum + spend, 0) / days.length
  const orders = days.reduce((sum, day) => sum + day.orders, 0)
  if (!(mean > 0) || orders === 0) {
    return null
  }
  const fits = carries.map((carry) => {
    const stock = adstock(
      days.map(({ spend }) => spend),
      carry
    )
    if (half !== null) {
      return fitMost(days, stock, half, carry)
    }
    const low = Math.log(HALF_RANGE.low * mean)
    const high = Math.log(HALF_RANGE.high * mean)
    const at = (x: number) => Math.exp(low + (high - low) / (1 + Math.exp(-x)))
    const found = nelderMead(
      ([x]) => fitMost(days, stock, at(x!), carry).deviance,
      [0],
      { step: 1.5, iterations: 40, tolerance: 1e-7 }
    )
    return fitMost(days, stock, at(found.at[0]!), carry)
  })
  return fits.reduce((best, fit) => (fit.deviance < best.deviance ? fit : best))
}

/** With half-saturation and carry given, the most likely `most` is a ratio of sums. */
function fitMost(
  days: readonly ResponseDay[],
  stock: readonly number[],
  half: number,
  carry: number
): ResponseFit {
  const shape = days.map(
    ({ demand }, index) => (demand * stock[index]!) / (stock[index]! + half)
  )
  const expected = shape.reduce((sum, each) => sum + each, 0)
  const most =
    days.reduce((sum, { orders }) => sum + orders, 0) /
    Math.max(SMALLEST, expected)
  let deviance = 0
  let pearson = 0
  days.forEach(({ orders }, index) => {
    const mu = Math.max(SMALLEST, most * shape[index]!)
    deviance +=
      2 * ((orders > 0 ? orders * Math.log(orders / mu) : 0) - (orders - mu))
    // A closed day on which something was bought after all tells of no spread.
    pearson += shape[index]! > SMALLEST ? (orders - mu) ** 2 / mu : 0
  })
  const freedom = Math.max(1, days.length - 3)
  return {
    parameters: { most, half, carry },
    dispersion: Math.max(1, pearson / freedom),
    deviance,
  }
}
