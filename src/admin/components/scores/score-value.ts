import type { ScoreType } from "../../../modules/ad-planning/types"
import { formatCount, formatMoney } from "../../lib/format"

/**
 * A score as it is written: of clv money, where its currency is known.
 *
 * @param currency - of clv, as its breakdown has it
 */
export function scoreText(
  type: ScoreType,
  value: number | null | undefined,
  locale: string,
  currency?: unknown
): string {
  return type === "clv" && typeof currency === "string"
    ? formatMoney(value, currency, locale)
    : formatCount(value, locale)
}
