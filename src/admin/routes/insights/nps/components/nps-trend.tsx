import { Container, Heading } from "@medusajs/ui"
import { Bar } from "../../../../components/bar"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatDay } from "../../../../lib/format"
import type { NpsPoint } from "../../../../lib/score-types"

/** The score of each part of the period, by its own answers. */
export function NpsTrend({ trends }: { trends: NpsPoint[] }) {
  const { t, locale } = useLocale()
  const number = (value: number) => formatCount(value, locale)
  const columns: Column<NpsPoint>[] = [
    {
      key: "date",
      header: t("nps.trendFrom"),
      value: (row) => row.date,
      render: (row) => formatDay(row.date, locale),
    },
    {
      key: "nps",
      header: "NPS",
      isNumber: true,
      value: (row) => row.nps,
      render: (row) =>
        row.nps === null
          ? "–"
          : `${formatCount(row.nps, locale, { isSigned: true })} ± ${number(row.margin ?? 0)}`,
    },
    {
      key: "bar",
      header: "",
      render: (row) => (
        <Bar share={row.nps === null ? null : (row.nps + 100) / 200} />
      ),
    },
    ...(["promoters", "passives", "detractors"] as const).map(
      (key): Column<NpsPoint> => ({
        key,
        header: t(`nps.${key}`),
        isNumber: true,
        value: (row) => row[key],
        render: (row) => number(row[key]),
      })
    ),
  ]
  return (
    <Container className="p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("nps.trend")}
      </Heading>
      <SortableTable
        label={t("nps.trend")}
        columns={columns}
        rows={trends.filter((row) => row.count > 0)}
        rowKey={(row) => row.date}
        sortKey="trend_sort"
      />
    </Container>
  )
}
