import { Container, Heading } from "@medusajs/ui"
import { CsvButton } from "../../../../components/csv-button"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import type { PixelQuery } from "../../../../hooks/api/pixel"
import { useLocale } from "../../../../hooks/use-locale"
import type { PixelAnswer, PixelDay } from "../../../../lib/api-types"
import { formatCount, formatDay } from "../../../../lib/format"
import { REFUSALS } from "../../../../../modules/ad-planning/utils/reports/pixel-report"

/** A day, or with null the whole period. */
type Row = Omit<PixelDay, "date"> & { date: string | null }

const COUNTS = [
  "orders",
  "orders_with_visitor",
  "accepted",
  "duplicate",
] as const

/** Every day of the period, with the calls that were refused by reason. */
export function PixelDays({
  pixel,
  query,
}: PixelAnswer & { query: PixelQuery }) {
  const { t, locale } = useLocale()
  const column = (
    key: string,
    text: string,
    value: (row: Row) => number
  ): Column<Row> => ({
    key,
    header: t(`pixel.columns.${text}.label`),
    meaning: t(`pixel.columns.${text}.meaning`),
    isNumber: true,
    value,
    render: (row) => formatCount(value(row), locale),
  })
  const columns: Column<Row>[] = [
    {
      key: "date",
      header: t("trend.date"),
      value: (row) => row.date,
      render: (row) =>
        row.date === null ? t("pixel.total") : formatDay(row.date, locale),
    },
    ...COUNTS.map((key) => column(key, key, (row) => row[key])),
    ...REFUSALS.map((reason) =>
      column(reason, reason, (row) => row.refused[reason])
    ),
  ]
  return (
    <Container className="p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("pixel.days")}</Heading>
        <CsvButton path="/pixel" query={{ ...query }} />
      </div>
      <SortableTable<Row>
        label={t("pixel.days")}
        columns={columns}
        rows={pixel.days}
        footer={[{ ...pixel.totals, date: null }]}
        rowKey={(row) => row.date ?? "total"}
      />
    </Container>
  )
}
