import { MedusaError } from "@medusajs/framework/utils"
import { purchaseAmount } from "../sql/fragments/report-ctes"
import { purchaseCurrenciesSql } from "../sql/segments/purchase-currencies"
import type { AdPlanningOptions, SegmentCriteria } from "../types"
import { fxPeriods } from "../utils/money/fx-rate"
import { type CompileContext, usesMoney } from "../utils/segmentation-engine"
import { read, type SqlContext } from "./sql-context"

const HOURS_PER_DAY = 24

/** What criteria are compiled with at a moment. */
export async function segmentContext(
  context: SqlContext,
  options: AdPlanningOptions,
  asOf: Date,
  personIds?: string[]
): Promise<CompileContext> {
  const currency =
    options.reporting_currency ?? (await onlyCurrency(context)) ?? null
  return {
    as_of: asOf,
    timezone: options.timezone,
    currency,
    fx: currency === null ? [] : fxPeriods(options.fx, currency),
    net_amount: purchaseAmount("net", options.revenue_basis),
    placed_amount: purchaseAmount("placed", options.revenue_basis),
    lookback_hours: options.attribution.lookback_days * HOURS_PER_DAY,
    ...(personIds ? { person_ids: personIds } : {}),
  }
}

/**
 * Refuses rules about money where amounts of several currencies cannot be compared.
 *
 * @throws MedusaError not_allowed
 */
export function requireCurrency(
  criteria: SegmentCriteria,
  { currency }: CompileContext
): void {
  if (currency === null && usesMoney(criteria)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "rules about money need the option reporting_currency: the orders are in several currencies"
    )
  }
}

/** The currency of all purchases, where there is one only; null for none yet. */
async function onlyCurrency(context: SqlContext): Promise<string | undefined> {
  const rows = await read<{ currency: string }>(
    context,
    purchaseCurrenciesSql()
  )
  return rows.length === 1 ? rows[0]!.currency : undefined
}
