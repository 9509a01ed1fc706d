import { Container, Heading, Text } from "@medusajs/ui"
import { Bar } from "../../../../components/bar"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatMoney, formatShare } from "../../../../lib/format"
import type { NpsBreakdownAnswer } from "../../../../lib/score-types"

type Group = NpsBreakdownAnswer["breakdown"][number]

/** Promoters, passives and detractors, and what they bought. */
export function NpsBreakdown({ breakdown, currency }: NpsBreakdownAnswer) {
  const { t, locale } = useLocale()
  const money = (amount: number | null) => formatMoney(amount, currency, locale)
  const columns: Column<Group>[] = [
    {
      key: "group",
      header: t("nps.group"),
      render: (row) => t(`scores.levels.${row.group}`),
    },
    {
      key: "people",
      header: t("nps.people"),
      isNumber: true,
      render: (row) => formatCount(row.people, locale),
    },
    {
      key: "share",
      header: t("nps.share"),
      render: (row) => (
        <span className="flex items-center gap-x-2">
          <Bar share={row.share} />
          {formatShare(row.share, locale)}
        </span>
      ),
    },
    {
      key: "revenue",
      header: t("nps.revenue"),
      meaning: t("nps.revenueMeaning"),
      isNumber: true,
      render: (row) => money(row.revenue),
    },
    {
      key: "per_buyer",
      header: t("nps.revenuePerBuyer"),
      isNumber: true,
      render: (row) => money(row.revenue_per_buyer),
    },
  ]
  const lost = breakdown.flatMap((row) => row.unconverted)
  return (
    <Container className="p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("nps.breakdown")}
      </Heading>
      <SortableTable
        label={t("nps.breakdown")}
        columns={columns}
        rows={breakdown}
        rowKey={(row) => row.group}
      />
      {lost.length > 0 && (
        <Text size="xsmall" className="text-ui-fg-subtle px-6 py-2">
          {t("nps.unconverted", {
            amounts: lost
              .map((part) => formatMoney(part.revenue, part.currency, locale))
              .join(", "),
          })}
        </Text>
      )}
    </Container>
  )
}
