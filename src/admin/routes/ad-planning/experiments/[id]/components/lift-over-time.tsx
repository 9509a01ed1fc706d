import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import type { ExperimentResults } from "../../../../../../modules/ad-planning/types/http/experiments"
import { useLocale } from "../../../../../hooks/use-locale"
import { formatDay } from "../../../../../lib/format"
import { formatLift } from "../../lib/format-lift"

// The charting library is fetched when a chart is first shown.
const LiftPlot = lazy(() => import("./lift-plot"))

/** How the lift and its interval went, of the treatment that matters. */
export function LiftOverTime({ results }: { results: ExperimentResults }) {
  const { t, locale } = useLocale()
  const variant =
    results.variant ?? results.variants.find((one) => !one.is_control)?.key
  const points = results.series.filter((point) => point.variant === variant)
  const last = points.at(-1)
  const lift = (value: number | null) => formatLift(value, locale)
  return (
    <Container className="flex flex-col gap-y-2 p-0 py-4">
      <div className="px-6">
        <Heading level="h2">{t("experiments.detail.overTime")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("experiments.detail.overTimeText")}
        </Text>
      </div>
      {last ? (
        <div
          role="img"
          aria-label={`${formatDay(last.date, locale)}: ${lift(last.lift)} (${lift(last.lower)} … ${lift(last.upper)})`}
          className="h-[280px] px-2"
        >
          <Suspense fallback={<Skeleton className="mx-4 h-full" />}>
            <LiftPlot
              points={points}
              liftOf={lift}
              dayOf={(date) => formatDay(date, locale, { hasYear: false })}
              label={t("experiments.detail.lift")}
            />
          </Suspense>
        </div>
      ) : (
        <Text size="small" className="px-6">
          {t("experiments.detail.noSeries")}
        </Text>
      )}
    </Container>
  )
}
