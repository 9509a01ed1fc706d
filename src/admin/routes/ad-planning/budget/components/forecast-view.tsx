import { Skeleton, Text } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import { FORECAST_METRICS } from "../../../../../modules/ad-planning/types/forecasts"
import { EmptyState } from "../../../../components/states"
import {
  useCurves,
  useForecasts,
  useForecastSeries,
} from "../../../../hooks/api/forecasts"
import { useLocale } from "../../../../hooks/use-locale"
import { useUrlValue } from "../../../../hooks/use-url-value"
import { formatDay } from "../../../../lib/format"
import { Answer } from "./answer"
import { Choice } from "./choice"
import { fanPoints, sumsOf } from "./fan-points"
import { useValue } from "./use-value"

// The charting library is fetched when a chart is first shown.
const FanPlot = lazy(() => import("./fan-plot"))

const HEIGHT = 320

/** The next weeks of the shop, or of one campaign, with what was before. */
export function ForecastView() {
  const { t, locale } = useLocale()
  const [chosen, setMetric] = useUrlValue("metric")
  const [scope, setScope] = useUrlValue("scope")
  const metric = FORECAST_METRICS.find((name) => name === chosen) ?? "revenue"
  const { data: history } = useForecastSeries(scope ?? "total")
  const { data: curves } = useCurves()
  const valueOf = useValue(metric, history?.currency ?? "eur")
  const query = useForecasts(scope ?? "total")
  const label = (name: string) => t(`forecasts.fan.${name}`)
  return (
    <Answer
      title={t("forecasts.forecast.title")}
      hint={t("forecasts.forecast.hint")}
      query={query}
    >
      {({ forecasts, generation, series }) => {
        const state = series.find(
          (each) => each.scope === (scope ?? "total") && each.metric === metric
        )
        const points = fanPoints(history?.series ?? [], forecasts, metric)
        const sums = sumsOf(forecasts, metric)
        return (
          <>
            <div className="flex flex-wrap gap-4 px-6 pb-4">
              <Choice
                label={t("forecasts.metric")}
                value={metric}
                options={FORECAST_METRICS.map((name) => ({
                  value: name,
                  name: t(`forecasts.metrics.${name}`),
                }))}
                onChange={setMetric}
              />
              <Choice
                label={t("forecasts.scope")}
                value={scope ?? "total"}
                options={[
                  { value: "total", name: t("forecasts.total") },
                  ...(curves?.curves ?? []).map((row) => ({
                    value: `campaign:${row.ad_campaign_id}`,
                    name: row.name,
                  })),
                ]}
                onChange={setScope}
              />
            </div>
            {generation === null || forecasts.length === 0 ? (
              <EmptyState
                title={t("forecasts.none.title")}
                hint={t("forecasts.none.hint", {
                  observed: state?.observed ?? 0,
                  required: state?.required ?? 14,
                })}
              />
            ) : (
              <>
                <Text size="small" className="px-6 pb-2">
                  {t("forecasts.forecast.sum", {
                    days: sums.days,
                    value: valueOf(sums.value),
                    metric: t(`forecasts.metrics.${metric}`),
                    on: formatDay(generation.generated_on, locale),
                    method: t(`forecasts.methods.${state?.method ?? "median"}`),
                  })}
                </Text>
                <div
                  role="img"
                  aria-label={t("forecasts.forecast.title")}
                  className="px-2 pb-4"
                  style={{ height: HEIGHT }}
                >
                  <Suspense fallback={<Skeleton className="mx-4 h-full" />}>
                    <FanPlot
                      points={points}
                      valueOf={valueOf}
                      dayOf={(date, hasYear) =>
                        formatDay(date, locale, { hasYear })
                      }
                      labels={{
                        actual: label("actual"),
                        predicted: label("predicted"),
                        wide: label("wide"),
                        narrow: label("narrow"),
                      }}
                    />
                  </Suspense>
                </div>
              </>
            )}
          </>
        )
      }}
    </Answer>
  )
}
