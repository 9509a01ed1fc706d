import type { CompareRow, WhyTouch } from "./api-types"
import { type Metric } from "./attribution-choice"
import { formatCount, formatMoney, formatRatio } from "./format"
import {
  ATTRIBUTION_MODELS,
  type AttributionModel,
} from "../../modules/ad-planning/types/enums"

/** What a model's figure is compared with. */
export const BASELINE = ATTRIBUTION_MODELS[0]

/** How far a model's figure is from last touch; null when either is missing. */
export function differenceOf(
  models: CompareRow["models"],
  model: AttributionModel,
  metric: Metric
): number | null {
  const figure = figureOf(models, model, metric)
  const baseline = figureOf(models, BASELINE, metric)
  return figure === null || baseline === null ? null : figure - baseline
}

/** The largest difference of all: as long as a bar gets. */
export function largestDifference(
  rows: readonly Pick<CompareRow, "models">[],
  metric: Metric
): number {
  return rows.reduce(
    (largest, { models }) =>
      ATTRIBUTION_MODELS.reduce(
        (found, model) =>
          Math.max(found, Math.abs(differenceOf(models, model, metric) ?? 0)),
        largest
      ),
    0
  )
}

export function figureOf(
  models: CompareRow["models"],
  model: AttributionModel,
  metric: Metric
): number | null {
  return models[model]?.[metric] ?? null
}

/** How a metric is written; signed, it is a difference. */
export function writeFigure(
  metric: Metric,
  value: number | null,
  currency: string,
  locale: string,
  { isSigned = false } = {}
): string {
  if (metric === "purchases") {
    return formatCount(value, locale, { isSigned })
  }
  return metric === "roas"
    ? formatRatio(value, locale, { isSigned })
    : formatMoney(value, currency, locale, { isSigned })
}

/** What a model gives to all touches together; null where there is no value. */
export function sumOfCredits(
  touches: readonly Pick<WhyTouch, "credits">[],
  model: AttributionModel
): number | null {
  const amounts = touches.map(({ credits }) => credits[model].amount)
  return amounts.some((amount) => amount === null)
    ? null
    : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
}
