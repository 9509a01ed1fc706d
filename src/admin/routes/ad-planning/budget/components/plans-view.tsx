import type { SavedPlan } from "../../../../../modules/ad-planning/types/http/forecasts"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { EmptyState } from "../../../../components/states"
import { usePlans } from "../../../../hooks/api/forecasts"
import { useLocale } from "../../../../hooks/use-locale"
import { formatDay, formatMoney } from "../../../../lib/format"
import { Answer } from "./answer"

/** Saved plans, one beside the other. */
export function PlansView() {
  const { t, locale } = useLocale()
  const money = (
    key: string,
    value: (plan: SavedPlan) => number
  ): Column<SavedPlan> => ({
    key,
    header: t(`forecasts.plans.columns.${key}`),
    isNumber: true,
    value,
    render: (plan) => formatMoney(value(plan), plan.currency, locale),
  })
  const columns: Column<SavedPlan>[] = [
    {
      key: "name",
      header: t("forecasts.plans.columns.name"),
      isWide: true,
      value: (plan) => plan.name,
      render: (plan) => plan.name,
    },
    {
      key: "days",
      header: t("forecasts.plans.columns.days"),
      value: (plan) => plan.from_date,
      render: (plan) =>
        `${formatDay(plan.from_date, locale)} – ${formatDay(plan.to_date, locale)}`,
    },
    {
      key: "objective",
      header: t("forecasts.planner.objective"),
      render: (plan) => t(`forecasts.objectives.${plan.objective}`),
    },
    money("budget", (plan) => plan.total_budget),
    money("revenue", (plan) => plan.result.planned.revenue),
    money("before", (plan) => plan.result.current.revenue),
  ]
  return (
    <Answer
      title={t("forecasts.plans.title")}
      hint={t("forecasts.plans.hint")}
      query={usePlans()}
    >
      {({ plans }) =>
        plans.length ? (
          <SortableTable
            label={t("forecasts.plans.title")}
            columns={columns}
            rows={plans}
            rowKey={(plan) => plan.id}
            sortKey="plans_sort"
          />
        ) : (
          <EmptyState
            title={t("forecasts.plans.none.title")}
            hint={t("forecasts.plans.none.hint")}
          />
        )
      }
    </Answer>
  )
}
