import { StatusBadge } from "@medusajs/ui"
import type { AnomaliesAnswer } from "../../../../../modules/ad-planning/types/http/forecasts"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { EmptyState } from "../../../../components/states"
import { useAnomalies } from "../../../../hooks/api/forecasts"
import { useLocale } from "../../../../hooks/use-locale"
import { formatDay, formatRatio, formatShare } from "../../../../lib/format"
import { Answer } from "./answer"

type Row = AnomaliesAnswer["anomalies"][number]

/** What left its course, and what that likely means. */
export function AnomaliesView() {
  const { t, locale } = useLocale()
  const change = ({ observed, expected }: Row) =>
    expected > 0 ? observed / expected - 1 : null
  const columns: Column<Row>[] = [
    {
      key: "name",
      header: t("forecasts.campaign"),
      render: (row) => row.name ?? t("forecasts.total"),
    },
    {
      key: "metric",
      header: t("forecasts.metric"),
      render: (row) => t(`forecasts.metrics.${row.metric}`),
    },
    {
      key: "days",
      header: t("forecasts.anomalies.days"),
      value: (row) => row.ends_on,
      render: (row) =>
        `${formatDay(row.starts_on, locale, { hasYear: false })} – ${formatDay(row.ends_on, locale)}`,
    },
    {
      key: "observed",
      header: t("forecasts.anomalies.observed"),
      isNumber: true,
      render: (row) => formatRatio(row.observed, locale),
    },
    {
      key: "expected",
      header: t("forecasts.anomalies.expected"),
      isNumber: true,
      render: (row) => formatRatio(row.expected, locale),
    },
    {
      key: "change",
      header: t("forecasts.anomalies.change"),
      isNumber: true,
      value: change,
      render: (row) =>
        formatShare(change(row), locale, { digits: 0, isSigned: true }),
    },
    {
      key: "cause",
      header: t("forecasts.anomalies.cause"),
      isWide: true,
      render: (row) => t(`forecasts.causes.${row.cause?.kind ?? "unknown"}`),
    },
    {
      key: "state",
      header: t("forecasts.anomalies.state"),
      render: (row) => (
        <StatusBadge color={row.closed_at ? "grey" : "red"}>
          {t(`forecasts.anomalies.${row.closed_at ? "closed" : "open"}`)}
        </StatusBadge>
      ),
    },
  ]
  return (
    <Answer
      title={t("forecasts.anomalies.title")}
      hint={t("forecasts.anomalies.hint")}
      query={useAnomalies()}
    >
      {({ anomalies }) =>
        anomalies.length ? (
          <SortableTable
            label={t("forecasts.anomalies.title")}
            columns={columns}
            rows={anomalies}
            rowKey={(row) => row.id}
            sortKey="anomaly_sort"
          />
        ) : (
          <EmptyState
            title={t("forecasts.anomalies.none.title")}
            hint={t("forecasts.anomalies.none.hint")}
          />
        )
      }
    </Answer>
  )
}
