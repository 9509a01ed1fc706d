import { Badge } from "@medusajs/ui"
import { Pages } from "../../../../components/pages"
import {
  type Column,
  SortableTable,
} from "../../../../components/sortable-table"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { Truncated } from "../../../../components/truncated"
import { useHealth } from "../../../../hooks/api/reports"
import { useSegments } from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatInstant, formatMoney } from "../../../../lib/format"
import type { Segment } from "../../../../lib/segment-types"

const PAGE_SIZE = 20

interface SegmentListProps {
  offset: number
  onMove: (offset: number) => void
  onOpen: (id: string) => void
}

/** Every segment: how large it is, how it grows, and what its members spent. */
export function SegmentList({ offset, onMove, onOpen }: SegmentListProps) {
  const { t } = useLocale()
  const { data, error, refetch } = useSegments({ limit: PAGE_SIZE, offset })
  const columns = useColumns(onOpen)
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />
  }
  if (!data) {
    return <TableSkeleton />
  }
  if (data.count === 0) {
    return (
      <EmptyState title={t("segments.empty")} hint={t("segments.emptyHint")} />
    )
  }
  return (
    <>
      <SortableTable
        label={t("segments.title")}
        columns={columns}
        rows={data.segments}
        rowKey={(segment) => segment.id}
      />
      {data.count > PAGE_SIZE && <Pages page={data} onMove={onMove} />}
    </>
  )
}

function useColumns(onOpen: (id: string) => void): Column<Segment>[] {
  const { t, locale } = useLocale()
  const timezone = useHealth().data?.health.settings.timezone
  return [
    {
      key: "name",
      header: t("segments.name"),
      isWide: true,
      value: ({ name }) => name,
      render: (segment) => (
        <span className="flex items-center gap-x-2">
          <button
            type="button"
            onClick={() => onOpen(segment.id)}
            className="text-ui-fg-base focus-visible:shadow-borders-focus hover:text-ui-fg-subtle rounded underline underline-offset-2 outline-none"
          >
            <Truncated text={segment.name} max={36} isInButton />
          </button>
          {segment.sync_customer_group && (
            <Badge size="2xsmall" color="blue">
              {t("segments.synced")}
            </Badge>
          )}
          {segment.last_error && (
            <Badge size="2xsmall" color="red">
              {t("segments.failed")}
            </Badge>
          )}
          {!segment.is_active && (
            <Badge size="2xsmall">{t("segments.inactive")}</Badge>
          )}
        </span>
      ),
    },
    {
      key: "size",
      header: t("segments.size"),
      isNumber: true,
      value: (segment) => segment.customer_count,
      render: (segment) => formatCount(segment.customer_count, locale),
    },
    {
      key: "change",
      header: t("segments.change"),
      isNumber: true,
      value: (segment) => segment.change_30_days,
      render: (segment) =>
        formatCount(segment.change_30_days, locale, { isSigned: true }),
    },
    {
      key: "revenue",
      header: t("segments.revenue"),
      meaning: t("segments.revenueMeaning"),
      isNumber: true,
      value: ({ revenue }) => revenue?.[0]?.value ?? null,
      render: ({ revenue }) =>
        revenue
          ?.map(({ value, currency }) => formatMoney(value, currency, locale))
          .join(" + ") || "–",
    },
    {
      key: "calculated",
      header: t("segments.calculated"),
      value: (segment) => segment.last_calculated_at,
      render: ({ last_calculated_at: at }) =>
        at ? formatInstant(at, locale, timezone) : t("segments.never"),
    },
  ]
}
