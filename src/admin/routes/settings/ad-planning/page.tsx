import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { ErrorState, TableSkeleton } from "../../../components/states"
import { isRunning, useBackfills } from "../../../hooks/api/backfill"
import { useHealth } from "../../../hooks/api/reports"
import { useLocale } from "../../../hooks/use-locale"
import { useUrlValue } from "../../../hooks/use-url-value"
import { BackfillForm } from "./components/backfill-form"
import { BackfillTable } from "./components/backfill-table"
import { RunningBackfill } from "./components/running-backfill"

const PAGE_SIZE = 10

/** Reads everything that the store has, and says how far it is. */
export default function AdPlanningSettingsPage() {
  const { t } = useLocale()
  const [offset, setOffset] = useUrlValue("offset")
  const health = useHealth()
  const running = useBackfills({ status: "running", limit: 1 })
  const runs = useBackfills({ limit: PAGE_SIZE, offset: readOffset(offset) })
  const failed = [health, running, runs].find(({ error }) => error)
  const current = running.data?.backfill_runs.find(isRunning)
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-col gap-y-6">
        <div>
          <Heading level="h1">{t("backfill.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle max-w-[640px]">
            {t("backfill.subtitle")}
          </Text>
        </div>
        {failed?.error && (
          <ErrorState error={failed.error} onRetry={failed.refetch} />
        )}
        {!failed && current && <RunningBackfill run={current} />}
        {!failed && !current && health.data && running.data && (
          <BackfillForm health={health.data.health} />
        )}
        {!failed && !(health.data && running.data) && <TableSkeleton />}
      </Container>
      {runs.data && !failed && (
        <BackfillTable
          page={runs.data}
          timezone={health.data?.health.settings.timezone}
          onMove={(to) => setOffset(to ? `${to}` : null)}
        />
      )}
    </div>
  )
}

function readOffset(text: string | null): number {
  const offset = Number(text)
  return Number.isInteger(offset) && offset > 0 ? offset : 0
}

export const config = defineRouteConfig({
  label: "menu.root",
  translationNs: "ad-planning",
})
