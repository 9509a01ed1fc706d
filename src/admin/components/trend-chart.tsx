import { Button, Skeleton, Text } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import type { TrendBucket } from "../lib/api-types"
import { SERIES_COLOURS } from "../lib/colours"
import { formatDay, formatMoney } from "../lib/format"
import { useLocale } from "../hooks/use-locale"
import { useUrlValue } from "../hooks/use-url-value"
import { SortableTable, type Column } from "./sortable-table"

// The charting library is fetched when a chart is first shown.
const TrendPlot = lazy(() => import("./trend-plot"))

const HEIGHT = 280

interface TrendChartProps {
  buckets: TrendBucket[]
  currency: string
}

/** Revenue and spend over time, as a chart or as a table. */
export function TrendChart({ buckets, currency }: TrendChartProps) {
  const { t, locale } = useLocale()
  const [view, setView] = useUrlValue("trend")
  const isTable = view === "table"
  const money = (amount: number | null) => formatMoney(amount, currency, locale)
  const columns: Column<TrendBucket>[] = [
    {
      key: "date",
      header: t("trend.date"),
      value: (row) => row.date,
      render: (row) => formatDay(row.date, locale),
    },
    {
      key: "revenue",
      header: t("kpi.revenue.label"),
      isNumber: true,
      value: (row) => row.revenue,
      render: (row) => money(row.revenue),
    },
    {
      key: "spend",
      header: t("kpi.spend.label"),
      isNumber: true,
      value: (row) => row.spend,
      render: (row) => money(row.spend),
    },
  ]
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center justify-between px-6">
        <Legend />
        <Button
          size="small"
          variant="transparent"
          aria-pressed={isTable}
          onClick={() => setView(isTable ? null : "table")}
        >
          {isTable ? t("trend.asChart") : t("trend.asTable")}
        </Button>
      </div>
      {isTable ? (
        <SortableTable
          label={t("trend.title")}
          columns={columns}
          rows={buckets}
          rowKey={(row) => row.date}
          sortKey="trend_sort"
        />
      ) : (
        <div
          role="img"
          aria-label={summary(buckets, { t, money, locale })}
          className="px-2 pb-4"
          style={{ height: HEIGHT }}
        >
          <Suspense fallback={<Skeleton className="mx-4 h-full" />}>
            <TrendPlot
              buckets={buckets}
              moneyOf={(amount, isCompact) =>
                formatMoney(amount, currency, locale, { isCompact })
              }
              dayOf={(date, hasYear) => formatDay(date, locale, { hasYear })}
              labels={{
                revenue: t("kpi.revenue.label"),
                spend: t("kpi.spend.label"),
              }}
            />
          </Suspense>
        </div>
      )}
    </div>
  )
}

function Legend() {
  const { t } = useLocale()
  return (
    <div className="flex gap-x-4">
      {(["revenue", "spend"] as const).map((series) => (
        <span key={series} className="flex items-center gap-x-2">
          <span
            aria-hidden
            className="inline-block h-2 w-4 rounded-sm"
            style={{ background: SERIES_COLOURS[series] }}
          />
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t(`kpi.${series}.label`)}
          </Text>
        </span>
      ))}
    </div>
  )
}

interface Formats {
  t: ReturnType<typeof useLocale>["t"]
  money: (amount: number | null) => string
  locale: string
}

function summary(buckets: TrendBucket[], { t, money, locale }: Formats) {
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (!first || !last) {
    return t("trend.title")
  }
  const sum = (pick: (row: TrendBucket) => number | null) =>
    money(buckets.reduce((total, row) => total + (pick(row) ?? 0), 0))
  return t("trend.summary", {
    from: formatDay(first.date, locale),
    to: formatDay(last.date, locale),
    revenue: sum((row) => row.revenue),
    spend: sum((row) => row.spend),
  })
}
