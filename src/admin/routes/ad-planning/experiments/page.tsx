import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { Pages } from "../../../components/pages"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../components/states"
import { useExperiments } from "../../../hooks/api/experiments"
import { useLocale } from "../../../hooks/use-locale"
import { useUrlValues } from "../../../hooks/use-url-values"
import { ExperimentTable } from "./components/experiment-table"
import { ExperimentWizard } from "./components/experiment-wizard"

const PAGE_SIZE = 20

/** What is compared, and what it showed. */
export default function ExperimentsPage() {
  const { t } = useLocale()
  const [params, change] = useUrlValues()
  const asked = Number(params.get("offset"))
  const offset = Number.isInteger(asked) && asked > 0 ? asked : 0
  const { data, error, refetch } = useExperiments({ limit: PAGE_SIZE, offset })
  const create = (
    <Button
      size="small"
      variant="secondary"
      onClick={() => change({ create: "1" })}
    >
      {t("experiments.create")}
    </Button>
  )
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div>
          <Heading level="h1">{t("experiments.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("experiments.subtitle")}
          </Text>
        </div>
        {data?.count !== 0 && create}
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton />}
      {!error && data?.count === 0 && (
        <EmptyState
          title={t("experiments.empty")}
          hint={t("experiments.emptyHint")}
          action={create}
        />
      )}
      {!error && data && data.count > 0 && (
        <>
          <ExperimentTable experiments={data.experiments} />
          {data.count > PAGE_SIZE && (
            <Pages
              page={data}
              onMove={(to) => change({ offset: to ? `${to}` : null })}
            />
          )}
        </>
      )}
      <ExperimentWizard
        isOpen={params.get("create") !== null}
        onClose={() => change({ create: null })}
      />
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "experiments.menu",
  translationNs: "ad-planning",
  rank: 5,
})
