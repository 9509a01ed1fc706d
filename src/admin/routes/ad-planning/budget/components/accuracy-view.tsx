import { Text } from "@medusajs/ui"
import { FORECAST_METRICS } from "../../../../../modules/ad-planning/types/forecasts"
import type { AccuracyAnswer } from "../../../../../modules/ad-planning/types/http/forecasts"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { EmptyState } from "../../../../components/states"
import { useAccuracy } from "../../../../hooks/api/forecasts"
import { useLocale } from "../../../../hooks/use-locale"
import { useUrlValue } from "../../../../hooks/use-url-value"
import { formatRatio, formatShare } from "../../../../lib/format"
import { Answer } from "./answer"
import { Choice } from "./choice"
import { useValue } from "./use-value"

type Row = {
  name: string
} & AccuracyAnswer["accuracy"]["campaigns"][number]["accuracy"]

/** How good past forecasts were, in words first. */
export function AccuracyView() {
  const { t, locale } = useLocale()
  const [chosen, setMetric] = useUrlValue("metric")
  const metric = FORECAST_METRICS.find((name) => name === chosen) ?? "revenue"
  const query = useAccuracy(metric)
  const valueOf = useValue(metric, query.data?.accuracy.currency ?? "eur")
  const share = (value: number | null | undefined) =>
    formatShare(value, locale, { digits: 0 })
  const columns: Column<Row>[] = [
    {
      key: "name",
      header: t("forecasts.accuracy.of"),
      isWide: true,
      render: (row) => row.name,
    },
    figure("mae", (row) => row.mae, valueOf),
    figure("naive_mae", (row) => row.naive_mae, valueOf),
    figure("gain", (row) => row.gain_over_naive, share),
    figure(
      "mase",
      (row) => row.mase,
      (value) => formatRatio(value, locale)
    ),
    figure("smape", (row) => row.smape, share),
    figure("bias", (row) => row.bias, valueOf),
    figure("coverage", (row) => row.coverage_95, share),
  ]
  function figure(
    key: string,
    value: (row: Row) => number | null,
    render: (value: number | null) => string
  ): Column<Row> {
    return {
      key,
      header: t(`forecasts.accuracy.columns.${key}`),
      meaning: t(`forecasts.accuracy.meanings.${key}`),
      isNumber: true,
      value,
      render: (row) => render(value(row)),
    }
  }
  return (
    <Answer title={t("forecasts.accuracy.title")} query={query}>
      {({ accuracy }) => {
        const { total } = accuracy
        if (!total) {
          return (
            <EmptyState
              title={t("forecasts.accuracy.none.title")}
              hint={t("forecasts.accuracy.none.hint")}
            />
          )
        }
        const rows: Row[] = [
          { name: t("forecasts.total"), ...total },
          ...accuracy.horizons.map(({ from, to, accuracy: each }) => ({
            name: t("forecasts.accuracy.horizon", { from, to }),
            ...each,
          })),
          ...accuracy.campaigns.map(
            ({ name, ad_campaign_id, accuracy: each }) => ({
              name: name ?? ad_campaign_id,
              ...each,
            })
          ),
        ]
        return (
          <>
            <div className="flex flex-col gap-y-3 px-6 pb-4">
              <Text size="small">
                {t("forecasts.accuracy.words", {
                  generations: total.generations,
                  metric: t(`forecasts.metrics.${metric}`),
                  mean: share(total.sums?.mean_error_rate),
                  worst: share(total.sums?.worst_error_rate),
                  naive: share(total.sums?.naive_error_rate),
                  coverage: share(total.coverage_95),
                })}
              </Text>
              <Choice
                label={t("forecasts.metric")}
                value={metric}
                options={FORECAST_METRICS.map((name) => ({
                  value: name,
                  name: t(`forecasts.metrics.${name}`),
                }))}
                onChange={setMetric}
              />
            </div>
            <SortableTable
              label={t("forecasts.accuracy.title")}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.name}
              sortKey="accuracy_sort"
            />
          </>
        )
      }}
    </Answer>
  )
}
