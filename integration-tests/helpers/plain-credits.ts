import BigNumber from "bignumber.js"
import type { AttributionModel } from "../../src/modules/ad-planning/types"
import { minorUnitDigits } from "../../src/modules/ad-planning/utils/money/minor-units"

const HOUR_MS = 3_600_000
const HALF_LIFE_HOURS = 7 * 24

/** A touch as its table has it. */
export interface PlainTouch {
  id: string
  touch_key: string
  source: string
  visitor_id: string | null
  session_id: string | null
  started_at: Date
  confidence: string
  is_duplicate: boolean
  ad_campaign_id: string | null
  claims_campaign: boolean
  channel_group: string
}

export interface PlainConversion {
  id: string
  idempotency_key: string
  visitor_id: string | null
  session_id: string | null
  converted_at: Date
  erased_at: Date | null
  attribution_id: string | null
}

/**
 * The path of a conversion by the definition, read one touch after the other.
 *
 * @param parting - purchases that part paths, where a store says that they do
 */
export function plainPath(
  conversion: PlainConversion,
  touches: readonly PlainTouch[],
  lookbackHours: number,
  parting: readonly PlainConversion[] = []
): PlainTouch[] {
  const choice = touches.find(
    (touch) => touch.touch_key === `manual:${conversion.idempotency_key}`
  )
  const stored = touches.find(({ id }) => id === conversion.attribution_id)
  if (choice) {
    return [choice]
  }
  if (conversion.erased_at || stored?.touch_key.startsWith("erased:")) {
    return stored ? [stored] : []
  }
  const time = conversion.converted_at.getTime()
  const former = Math.max(
    ...parting
      .filter(({ visitor_id }) => visitor_id === conversion.visitor_id)
      .map(({ converted_at }) => converted_at.getTime())
      .filter((at) => conversion.visitor_id !== null && at < time)
  )
  return touches
    .filter((touch) => {
      const began = touch.started_at.getTime()
      const isTheirs =
        touch.source === "session" &&
        ((touch.visitor_id !== null &&
          touch.visitor_id === conversion.visitor_id) ||
          (touch.session_id !== null &&
            touch.session_id === conversion.session_id))
      return (
        (isTheirs || touch.touch_key === conversion.idempotency_key) &&
        !touch.is_duplicate &&
        began <= time &&
        (began > former || touch.confidence === "undated") &&
        began >= time - lookbackHours * HOUR_MS
      )
    })
    .toSorted(
      (a, b) =>
        Number(b.confidence === "undated") -
          Number(a.confidence === "undated") ||
        a.started_at.getTime() - b.started_at.getTime() ||
        (a.session_id === null ? -1 : 0) - (b.session_id === null ? -1 : 0) ||
        compareTexts(`${a.session_id}`, `${b.session_id}`) ||
        compareTexts(a.touch_key, b.touch_key)
    )
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** The share of each touch of a path, oldest first. */
export function plainShares(
  model: AttributionModel,
  path: readonly PlainTouch[],
  convertedAt: Date,
  lookbackHours: number,
  effects: ReadonlyMap<string, number>
): number[] {
  const count = path.length
  const weights = path.map((touch, index) => {
    const isEnd = index === 0 || index === count - 1
    const hours =
      touch.confidence === "undated"
        ? lookbackHours
        : (convertedAt.getTime() - touch.started_at.getTime()) / HOUR_MS
    const weightOf: Record<AttributionModel, () => number> = {
      last_touch: () => (index === count - 1 ? 1 : 0),
      first_touch: () => (index === 0 ? 1 : 0),
      linear: () => 1,
      time_decay: () => 2 ** (-hours / HALF_LIFE_HOURS),
      position_based: () => (count < 3 ? 1 : isEnd ? 0.4 : 0.2 / (count - 2)),
      data_driven: () =>
        effects.get(touch.ad_campaign_id ?? touch.channel_group) ?? 0,
    }
    return weightOf[model]()
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (total > 0 ? weight / total : 1 / count))
}

/**
 * An amount in parts by largest remainder, ties to the earlier; what is finer than
 * the smallest unit stays with the part that is next in line.
 */
export function plainSplit(
  amount: BigNumber,
  currency: string,
  shares: readonly number[]
): BigNumber[] {
  const digits = minorUnitDigits(currency)
  const units = amount.abs().shiftedBy(digits)
  const whole = units.integerValue(BigNumber.ROUND_FLOOR)
  // Fractions a hair below a whole number are that number.
  const quotas = shares.map((share) => whole.times(share).decimalPlaces(6))
  const bases = quotas.map((quota) => quota.integerValue(BigNumber.ROUND_FLOOR))
  let left = units.minus(BigNumber.sum(0, ...bases))
  const order = quotas
    .map((quota, index) => ({ index, rest: quota.minus(bases[index]!) }))
    .toSorted((a, b) => b.rest.comparedTo(a.rest)! || a.index - b.index)
  const parts = [...bases]
  for (const { index } of order) {
    const part = BigNumber.min(1, BigNumber.max(0, left))
    parts[index] = parts[index]!.plus(part)
    left = left.minus(part)
  }
  const sign = amount.isNegative() ? -1 : 1
  return parts.map((part) => part.shiftedBy(-digits).times(sign))
}
