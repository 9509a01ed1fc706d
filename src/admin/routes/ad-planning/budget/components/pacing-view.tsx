import { StatusBadge } from "@medusajs/ui"
import type { PacingAnswer } from "../../../../../modules/ad-planning/types/http/forecasts"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { EmptyState } from "../../../../components/states"
import { usePacing } from "../../../../hooks/api/forecasts"
import { useLocale } from "../../../../hooks/use-locale"
import { formatMoney, formatShare } from "../../../../lib/format"
import { Answer } from "./answer"

type Row = PacingAnswer["pacing"][number]

const BAND_COLOURS = {
  far_under: "red",
  under: "orange",
  on_pace: "green",
  over: "orange",
  far_over: "red",
} as const

/** Where each campaign's month is heading, by its budget. */
export function PacingView() {
  const { t, locale } = useLocale()
  const query = usePacing()
  const money = (value: number | null) =>
    formatMoney(value, query.data?.currency ?? "eur", locale)
  const amount = (
    key: "budget" | "spent_to_date" | "projected" | "daily_left"
  ): Column<Row> => ({
    key,
    header: t(`forecasts.pacing.columns.${key}`),
    isNumber: true,
    value: (row) => row[key],
    render: (row) => money(row[key]),
  })
  const columns: Column<Row>[] = [
    {
      key: "name",
      header: t("forecasts.campaign"),
      isWide: true,
      value: (row) => row.name,
      render: (row) => row.name,
    },
    {
      key: "month",
      header: t("forecasts.pacing.columns.month"),
      value: (row) => row.month,
      render: (row) => row.month,
    },
    amount("budget"),
    amount("spent_to_date"),
    amount("projected"),
    {
      key: "share",
      header: t("forecasts.pacing.columns.share"),
      isNumber: true,
      value: (row) => row.projected_share,
      render: (row) => formatShare(row.projected_share, locale, { digits: 0 }),
    },
    amount("daily_left"),
    {
      key: "band",
      header: t("forecasts.pacing.columns.band"),
      render: (row) =>
        row.band ? (
          <StatusBadge color={BAND_COLOURS[row.band]}>
            {t(`forecasts.bands.${row.band}`)}
          </StatusBadge>
        ) : (
          t("forecasts.pacing.noBudget")
        ),
    },
  ]
  return (
    <Answer
      title={t("forecasts.pacing.title")}
      hint={t("forecasts.pacing.hint")}
      query={query}
    >
      {({ pacing }) =>
        pacing.length ? (
          <SortableTable
            label={t("forecasts.pacing.title")}
            columns={columns}
            rows={pacing}
            rowKey={(row) => `${row.month} ${row.ad_campaign_id}`}
            sortKey="pacing_sort"
          />
        ) : (
          <EmptyState
            title={t("forecasts.pacing.none.title")}
            hint={t("forecasts.pacing.none.hint")}
          />
        )
      }
    </Answer>
  )
}
