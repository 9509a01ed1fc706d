import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import { useLocale } from "../../../../hooks/use-locale"
import type { PixelDay } from "../../../../lib/api-types"
import { formatCount, formatDay } from "../../../../lib/format"

// The charting library is fetched when a chart is first shown.
const PixelPlot = lazy(() => import("./pixel-plot"))

const SERIES = ["accepted", "orders"] as const
const HEIGHT = 160

/**
 * Accepted calls and orders, each on its own scale: there are many more of the
 * former. What matters is whether both are there on the same days.
 */
export function PixelTrend({ days }: { days: PixelDay[] }) {
  const { t, locale } = useLocale()
  const sumOf = (series: (typeof SERIES)[number]) =>
    formatCount(
      days.reduce((sum, day) => sum + day[series], 0),
      locale
    )
  return (
    <Container className="p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("pixel.trend")}</Heading>
      </div>
      {SERIES.map((series) => (
        <div key={series} className="px-2 pb-4">
          <Text size="xsmall" className="text-ui-fg-subtle px-4">
            {t(`pixel.figures.${series}.label`)}
          </Text>
          <div
            role="img"
            aria-label={t("pixel.summary", {
              series: t(`pixel.figures.${series}.label`),
              from: formatDay(days[0]?.date ?? "", locale),
              to: formatDay(days.at(-1)?.date ?? "", locale),
              total: sumOf(series),
            })}
            style={{ height: HEIGHT }}
          >
            <Suspense fallback={<Skeleton className="mx-4 h-full" />}>
              <PixelPlot
                days={days}
                series={series}
                label={t(`pixel.figures.${series}.label`)}
                countOf={(count) => formatCount(count, locale)}
                dayOf={(date, hasYear) => formatDay(date, locale, { hasYear })}
              />
            </Suspense>
          </div>
        </div>
      ))}
    </Container>
  )
}
