import { Heading, Text } from "@medusajs/ui"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { Truncated } from "../../../../components/truncated"
import { useLocale } from "../../../../hooks/use-locale"
import type { FunnelPart, FunnelStep } from "../../../../lib/api-types"
import { formatCount, formatShare } from "../../../../lib/format"

/** What the answer has for those of whom it is not known. */
const WITHOUT = ["(no campaign)", "(unknown)"]

interface FunnelBreakdownTableProps {
  parts: FunnelPart[]
  steps: FunnelStep[]
}

/** The same funnel per part: every step with its share of those who entered. */
export function FunnelBreakdownTable(props: FunnelBreakdownTableProps) {
  const { parts, steps } = props
  const { t, locale } = useLocale()
  const nameOf = ({ key, name }: FunnelPart) =>
    WITHOUT.includes(key) ? t(`funnel.without.${key}`) : name
  const columns: Column<FunnelPart>[] = [
    {
      key: "part",
      header: t("funnel.part"),
      value: (part) => nameOf(part),
      render: (part) => <Truncated text={nameOf(part)} />,
    },
    ...steps.map(({ name }, index): Column<FunnelPart> => ({
      key: `step-${index + 1}`,
      header: `${index + 1} ${t(`events.${name}`)}`,
      isNumber: true,
      value: (part) => part.steps[index]?.count ?? null,
      render: (part) => (
        <span className="flex flex-col items-end leading-tight">
          <span>{formatCount(part.steps[index]?.count, locale)}</span>
          {index > 0 && (
            <Text as="span" size="xsmall" className="text-ui-fg-subtle">
              {formatShare(part.steps[index]?.rate_from_first, locale)}
            </Text>
          )}
        </span>
      ),
    })),
  ]
  return (
    <section className="border-ui-border-base border-t">
      <div className="px-6 py-4">
        <Heading level="h2">{t("funnel.parts")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("funnel.partsText")}
        </Text>
      </div>
      <SortableTable
        label={t("funnel.parts")}
        columns={columns}
        rows={parts}
        rowKey={(part) => part.key}
        sortKey="parts_sort"
      />
    </section>
  )
}
