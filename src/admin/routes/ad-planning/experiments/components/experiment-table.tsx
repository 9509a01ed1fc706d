import { StatusBadge } from "@medusajs/ui"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { TextLink } from "../../../../components/text-link"
import type { ExperimentAnswer } from "../../../../hooks/api/experiments"
import { useHealth } from "../../../../hooks/api/reports"
import { useLocale } from "../../../../hooks/use-locale"
import { formatInstant } from "../../../../lib/format"
import { DecisionBadge } from "./decision-badge"
import { formatLift } from "../lib/format-lift"

const COLOURS = { draft: "grey", running: "green", completed: "blue" } as const

export function ExperimentTable({
  experiments,
}: {
  experiments: ExperimentAnswer[]
}) {
  const { t, locale } = useLocale()
  const timezone = useHealth().data?.health.settings.timezone
  const columns: Column<ExperimentAnswer>[] = [
    {
      key: "name",
      header: t("experiments.name"),
      isWide: true,
      render: ({ id, name }) => (
        <TextLink to={`/ad-planning/experiments/${id}`}>{name}</TextLink>
      ),
    },
    {
      key: "status",
      header: t("experiments.status"),
      render: ({ status }) => (
        <StatusBadge color={COLOURS[status]}>
          {t(`experiments.statuses.${status}`)}
        </StatusBadge>
      ),
    },
    {
      key: "type",
      header: t("experiments.type"),
      render: (row) => t(`experiments.types.${row.experiment_type}`),
    },
    {
      key: "metric",
      header: t("experiments.metric"),
      render: ({ primary_metric }) =>
        primary_metric
          .map(({ metric }) => t(`experiments.metrics.${metric}`))
          .join(", "),
    },
    {
      key: "lift",
      header: t("experiments.lift"),
      isNumber: true,
      render: ({ improvement_percent }) =>
        formatLift(
          improvement_percent === null ? null : improvement_percent / 100,
          locale
        ),
    },
    {
      key: "decision",
      header: t("experiments.decision"),
      render: ({ results }) =>
        results ? <DecisionBadge decision={results.decision} /> : "–",
    },
    {
      key: "started",
      header: t("experiments.started"),
      render: ({ started_at }) =>
        started_at
          ? formatInstant(started_at, locale, timezone)
          : t("experiments.notStarted"),
    },
  ]
  return (
    <SortableTable
      label={t("experiments.title")}
      columns={columns}
      rows={experiments}
      rowKey={({ id }) => id}
    />
  )
}
