import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Tabs, Text } from "@medusajs/ui"
import { DateRangePicker } from "../../../components/date-range-picker"
import { ErrorState, TableSkeleton } from "../../../components/states"
import { useHealth } from "../../../hooks/api/reports"
import { useAttributionChoice } from "../../../hooks/use-attribution-choice"
import { useDateRange } from "../../../hooks/use-date-range"
import { useLocale } from "../../../hooks/use-locale"
import { VIEWS } from "../../../lib/attribution-choice"
import { dayIn } from "../../../lib/date-range"
import { ChangesView } from "./components/changes-view"
import { ClaimedView } from "./components/claimed-view"
import { CohortsView } from "./components/cohorts-view"
import { ModelsView } from "./components/models-view"
import { UnresolvedView } from "./components/unresolved-view"

/** Which campaign earned what, by which rule, and what is not known yet. */
export default function AttributionPage() {
  const { data, error, refetch } = useHealth()
  if (error) {
    return (
      <Container>
        <ErrorState error={error} onRetry={refetch} />
      </Container>
    )
  }
  return data ? (
    <Attribution timezone={data.health.settings.timezone} />
  ) : (
    <Container aria-busy className="p-0">
      <TableSkeleton rows={12} />
    </Container>
  )
}

function Attribution({ timezone }: { timezone: string }) {
  const { t } = useLocale()
  const [range, setRange] = useDateRange(timezone)
  const choice = useAttributionChoice()
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
            <Heading level="h1">{t("attribution.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("attribution.subtitle")}
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
              {t(`attribution.views.${view}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Container>
      <Tabs.Content value="models">
        <ModelsView choice={choice} period={period} />
      </Tabs.Content>
      <Tabs.Content value="unresolved">
        <UnresolvedView period={period} />
      </Tabs.Content>
      <Tabs.Content value="claimed">
        <ClaimedView period={period} />
      </Tabs.Content>
      <Tabs.Content value="cohorts">
        <CohortsView period={period} />
      </Tabs.Content>
      <Tabs.Content value="changes">
        <ChangesView choice={choice} period={period} timezone={timezone} />
      </Tabs.Content>
    </Tabs>
  )
}

export const config = defineRouteConfig({
  label: "menu.attribution",
  translationNs: "ad-planning",
  rank: 1,
})
