import { Text } from "@medusajs/ui"
import { BucketName } from "../../../../components/bucket-name"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import type { ChangedCampaign, ChangesAnswer } from "../../../../lib/api-types"
import { splitRemainder } from "../../../../lib/buckets"
import { formatMoney } from "../../../../lib/format"

const TOTAL = "total"
const FIGURES = [
  "revenue_then",
  "moved_in",
  "moved_out",
  "late",
  "corrected",
  "revenue_now",
] as const

/** From what each campaign had to what it has now, step by step. */
export function ChangedCampaigns({ answer }: { answer: ChangesAnswer }) {
  const { t, locale } = useLocale()
  const { totals, currency } = answer
  const { campaigns, remainder } = splitRemainder(answer.campaigns)
  const columns: Column<ChangedCampaign>[] = [
    {
      key: "name",
      header: t("columns.name.label"),
      isWide: true,
      value: (row) => row.name,
      render: (row) =>
        row.key === TOTAL ? (
          <Text as="span" size="small" weight="plus">
            {t("models.total")}
          </Text>
        ) : (
          <BucketName bucket={row.key} name={row.name} />
        ),
    },
    ...FIGURES.map((figure): Column<ChangedCampaign> => ({
      key: figure,
      header: t(`changes.columns.${figure}.label`),
      meaning: t(`changes.columns.${figure}.meaning`),
      isNumber: true,
      value: (row) => row[figure],
      render: (row) => formatMoney(row[figure], currency, locale),
    })),
  ]
  return (
    <SortableTable
      label={t("changes.title")}
      columns={columns}
      rows={campaigns}
      footer={[...remainder, { ...totals, key: TOTAL, name: "" }]}
      rowKey={(row) => row.key}
      sortKey="changed_sort"
    />
  )
}
