import { Text } from "@medusajs/ui"
import { BucketName } from "../../../../components/bucket-name"
import { DifferenceBar } from "../../../../components/difference-bar"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import type { CompareAnswer, CompareRow } from "../../../../lib/api-types"
import type { Metric } from "../../../../lib/attribution-choice"
import {
  BASELINE,
  differenceOf,
  figureOf,
  largestDifference,
  writeFigure,
} from "../../../../lib/attribution-figures"
import { isRest, splitRemainder } from "../../../../lib/buckets"
import { formatMoney } from "../../../../lib/format"
import {
  ATTRIBUTION_MODELS,
  type AttributionModel,
} from "../../../../../modules/ad-planning/types/enums"
import type { StatsGroup } from "../../../../../modules/ad-planning/types/reports"

const TOTAL = "total"

interface ModelTableProps {
  answer: CompareAnswer
  group: StatsGroup
  metric: Metric
}

/** A row per campaign, a column per model, and how far it is from last touch. */
export function ModelTable({ answer, group, metric }: ModelTableProps) {
  const { t, locale } = useLocale()
  const { rows, totals, currency } = answer
  const { campaigns, remainder } = splitRemainder(rows)
  const largest = largestDifference(campaigns, metric)
  const columns: Column<CompareRow>[] = [
    {
      key: "name",
      header: t(`models.groups.${group}`),
      isWide: true,
      value: (row) => row.name,
      render: (row) =>
        row.key === TOTAL ? (
          <Text as="span" size="small" weight="plus">
            {t("models.total")}
          </Text>
        ) : (
          <BucketName
            bucket={row.key}
            name={row.name}
            owner={row.campaign_name}
            group={group}
            isStacked
          />
        ),
    },
    ...(group === "campaign"
      ? [
          {
            key: "spend",
            header: t("columns.spend.label"),
            meaning: t("columns.spend.meaning"),
            isNumber: true,
            value: (row: CompareRow) => row.spend,
            render: (row: CompareRow) =>
              row.spend ? formatMoney(row.spend, currency, locale) : "–",
          },
        ]
      : []),
    ...ATTRIBUTION_MODELS.map((model): Column<CompareRow> => ({
      key: model,
      header: t(`models.names.${model}.label`),
      meaning: t(`models.names.${model}.meaning`),
      isNumber: true,
      value: (row) => figureOf(row.models, model, metric),
      render: (row) => (
        <ModelFigure
          row={row}
          model={model}
          metric={metric}
          currency={currency}
          largest={largest}
        />
      ),
    })),
  ]
  return (
    <SortableTable
      label={t("attribution.views.models")}
      columns={columns}
      rows={campaigns}
      footer={[
        ...remainder,
        { key: TOTAL, name: "", spend: spendOf(rows), models: totals },
      ]}
      rowKey={(row) => row.key}
      sortKey="models_sort"
    />
  )
}

function spendOf(rows: readonly CompareRow[]): number {
  return rows.reduce((sum, { spend }) => sum + (spend ?? 0), 0)
}

interface ModelFigureProps {
  row: CompareRow
  model: AttributionModel
  metric: Metric
  currency: string
  /** The largest difference of the table. */
  largest: number
}

function ModelFigure(props: ModelFigureProps) {
  const { row, model, metric, currency, largest } = props
  const { locale } = useLocale()
  const figure = figureOf(row.models, model, metric)
  const difference = differenceOf(row.models, model, metric)
  const isCompared =
    model !== BASELINE && row.key !== TOTAL && difference !== null
  return (
    <span className="flex flex-col items-end gap-y-0.5 py-1.5 leading-tight">
      <span>{writeFigure(metric, figure, currency, locale)}</span>
      {isCompared && (
        <>
          <Text as="span" size="xsmall" className="text-ui-fg-subtle">
            {writeFigure(metric, difference, currency, locale, {
              isSigned: true,
            })}
          </Text>
          {/* Beside what no campaign has, those of campaigns would be dots. */}
          {!isRest(row.key) && (
            <DifferenceBar share={largest ? difference / largest : 0} />
          )}
        </>
      )}
    </span>
  )
}
