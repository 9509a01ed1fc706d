import { Text } from "@medusajs/ui"
import { Bar } from "../../../../components/bar"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import type { FunnelStep } from "../../../../lib/api-types"
import {
  formatCount,
  formatDuration,
  formatShare,
} from "../../../../lib/format"

type Row = FunnelStep & { position: number }

/** The funnel: a bar and its figures per step. */
export function FunnelTable({ steps }: { steps: FunnelStep[] }) {
  const { t, locale } = useLocale()
  const columns: Column<Row>[] = [
    {
      key: "name",
      header: t("funnel.columns.name"),
      render: (row) => (
        <span className="flex items-center gap-x-2">
          <Text as="span" size="small" className="text-ui-fg-subtle w-4">
            {row.position}
          </Text>
          {t(`events.${row.name}`)}
        </span>
      ),
    },
    {
      key: "bar",
      header: "",
      isWide: true,
      render: (row) => <Bar share={row.rate_from_first} />,
    },
    {
      key: "count",
      header: t("funnel.columns.count.label"),
      meaning: t("funnel.columns.count.meaning"),
      isNumber: true,
      render: (row) => formatCount(row.count, locale),
    },
    ...(["rate_from_first", "rate_from_previous"] as const).map(
      (key): Column<Row> => ({
        key,
        header: t(`funnel.columns.${key}.label`),
        meaning: t(`funnel.columns.${key}.meaning`),
        isNumber: true,
        render: (row) => formatShare(row[key], locale),
      })
    ),
    {
      key: "median_seconds",
      header: t("funnel.columns.median_seconds.label"),
      meaning: t("funnel.columns.median_seconds.meaning"),
      isNumber: true,
      render: (row) => formatDuration(row.median_seconds, locale),
    },
  ]
  return (
    <SortableTable
      label={t("views.funnel")}
      columns={columns}
      rows={steps.map((step, index) => ({ ...step, position: index + 1 }))}
      rowKey={(row) => `${row.position}`}
    />
  )
}
