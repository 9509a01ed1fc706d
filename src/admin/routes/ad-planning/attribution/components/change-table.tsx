import { BucketName } from "../../../../components/bucket-name"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { Truncated } from "../../../../components/truncated"
import { useUserName } from "../../../../hooks/api/users"
import { useLocale } from "../../../../hooks/use-locale"
import type { ChangesAnswer } from "../../../../lib/api-types"
import { formatCount, formatDay, formatMoney } from "../../../../lib/format"

type Change = ChangesAnswer["changes"][number]

interface ChangeTableProps {
  changes: Change[]
  currency: string
}

/** What moved revenue, day by day, and who did it. */
export function ChangeTable({ changes, currency }: ChangeTableProps) {
  const { t, locale } = useLocale()
  const userName = useUserName()
  const columns: Column<Change>[] = [
    {
      key: "day",
      header: t("changes.columns.day"),
      value: (change) => change.day,
      render: (change) => formatDay(change.day, locale),
    },
    {
      key: "cause",
      header: t("changes.columns.cause"),
      render: (change) => (
        <span className="flex items-center gap-x-2">
          {t(`causes.${change.cause}`)}
          {change.actor_id && (
            <span className="text-ui-fg-subtle">
              <Truncated text={userName(change.actor_id)} max={24} />
            </span>
          )}
        </span>
      ),
    },
    {
      key: "from",
      header: t("changes.columns.from"),
      render: (change) => (
        <BucketName bucket={change.from_key} name={change.from_name} />
      ),
    },
    {
      key: "to",
      header: t("changes.columns.to"),
      isWide: true,
      render: (change) => (
        <BucketName bucket={change.to_key} name={change.to_name} />
      ),
    },
    {
      key: "purchases",
      header: t("columns.purchases.label"),
      isNumber: true,
      value: (change) => change.purchases,
      render: (change) => formatCount(change.purchases, locale),
    },
    {
      key: "revenue",
      header: t("columns.revenue.label"),
      isNumber: true,
      value: (change) => change.revenue,
      render: (change) => formatMoney(change.revenue, currency, locale),
    },
  ]
  return (
    <SortableTable
      label={t("changes.list")}
      columns={columns}
      rows={changes}
      rowKey={(change) =>
        JSON.stringify([
          change.day,
          change.cause,
          change.actor_id,
          change.from_key,
          change.to_key,
        ])
      }
      sortKey="changes_sort"
    />
  )
}
