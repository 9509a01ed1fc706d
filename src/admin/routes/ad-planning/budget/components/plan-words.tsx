import { Text } from "@medusajs/ui"
import type { PlanAnswer } from "../../../../../modules/ad-planning/types/http/forecasts"
import { useLocale } from "../../../../hooks/use-locale"
import { formatMoney } from "../../../../lib/format"

const MOST_NAMED = 3

/** What a plan comes to, in a sentence, and where the money goes. */
export function PlanWords({ plan }: Pick<PlanAnswer, "plan">) {
  const { t, locale } = useLocale()
  const money = (value: number) => formatMoney(value, plan.currency, locale)
  const gaining = plan.lines
    .filter(
      ({ status, change_rate }) =>
        status === "planned" && (change_rate ?? 0) > 0
    )
    .toSorted(
      (a, b) =>
        b.planned_spend - b.current_spend - (a.planned_spend - a.current_spend)
    )
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
  const refused = plan.lines.filter(({ status }) => status === "kept").length
  return (
    <div className="flex flex-col gap-y-1 px-6 pb-4">
      <Text size="small">
        {t("forecasts.planner.words", {
          spend: money(plan.planned.spend),
          revenue: money(plan.planned.revenue),
          lower: money(plan.planned.revenue_lower),
          upper: money(plan.planned.revenue_upper),
          before: money(plan.current.revenue),
          beforeSpend: money(plan.current.spend),
        })}
      </Text>
      {gaining.length > 0 && (
        <Text size="small">
          {t("forecasts.planner.goes", { names: gaining.join(", ") })}
        </Text>
      )}
      <Text size="small" className="text-ui-fg-subtle">
        {t("forecasts.planner.caution", {
          refused,
          unspent: money(plan.unspent),
        })}
      </Text>
    </div>
  )
}
