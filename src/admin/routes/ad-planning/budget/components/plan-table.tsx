import { Switch } from "@medusajs/ui"
import type { PlanLineAnswer } from "../../../../../modules/ad-planning/types/http/forecasts"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import { formatMoney, formatRatio, formatShare } from "../../../../lib/format"

interface PlanTableProps {
  lines: PlanLineAnswer[]
  currency: string
  /** Without it nothing can be locked. */
  onLock?: (campaignId: string, isLocked: boolean) => void
}

/** Before and after, campaign by campaign, and why. */
export function PlanTable({ lines, currency, onLock }: PlanTableProps) {
  const { t, locale } = useLocale()
  const money = (value: number | null) => formatMoney(value, currency, locale)
  const figure = (
    key: keyof PlanLineAnswer & `${"current" | "planned"}_${string}`,
    render: (value: number | null) => string
  ): Column<PlanLineAnswer> => ({
    key,
    header: t(`forecasts.planner.columns.${key}`),
    isNumber: true,
    value: (row) => row[key],
    render: (row) => render(row[key]),
  })
  const ratio = (value: number | null) => formatRatio(value, locale)
  const columns: Column<PlanLineAnswer>[] = [
    {
      key: "name",
      header: t("forecasts.campaign"),
      value: (row) => row.name,
      render: (row) => row.name,
    },
    figure("current_spend", money),
    figure("planned_spend", money),
    {
      key: "change",
      header: t("forecasts.planner.columns.change"),
      isNumber: true,
      value: (row) => row.change_rate,
      render: (row) =>
        formatShare(row.change_rate, locale, { digits: 0, isSigned: true }),
    },
    figure("current_revenue", money),
    figure("planned_revenue", money),
    figure("current_marginal_roas", ratio),
    figure("planned_marginal_roas", ratio),
    {
      key: "why",
      header: t("forecasts.planner.columns.why"),
      isWide: true,
      render: (row) =>
        t(
          row.reason
            ? `forecasts.refusals.${row.reason}`
            : `forecasts.planner.statuses.${row.status}`
        ),
    },
  ]
  const lock: Column<PlanLineAnswer> = {
    key: "lock",
    header: t("forecasts.planner.columns.lock"),
    render: (row) => (
      <Switch
        size="small"
        aria-label={`${t("forecasts.planner.columns.lock")}: ${row.name}`}
        checked={row.status === "locked"}
        onCheckedChange={(isLocked) => onLock?.(row.ad_campaign_id, isLocked)}
      />
    ),
  }
  return (
    <SortableTable
      label={t("forecasts.planner.title")}
      columns={onLock ? [...columns, lock] : columns}
      rows={lines}
      rowKey={(row) => row.ad_campaign_id}
      sortKey="plan_sort"
    />
  )
}
