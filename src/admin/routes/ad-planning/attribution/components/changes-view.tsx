import { Container, Heading, Input, Label, Text } from "@medusajs/ui"
import { CsvButton } from "../../../../components/csv-button"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useAttributionChanges } from "../../../../hooks/api/attribution"
import type { AttributionChoiceState } from "../../../../hooks/use-attribution-choice"
import { useLocale } from "../../../../hooks/use-locale"
import type { ChangesAnswer } from "../../../../lib/api-types"
import type { DateRange } from "../../../../lib/date-range"
import { formatInstant } from "../../../../lib/format"
import { ChangeTable } from "./change-table"
import { ChangedCampaigns } from "./changed-campaigns"

const PATH = "/attribution/changes"

interface ChangesViewProps {
  choice: AttributionChoiceState
  period: DateRange
  timezone: string
}

/** Why a period's figures are not what they were. */
export function ChangesView({ choice, period, timezone }: ChangesViewProps) {
  const { t, locale } = useLocale()
  const query = { ...period, since: choice.since }
  const { data, error, refetch } = useAttributionChanges(query)
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div className="flex max-w-[560px] flex-col gap-y-1">
          <Heading level="h2">{t("changes.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {data
              ? t("changes.since", {
                  time: formatInstant(data.since, locale, timezone),
                })
              : t("changes.subtitle")}
          </Text>
        </div>
        <div className="flex flex-wrap items-end gap-2">
          <div className="flex flex-col gap-y-1">
            <Label size="xsmall" htmlFor="changes-since">
              {t("changes.sinceLabel")}
            </Label>
            <Input
              id="changes-since"
              type="date"
              size="small"
              value={choice.since ?? ""}
              onChange={(event) => choice.set("since", event.target.value)}
            />
          </div>
          <CsvButton path={PATH} query={query} />
        </div>
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={10} />}
      {!error && data && <Changes answer={data} />}
      <Text
        size="xsmall"
        className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
      >
        {t("changes.method")}
      </Text>
    </Container>
  )
}

function Changes({ answer }: { answer: ChangesAnswer }) {
  const { t } = useLocale()
  if (answer.campaigns.length + answer.changes.length === 0) {
    return (
      <EmptyState title={t("changes.empty")} hint={t("changes.emptyHint")} />
    )
  }
  return (
    <>
      <ChangedCampaigns answer={answer} />
      <div className="border-ui-border-base border-t px-6 py-4">
        <Heading level="h2">{t("changes.list")}</Heading>
      </div>
      {answer.changes.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 pb-4">
          {t("changes.none")}
        </Text>
      ) : (
        <ChangeTable changes={answer.changes} currency={answer.currency} />
      )}
    </>
  )
}
