import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Tabs, Text } from "@medusajs/ui"
import { DateRangePicker } from "../../../components/date-range-picker"
import { ErrorState, TableSkeleton } from "../../../components/states"
import { useHealth } from "../../../hooks/api/reports"
import { useDateRange } from "../../../hooks/use-date-range"
import { useJourneyChoice } from "../../../hooks/use-journey-choice"
import { useLocale } from "../../../hooks/use-locale"
import { dayIn } from "../../../lib/date-range"
import { VIEWS } from "../../../lib/journey-choice"
import { DropoffView } from "./components/dropoff-view"
import { FirstPurchaseView } from "./components/first-purchase-view"
import { FunnelView } from "./components/funnel-view"
import { PathsView } from "./components/paths-view"

/** What customers do one after the other, and where they stop. */
export default function JourneysPage() {
  const { data, error, refetch } = useHealth()
  if (error) {
    return (
      <Container>
        <ErrorState error={error} onRetry={refetch} />
      </Container>
    )
  }
  return data ? (
    <Journeys timezone={data.health.settings.timezone} />
  ) : (
    <Container aria-busy className="p-0">
      <TableSkeleton rows={12} />
    </Container>
  )
}

function Journeys({ timezone }: { timezone: string }) {
  const { t } = useLocale()
  const [range, setRange] = useDateRange(timezone)
  const choice = useJourneyChoice()
  const period = { from: range.from, to: range.to }
  return (
    <Tabs
      value={choice.view}
      onValueChange={(view) => choice.set("view", view)}
      className="flex flex-col gap-y-3"
    >
      <Container className="flex flex-col gap-y-4">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div className="flex max-w-[560px] flex-col gap-y-1">
            <Heading level="h1">{t("journeys.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("journeys.subtitle")}
            </Text>
          </div>
          <DateRangePicker
            state={range}
            today={dayIn(timezone, new Date())}
            timezone={timezone}
            canCompare={false}
            onChange={setRange}
          />
        </div>
        <Tabs.List className="flex-wrap">
          {VIEWS.map((view) => (
            <Tabs.Trigger key={view} value={view}>
              {t(`views.${view}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Container>
      <Tabs.Content value="funnel">
        <FunnelView choice={choice} period={period} />
      </Tabs.Content>
      <Tabs.Content value="paths">
        <PathsView choice={choice} period={period} />
      </Tabs.Content>
      <Tabs.Content value="dropoff">
        <DropoffView choice={choice} period={period} />
      </Tabs.Content>
      <Tabs.Content value="first_purchase">
        <FirstPurchaseView period={period} />
      </Tabs.Content>
    </Tabs>
  )
}

export const config = defineRouteConfig({
  label: "menu.journeys",
  translationNs: "ad-planning",
  rank: 4,
})
