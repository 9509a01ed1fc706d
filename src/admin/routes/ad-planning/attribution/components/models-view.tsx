import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { CsvButton } from "../../../../components/csv-button"
import { Choice } from "../../../../components/date-range-picker"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useCompare } from "../../../../hooks/api/attribution"
import type { AttributionChoiceState } from "../../../../hooks/use-attribution-choice"
import { useLocale } from "../../../../hooks/use-locale"
import { metricsOf } from "../../../../lib/attribution-choice"
import type { DateRange } from "../../../../lib/date-range"
import { formatMoney } from "../../../../lib/format"
import { DataDrivenDrawer } from "./data-driven-drawer"
import { ModelLegend } from "./model-legend"
import { ModelTable } from "./model-table"
import { TrainingLine } from "./training-line"
import { STATS_GROUPS } from "../../../../../modules/ad-planning/types/reports"

const PATH = "/attribution/compare"

interface ModelsViewProps {
  choice: AttributionChoiceState
  period: DateRange
}

/** What each campaign earned under every model, side by side. */
export function ModelsView({ choice, period }: ModelsViewProps) {
  const { t, locale } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const query = { ...period, group_by: choice.group_by }
  const { data, error, refetch } = useCompare(query)
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-end justify-between gap-2 px-6 py-4">
        <div className="flex flex-wrap items-end gap-2">
          <Choice
            label={t("models.groupBy")}
            value={choice.group_by}
            options={STATS_GROUPS}
            textOf={(value) => t(`models.groups.${value}`)}
            onChange={(value) => choice.set("group_by", value)}
          />
          <Choice
            label={t("models.metric")}
            value={choice.metric}
            options={metricsOf(choice.group_by)}
            textOf={(value) => t(`models.metrics.${value}`)}
            onChange={(value) => choice.set("metric", value)}
          />
        </div>
        <CsvButton path={PATH} query={query} />
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={12} />}
      {!error && data?.rows.length === 0 && (
        <EmptyState title={t("models.empty")} hint={t("models.emptyHint")} />
      )}
      {!error && data && data.rows.length > 0 && (
        <>
          <ModelTable
            answer={data}
            group={choice.group_by}
            metric={choice.metric}
          />
          {data.unconverted.map(({ currency, revenue }) => (
            <Text
              key={currency}
              size="small"
              className="text-ui-fg-subtle px-6 py-3"
            >
              {t("coverage.unconverted", {
                amount: formatMoney(revenue, currency, locale),
              })}
            </Text>
          ))}
          <TrainingLine
            training={data.training}
            action={
              <Button
                size="small"
                variant="secondary"
                onClick={() => setOpen(true)}
              >
                {t("training.open")}
              </Button>
            }
          />
        </>
      )}
      <ModelLegend />
      <DataDrivenDrawer
        query={isOpen ? { ...period } : null}
        onClose={() => setOpen(false)}
      />
    </Container>
  )
}
