import { Container, Heading, Text } from "@medusajs/ui"
import { CsvButton } from "../../../../components/csv-button"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useClaimed } from "../../../../hooks/api/attribution"
import { useLocale } from "../../../../hooks/use-locale"
import type { ClaimedAnswer } from "../../../../lib/api-types"
import type { DateRange } from "../../../../lib/date-range"
import { ClaimedNotes } from "./claimed-notes"
import { ClaimedTable } from "./claimed-table"

const PATH = "/attribution/claimed"

/** What the platforms say that campaigns earned, beside what is counted here. */
export function ClaimedView({ period }: { period: DateRange }) {
  const { t } = useLocale()
  const { data, error, refetch } = useClaimed({ ...period })
  return (
    <Container className="p-0">
      <div className="flex items-start justify-between gap-4 px-6 py-4">
        <div className="flex max-w-[640px] flex-col gap-y-1">
          <Heading level="h2">{t("claimed.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("claimed.subtitle")}
          </Text>
        </div>
        <CsvButton path={PATH} query={{ ...period }} />
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={10} />}
      {!error && data && isEmpty(data) && (
        <EmptyState title={t("claimed.empty")} hint={t("claimed.emptyHint")} />
      )}
      {!error && data && !isEmpty(data) && (
        <>
          <ClaimedTable answer={data} />
          <ClaimedNotes notes={data.notes} />
        </>
      )}
      <Text
        size="xsmall"
        className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
      >
        {t("claimed.method")}
      </Text>
    </Container>
  )
}

function isEmpty({ campaigns }: ClaimedAnswer): boolean {
  return campaigns.length === 0
}
