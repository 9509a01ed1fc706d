import { Text } from "@medusajs/ui"
import { BucketName } from "../../../../components/bucket-name"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import type { ClaimedAnswer, ClaimedCampaign } from "../../../../lib/api-types"
import { formatCount, formatMoney, formatRatio } from "../../../../lib/format"

const TOTAL = "total"

/** A row per campaign, what is claimed beside what is counted. */
export function ClaimedTable({ answer }: { answer: ClaimedAnswer }) {
  const { t, locale } = useLocale()
  const { campaigns, totals, currency } = answer
  const money = (amount: number | null) => formatMoney(amount, currency, locale)
  const count = (value: number | null) => formatCount(value, locale)
  const ratio = (value: number | null) => formatRatio(value, locale)
  const column = (
    key:
      | "spend"
      | "claimed_conversions"
      | "conversions"
      | "conversions_ratio"
      | "claimed_value"
      | "revenue"
      | "value_ratio",
    write: (value: number | null) => string
  ): Column<ClaimedCampaign> => ({
    key,
    header: t(`claimed.columns.${key}.label`),
    meaning: t(`claimed.columns.${key}.meaning`),
    isNumber: true,
    value: (row) => row[key],
    render: (row) => write(row[key]),
  })
  const columns: Column<ClaimedCampaign>[] = [
    {
      key: "name",
      header: t("columns.name.label"),
      isWide: true,
      value: (row) => row.name,
      render: (row) => <Name row={row} />,
    },
    column("spend", money),
    column("claimed_conversions", count),
    column("conversions", count),
    column("conversions_ratio", ratio),
    column("claimed_value", money),
    column("revenue", money),
    column("value_ratio", ratio),
  ]
  return (
    <SortableTable
      label={t("claimed.title")}
      columns={columns}
      rows={campaigns}
      footer={[
        {
          ...totals,
          ad_campaign_id: TOTAL,
          name: TOTAL,
          platform: null,
          attribution_window: null,
          includes_view_through: null,
          timezone: null,
        },
      ]}
      rowKey={(row) => row.ad_campaign_id}
      sortKey="claimed_sort"
    />
  )
}

function Name({ row }: { row: ClaimedCampaign }) {
  const { t } = useLocale()
  if (row.ad_campaign_id === TOTAL) {
    return (
      <Text as="span" size="small" weight="plus">
        {t("models.total")}
      </Text>
    )
  }
  const terms = [
    row.attribution_window,
    row.includes_view_through !== null &&
      t(`claimed.viewThrough.${row.includes_view_through}`),
    row.timezone,
  ].filter(Boolean)
  return (
    <span className="flex flex-col leading-tight">
      <BucketName bucket={row.ad_campaign_id} name={row.name} />
      {terms.length > 0 && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {terms.join(" · ")}
        </Text>
      )}
    </span>
  )
}
