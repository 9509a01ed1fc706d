import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useLocale } from "../../../hooks/use-locale"
import { useUrlValue } from "../../../hooks/use-url-value"
import { AccuracyView } from "./components/accuracy-view"
import { AnomaliesView } from "./components/anomalies-view"
import { ForecastView } from "./components/forecast-view"
import { PacingView } from "./components/pacing-view"
import { PlannerView } from "./components/planner-view"
import { PlansView } from "./components/plans-view"

const VIEWS = [
  ["forecast", ForecastView],
  ["accuracy", AccuracyView],
  ["planner", PlannerView],
  ["pacing", PacingView],
  ["anomalies", AnomaliesView],
  ["plans", PlansView],
] as const

/** What next month will cost and bring, and where the budget should go. */
export default function BudgetPage() {
  const { t } = useLocale()
  const [view, setView] = useUrlValue("view")
  return (
    <Tabs
      value={view ?? "forecast"}
      onValueChange={setView}
      className="flex flex-col gap-y-3"
    >
      <Container className="flex flex-col gap-y-4">
        <div className="flex max-w-[640px] flex-col gap-y-1">
          <Heading level="h1">{t("forecasts.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("forecasts.subtitle")}
          </Text>
        </div>
        <Tabs.List className="flex-wrap">
          {VIEWS.map(([name]) => (
            <Tabs.Trigger key={name} value={name}>
              {t(`forecasts.views.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Container>
      {VIEWS.map(([name, View]) => (
        <Tabs.Content key={name} value={name}>
          <View />
        </Tabs.Content>
      ))}
    </Tabs>
  )
}

export const config = defineRouteConfig({
  label: "forecasts.menu",
  translationNs: "ad-planning",
  rank: 6,
})
