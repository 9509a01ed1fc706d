import { Badge } from "@medusajs/ui"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { Truncated } from "../../../../components/truncated"
import { useHealth } from "../../../../hooks/api/reports"
import { useLocale } from "../../../../hooks/use-locale"
import type { Goal } from "../../../../lib/api-types"
import { formatCount, formatInstant, formatMoney } from "../../../../lib/format"

interface GoalTableProps {
  goals: Goal[]
  onOpen: (id: string) => void
}

export function GoalTable({ goals, onOpen }: GoalTableProps) {
  const { t, locale } = useLocale()
  const timezone = useHealth().data?.health.settings.timezone
  const columns: Column<Goal>[] = [
    {
      key: "name",
      header: t("goals.name"),
      render: (goal) => (
        <span className="flex items-center gap-x-2">
          <button
            type="button"
            onClick={() => onOpen(goal.id)}
            className="text-ui-fg-base focus-visible:shadow-borders-focus hover:text-ui-fg-subtle rounded underline underline-offset-2 outline-none"
          >
            <Truncated text={goal.name} max={28} isInButton />
          </button>
          {goal.is_primary && (
            <Badge size="2xsmall" color="blue">
              {t("goals.primary")}
            </Badge>
          )}
          {!goal.is_active && (
            <Badge size="2xsmall">{t("goals.inactive")}</Badge>
          )}
        </span>
      ),
    },
    {
      key: "type",
      header: t("goals.type"),
      render: (goal) => t(`goalTypes.${goal.goal_type}.label`),
    },
    {
      key: "website",
      header: t("goals.website"),
      render: (goal) =>
        goal.website_id ? (
          <Truncated text={goal.website_id} max={16} />
        ) : (
          <span className="text-ui-fg-subtle">{t("goals.everywhere")}</span>
        ),
    },
    {
      key: "conversions",
      header: t("goals.conversions"),
      isNumber: true,
      render: ({ counters }) => formatCount(counters.conversions, locale),
    },
    {
      key: "value",
      header: t("goals.value"),
      isNumber: true,
      render: ({ counters }) =>
        counters.values
          .map(({ value, currency }) => formatMoney(value, currency, locale))
          .join(" + ") || "–",
    },
    {
      key: "last",
      header: t("goals.last"),
      render: ({ counters }) =>
        counters.last_converted_at ? (
          formatInstant(counters.last_converted_at, locale, timezone)
        ) : (
          <span className="text-ui-fg-subtle">{t("goals.never")}</span>
        ),
    },
  ]
  return (
    <SortableTable
      label={t("goals.title")}
      columns={columns}
      rows={goals}
      rowKey={(goal) => goal.id}
    />
  )
}
