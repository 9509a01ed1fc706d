import {
  ATTRIBUTION_MODELS,
  type AttributionModel,
  type ConversionCreditRow,
} from "../../types"

export interface Credit {
  share: number
  /** In the conversion's currency; null where it has no value. */
  amount: number | null
}

export type Credits = Record<AttributionModel, Credit>

/**
 * What each touch of a path is given under every model, oldest first. A model that
 * gives a touch nothing gives it 0.
 */
export function touchCredits(
  rows: readonly ConversionCreditRow[],
  hasValue: boolean
): Map<string, Credits> {
  const touches = new Map<string, Credits>()
  for (const { touch_id, model, share, amount } of rows) {
    if (touch_id !== null && model !== null) {
      const credits = touches.get(touch_id) ?? noCredits(hasValue)
      credits[model] = {
        share: share ?? 0,
        amount: amount === null ? null : Number(amount),
      }
      touches.set(touch_id, credits)
    }
  }
  return touches
}

function noCredits(hasValue: boolean): Credits {
  const nothing = { share: 0, amount: hasValue ? 0 : null }
  return everyModel(() => ({ ...nothing }))
}

/** One value for each model. */
export function everyModel<Value>(
  valueOf: (model: AttributionModel) => Value
): Record<AttributionModel, Value> {
  return Object.fromEntries(
    ATTRIBUTION_MODELS.map((model) => [model, valueOf(model)])
  ) as Record<AttributionModel, Value>
}
