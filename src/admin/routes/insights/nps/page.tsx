import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { DateRangePicker } from "../../../components/date-range-picker"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../components/states"
import { useHealth } from "../../../hooks/api/reports"
import {
  useNpsBreakdown,
  useNpsScore,
  useNpsTrends,
} from "../../../hooks/api/scores"
import { useDateRange } from "../../../hooks/use-date-range"
import { useLocale } from "../../../hooks/use-locale"
import { dayIn } from "../../../lib/date-range"
import { NpsBreakdown } from "./components/nps-breakdown"
import { NpsComments } from "./components/nps-comments"
import { NpsGauge } from "./components/nps-gauge"
import { NpsLink } from "./components/nps-link"
import { NpsTrend } from "./components/nps-trend"

/** How likely customers are to recommend the shop. */
export default function NpsPage() {
  const { data, error, refetch } = useHealth()
  return error || !data ? (
    <Container className="p-0">
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <TableSkeleton rows={16} />
      )}
    </Container>
  ) : (
    <Nps timezone={data.health.settings.timezone} />
  )
}

function Nps({ timezone }: { timezone: string }) {
  const { t } = useLocale()
  const [range, setRange] = useDateRange(timezone)
  const { from, to, compare } = range
  const period = { from, to }
  const score = useNpsScore({
    ...period,
    ...(compare === "none" ? {} : { compare }),
  })
  const trends = useNpsTrends(period)
  const breakdown = useNpsBreakdown(period)
  const failed = [score, trends, breakdown].find(({ error }) => error)
  const isEmpty = score.data?.score.all_responses.count === 0
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex max-w-[560px] flex-col gap-y-1">
          <Heading level="h1">{t("nps.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("nps.subtitle")}
          </Text>
        </div>
        <DateRangePicker
          state={range}
          today={dayIn(timezone, new Date())}
          timezone={timezone}
          onChange={setRange}
        />
      </Container>
      {failed?.error && (
        <Container>
          <ErrorState error={failed.error} onRetry={() => failed.refetch()} />
        </Container>
      )}
      {isEmpty && (
        <Container>
          <EmptyState title={t("nps.empty")} hint={t("nps.emptyHint")} />
        </Container>
      )}
      {score.data && !isEmpty && <NpsGauge {...score.data} />}
      {trends.data && !isEmpty && <NpsTrend trends={trends.data.trends} />}
      {breakdown.data && !isEmpty && <NpsBreakdown {...breakdown.data} />}
      {breakdown.data && !isEmpty && (
        <NpsComments comments={breakdown.data.comments} timezone={timezone} />
      )}
      <NpsLink />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nps.menu",
  translationNs: "ad-planning",
  rank: 2,
})
