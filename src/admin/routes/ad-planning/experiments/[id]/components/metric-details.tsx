import { Badge, Container, Heading, Text } from "@medusajs/ui"
import type {
  ExperimentResults,
  MetricResult,
  VariantFigures,
} from "../../../../../../modules/ad-planning/types/http/experiments"
import { Facts } from "../../../../../components/facts"
import {
  SortableTable,
  type Column,
} from "../../../../../components/sortable-table"
import { useLocale } from "../../../../../hooks/use-locale"
import {
  formatCount,
  formatMoney,
  formatShare,
} from "../../../../../lib/format"
import { formatLift, formatP } from "../../lib/format-lift"

/** Every metric by variant, guardrails marked, and what is known besides. */
export function MetricDetails({ results }: { results: ExperimentResults }) {
  const { t, locale } = useLocale()
  const [first] = results.metrics
  const comparison = first?.comparisons[0]
  const text = (key: string) => t(`experiments.detail.${key}`)
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : formatCount(value, locale)
  const interval = comparison?.simultaneous_lift_interval
  return (
    <Container className="flex flex-col gap-y-6 p-0 py-4">
      {results.is_observational && (
        <Text size="small" className="px-6">
          {text("observational")}
        </Text>
      )}
      {results.metrics.map((metric) => (
        <MetricTable
          key={`${metric.role}-${metric.metric}-${metric.goal_id ?? ""}`}
          metric={metric}
          results={results}
        />
      ))}
      <div className="flex flex-col gap-y-2 px-6">
        <Heading level="h3">{text("details")}</Heading>
        <Facts
          facts={[
            [text("excluded"), count(results.excluded)],
            [text("linked"), count(results.linked_conflicts)],
            [
              text("detectable"),
              formatLift(comparison?.detectable_lift ?? null, locale),
            ],
            [text("daysLeft"), count(comparison?.days_left)],
            [
              text("simultaneous"),
              `${formatLift(interval?.lower ?? null, locale)} … ${formatLift(interval?.upper ?? null, locale)}`,
            ],
            [
              text("otherMethod"),
              formatP(
                (results.decision_method === "sequential"
                  ? comparison?.fixed
                  : comparison?.sequential
                )?.p_value ?? null,
                locale
              ),
            ],
            [
              text("unadjusted"),
              comparison?.unadjusted
                ? formatP(comparison.unadjusted.p_value, locale)
                : null,
            ],
          ]}
        />
      </div>
    </Container>
  )
}

interface MetricTableProps {
  metric: MetricResult
  results: ExperimentResults
}

function MetricTable({ metric, results }: MetricTableProps) {
  const { t, locale } = useLocale()
  const text = (key: string) => t(`experiments.detail.${key}`)
  const comparisonOf = ({ variant }: VariantFigures) =>
    metric.comparisons.find((one) => one.variant === variant)
  const shown = (value: number | null) =>
    metric.unit === "rate" || !metric.currency
      ? formatShare(value, locale, { digits: 2 })
      : formatMoney(value, metric.currency, locale)
  const columns: Column<VariantFigures>[] = [
    {
      key: "variant",
      header: text("variant"),
      isWide: true,
      render: ({ variant }) =>
        results.variants.find(({ key }) => key === variant)?.name ?? variant,
    },
    {
      key: "matured",
      header: text("matured"),
      isNumber: true,
      render: ({ visitors }) => formatCount(visitors, locale),
    },
    {
      key: "converters",
      header: text("converters"),
      isNumber: true,
      render: ({ converters }) => formatCount(converters, locale),
    },
    {
      key: "value",
      header: text("value"),
      isNumber: true,
      render: ({ mean, adjusted_mean }) => shown(adjusted_mean ?? mean),
    },
    {
      key: "lift",
      header: text("lift"),
      isNumber: true,
      render: (row) => {
        const one = comparisonOf(row)
        return one
          ? `${formatLift(one.lift, locale)} (${formatLift(one.lift_interval.lower, locale)} … ${formatLift(one.lift_interval.upper, locale)})`
          : text("control")
      },
    },
    {
      key: "best",
      header: text("best"),
      meaning: text("bestMeaning"),
      isNumber: true,
      render: ({ chance_best }) => formatShare(chance_best, locale),
    },
  ]
  const isHarmed = metric.comparisons.some((one) => one.is_harmed)
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center gap-x-2 px-6">
        <Heading level="h3">
          {t(`experiments.metrics.${metric.metric}`)}
        </Heading>
        {metric.role === "guardrail" && (
          <Badge size="2xsmall" color={isHarmed ? "red" : "green"}>
            {text(isHarmed ? "harmed" : "safe")}
          </Badge>
        )}
      </div>
      <SortableTable
        label={t(`experiments.metrics.${metric.metric}`)}
        columns={columns}
        rows={metric.variants}
        rowKey={({ variant }) => variant}
        sortKey={`sort_${metric.metric}`}
      />
    </div>
  )
}
