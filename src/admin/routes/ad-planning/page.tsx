import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChartBar } from "@medusajs/icons"
import { Container, Heading } from "@medusajs/ui"
import { DateRangePicker } from "../../components/date-range-picker"
import { DemoNote } from "../../components/demo-note"
import { ErrorState } from "../../components/states"
import { useHealth, useRoi } from "../../hooks/api/reports"
import { useIsDemo } from "../../hooks/api/store"
import { useDateRange } from "../../hooks/use-date-range"
import { useLocale } from "../../hooks/use-locale"
import type { HealthAnswer } from "../../lib/api-types"
import { dayIn, rangeQuery } from "../../lib/date-range"
import { Attention } from "./components/attention"
import { CampaignTable } from "./components/campaign-table"
import { FirstRun } from "./components/first-run"
import { Kpis } from "./components/kpis"
import { OverviewSkeleton } from "./components/overview-skeleton"
import { Trend } from "./components/trend"

/** What advertising cost and earned, for who opens the shop in the morning. */
export default function OverviewPage() {
  const { data, error, refetch } = useHealth()
  const isDemo = useIsDemo()
  if (error) {
    return (
      <Container>
        <ErrorState error={error} onRetry={refetch} />
      </Container>
    )
  }
  return data && isDemo !== undefined ? (
    <Overview health={data.health} isDemo={isDemo} />
  ) : (
    <OverviewSkeleton />
  )
}

function Overview({ health, isDemo }: HealthAnswer & { isDemo: boolean }) {
  const { t } = useLocale()
  const { timezone } = health.settings
  const [range, setRange] = useDateRange(timezone)
  const query = rangeQuery(range)
  const { data, error, refetch } = useRoi(query)
  if (error) {
    return (
      <Container>
        <ErrorState error={error} onRetry={refetch} />
      </Container>
    )
  }
  if (data && !data.history_starts_at && data.totals.spend === 0) {
    return <FirstRun />
  }
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-end justify-between gap-4">
        <Heading level="h1">{t("overview.title")}</Heading>
        <DateRangePicker
          state={range}
          today={dayIn(timezone, new Date())}
          timezone={timezone}
          onChange={setRange}
        />
      </Container>
      {isDemo && <DemoNote />}
      <Kpis report={data} />
      <Trend query={query} />
      <CampaignTable report={data} query={query} />
      <Attention health={health} query={query} />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.root",
  translationNs: "ad-planning",
  icon: ChartBar,
})
