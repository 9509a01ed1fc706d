import { Container, Heading, Text } from "@medusajs/ui"
import { CsvButton } from "../../../../components/csv-button"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useCohorts } from "../../../../hooks/api/attribution"
import { useLocale } from "../../../../hooks/use-locale"
import type { CohortsAnswer } from "../../../../lib/api-types"
import type { DateRange } from "../../../../lib/date-range"
import { CohortTable } from "./cohort-table"

const PATH = "/attribution/cohorts"

/** Whether the first-time buyers of a period were worth what they cost. */
export function CohortsView({ period }: { period: DateRange }) {
  const { t } = useLocale()
  const { data, error, refetch } = useCohorts({ ...period })
  return (
    <Container className="p-0">
      <div className="flex items-start justify-between gap-4 px-6 py-4">
        <div className="flex max-w-[640px] flex-col gap-y-1">
          <Heading level="h2">{t("cohorts.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("cohorts.subtitle")}
          </Text>
        </div>
        <CsvButton path={PATH} query={{ ...period }} />
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={10} />}
      {!error && data && isEmpty(data) && (
        <EmptyState title={t("cohorts.empty")} hint={t("cohorts.emptyHint")} />
      )}
      {!error && data && !isEmpty(data) && <CohortTable answer={data} />}
      <Text
        size="xsmall"
        className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
      >
        {t("cohorts.method")}
      </Text>
    </Container>
  )
}

/** The rows that are no campaign are there without a buyer, too. */
function isEmpty({ totals }: CohortsAnswer): boolean {
  return totals.new_customers === 0 && !totals.spend
}
