import { Text } from "@medusajs/ui"
import { ScoreBadge } from "../../../components/scores/score-badge"
import { scoreText } from "../../../components/scores/score-value"
import { SortableTable, type Column } from "../../../components/sortable-table"
import { TextLink } from "../../../components/text-link"
import { useHealth } from "../../../hooks/api/reports"
import { useLocale } from "../../../hooks/use-locale"
import { formatCount, formatInstant, formatMoney } from "../../../lib/format"
import { nameOf, type Customer } from "../../../lib/score-types"
import { profilePath } from "../../../lib/timeline"
import { SCORE_TYPES } from "../../../../modules/ad-planning/types/scores"

/** Customers with what they bought and their scores. */
export function CustomerTable({ customers }: { customers: Customer[] }) {
  const { t, locale } = useLocale()
  const settings = useHealth().data?.health.settings
  const columns: Column<Customer>[] = [
    {
      key: "name",
      header: t("customers.name"),
      isWide: true,
      render: (row) => (
        <div className="flex flex-col py-1">
          <TextLink to={profilePath(row.person_id)}>
            {nameOf(row.person, row.person_id)}
          </TextLink>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {[row.country?.toUpperCase(), ...row.tags]
              .filter((part) => part)
              .join(" · ")}
          </Text>
        </div>
      ),
    },
    {
      key: "orders",
      header: t("customers.orders"),
      isNumber: true,
      render: (row) => formatCount(row.orders.count, locale),
    },
    {
      key: "net",
      header: t("customers.revenue"),
      isNumber: true,
      render: (row) =>
        row.orders.by_currency
          .map((part) => formatMoney(part.net_value, part.currency, locale))
          .join(" + ") || "–",
    },
    {
      key: "last",
      header: t("customers.lastOrder"),
      render: (row) =>
        row.orders.last_at
          ? formatInstant(row.orders.last_at, locale, settings?.timezone)
          : "–",
    },
    ...SCORE_TYPES.map((type): Column<Customer> => ({
      key: type,
      header: t(`scores.types.${type}`),
      meaning: t(`scores.meanings.${type}`),
      isNumber: true,
      render: ({ scores }) => {
        const score = scores[type]
        return score ? (
          <span className="flex items-center justify-end gap-x-2">
            <ScoreBadge type={type} level={score.level} />
            {scoreText(type, score.value, locale, settings?.reporting_currency)}
          </span>
        ) : (
          "–"
        )
      },
    })),
  ]
  return (
    <SortableTable
      label={t("customers.title")}
      columns={columns}
      rows={customers}
      rowKey={(row) => row.person_id}
    />
  )
}
