import {
  type Column,
  SortableTable,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatMoney } from "../../../../lib/format"
import type { RfmAnswer } from "../../../../lib/segment-types"

type Rfm = RfmAnswer["rfm"]
type Group = Rfm["groups"][number]

interface RfmGroupsProps {
  rfm: Rfm
  onChoose: (group: string) => void
}

/** The named groups: people, revenue, and how they moved in 30 days. */
export function RfmGroups({ rfm, onChoose }: RfmGroupsProps) {
  const { t, locale } = useLocale()
  const columns: Column<Group>[] = [
    {
      key: "group",
      header: t("segments.rfm.group"),
      isWide: true,
      render: ({ group }) => (
        <button
          type="button"
          onClick={() => onChoose(group)}
          className="focus-visible:shadow-borders-focus rounded underline underline-offset-2 outline-none"
        >
          {t(`segments.rfm.groups.${group}`)}
        </button>
      ),
    },
    {
      key: "people",
      header: t("segments.size"),
      isNumber: true,
      value: ({ people }) => people,
      render: ({ people }) => formatCount(people, locale),
    },
    {
      key: "change",
      header: t("segments.change"),
      isNumber: true,
      value: ({ change }) => change,
      render: ({ change }) => formatCount(change, locale, { isSigned: true }),
    },
    {
      key: "revenue",
      header: t("segments.revenue"),
      isNumber: true,
      value: ({ revenue }) => revenue,
      render: ({ revenue }) =>
        rfm.currency ? formatMoney(revenue, rfm.currency, locale) : "–",
    },
  ]
  return (
    <SortableTable
      label={t("segments.tabs.rfm")}
      columns={columns}
      rows={rfm.groups}
      rowKey={({ group }) => group}
      sortKey="rfm"
    />
  )
}
