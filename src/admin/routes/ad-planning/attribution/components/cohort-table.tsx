import { Text } from "@medusajs/ui"
import { BucketName } from "../../../../components/bucket-name"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import type { Cohort, CohortsAnswer } from "../../../../lib/api-types"
import { splitRemainder } from "../../../../lib/buckets"
import { formatCount, formatDays, formatMoney } from "../../../../lib/format"

const TOTAL = "total"
const WINDOWS = [30, 90, 365] as const

/** A row per campaign: what its buyers cost, and what they are worth since. */
export function CohortTable({ answer }: { answer: CohortsAnswer }) {
  const { t, locale } = useLocale()
  const { totals, currency } = answer
  const { campaigns, remainder } = splitRemainder(answer.cohorts)
  const money = (amount: number | null) => formatMoney(amount, currency, locale)
  const column = (
    key: "new_customers" | "spend" | "cac" | "first_order_value",
    write: (value: number | null) => string
  ): Column<Cohort> => ({
    key,
    header: t(`cohorts.columns.${key}.label`),
    meaning: t(`cohorts.columns.${key}.meaning`),
    isNumber: true,
    value: (row) => row[key],
    render: (row) => write(row[key]),
  })
  const columns: Column<Cohort>[] = [
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
    column("new_customers", (value) => formatCount(value, locale)),
    column("spend", money),
    column("cac", money),
    column("first_order_value", money),
    ...WINDOWS.map((days): Column<Cohort> => ({
      key: `value_${days}`,
      header: formatDays(days, locale),
      meaning: t("cohorts.columns.value", { days: formatDays(days, locale) }),
      isNumber: true,
      value: (row) => row[`value_${days}`],
      render: (row) => (
        <span className="flex flex-col items-end leading-tight">
          <span>{money(row[`value_${days}`])}</span>
          <Text as="span" size="xsmall" className="text-ui-fg-subtle">
            {t("cohorts.buyers", {
              buyers: formatCount(row[`buyers_${days}`], locale),
            })}
          </Text>
        </span>
      ),
    })),
    {
      key: "payback_days",
      header: t("cohorts.columns.payback.label"),
      meaning: t("cohorts.columns.payback.meaning"),
      isNumber: true,
      value: (row) => row.payback_days,
      render: (row) => <Payback of={row} />,
    },
  ]
  return (
    <SortableTable
      label={t("cohorts.title")}
      columns={columns}
      rows={campaigns}
      footer={[
        // What is no campaign has no spend, not one of 0.
        ...remainder.map((row) => ({ ...row, spend: null, cac: null })),
        { ...totals, key: TOTAL, name: TOTAL },
      ]}
      rowKey={(row) => row.key}
      sortKey="cohorts_sort"
    />
  )
}

/** Not yet is said with how long was waited; without a cost there is nothing to pay back. */
function Payback({ of: row }: { of: Cohort }) {
  const { t, locale } = useLocale()
  if (row.is_paid_back === null) {
    return "–"
  }
  return row.payback_days === null ? (
    <span className="text-ui-fg-subtle">
      {t("cohorts.notYet", {
        time: formatDays(row.observed_days ?? 0, locale),
      })}
    </span>
  ) : (
    formatDays(row.payback_days, locale)
  )
}
