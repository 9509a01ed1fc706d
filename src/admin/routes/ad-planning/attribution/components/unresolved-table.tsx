import { Badge, Button, Text } from "@medusajs/ui"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { Truncated } from "../../../../components/truncated"
import { useLocale } from "../../../../hooks/use-locale"
import type { AliasAnswer, UnresolvedValue } from "../../../../lib/api-types"
import { formatCount, formatMoney } from "../../../../lib/format"
import { aliasOf, unresolvedKey } from "../../../../lib/unresolved-value"
import { Suggestions } from "./suggestions"

interface UnresolvedTableProps {
  values: UnresolvedValue[]
  currency: string
  onSettled: (settled: AliasAnswer) => void
  onAssign: (value: UnresolvedValue) => void
  onCreate: (value: UnresolvedValue) => void
}

/** What no campaign is known for, the most revenue first. */
export function UnresolvedTable(props: UnresolvedTableProps) {
  const { values, currency, onSettled, onAssign, onCreate } = props
  const { t, locale } = useLocale()
  const count = (value: number) => formatCount(value, locale)
  const columns: Column<UnresolvedValue>[] = [
    {
      key: "value",
      header: t("unresolved.columns.value"),
      render: (value) => <Value value={value} />,
    },
    {
      key: "suggestions",
      header: t("unresolved.columns.suggestions.label"),
      meaning: t("unresolved.columns.suggestions.meaning"),
      isWide: true,
      render: (value) => (
        <Suggestions value={value} currency={currency} onSettled={onSettled} />
      ),
    },
    {
      key: "sessions",
      header: t("unresolved.columns.sessions"),
      isNumber: true,
      value: (value) => value.sessions,
      render: (value) => count(value.sessions),
    },
    {
      key: "purchases",
      header: t("columns.purchases.label"),
      isNumber: true,
      value: (value) => value.purchases,
      render: (value) => count(value.purchases),
    },
    {
      key: "revenue",
      header: t("unresolved.columns.revenue.label"),
      meaning: t("unresolved.columns.revenue.meaning"),
      isNumber: true,
      value: (value) => value.revenue,
      render: (value) => formatMoney(value.revenue, currency, locale),
    },
    {
      key: "assign",
      header: "",
      isNumber: true,
      render: (value) =>
        aliasOf(value) && (
          <div className="flex justify-end gap-x-2">
            <Button
              size="small"
              variant="transparent"
              onClick={() => onCreate(value)}
            >
              {t("spend.campaigns.create")}
            </Button>
            <Button
              size="small"
              variant="secondary"
              aria-label={t("unresolved.assignValue", {
                value: aliasOf(value)?.value,
              })}
              onClick={() => onAssign(value)}
            >
              {t("unresolved.assign")}
            </Button>
          </div>
        ),
    },
  ]
  return (
    <SortableTable
      label={t("unresolved.title")}
      columns={columns}
      rows={values}
      rowKey={unresolvedKey}
      sortKey="unresolved_sort"
    />
  )
}

function Value({ value }: { value: UnresolvedValue }) {
  const { t } = useLocale()
  const alias = aliasOf(value)
  const from = [value.utm_source, value.platform, value.website_id]
    .filter(Boolean)
    .join(" · ")
  return (
    <span className="flex flex-col py-1.5 leading-tight">
      <span className="flex items-center gap-x-2">
        {alias ? (
          <Truncated text={alias.value} max={32} />
        ) : (
          t("unresolved.clicks")
        )}
        {alias?.kind === "utm_id" && <Badge size="2xsmall">utm_id</Badge>}
      </span>
      <Text as="span" size="xsmall" className="text-ui-fg-subtle">
        <Truncated text={from} max={40} />
      </Text>
      {value.is_unreplaced_macro && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {t("reasons.macro")}
        </Text>
      )}
      {value.unresolved_reason === "ambiguous" && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {t("reasons.ambiguous")}
        </Text>
      )}
    </span>
  )
}
