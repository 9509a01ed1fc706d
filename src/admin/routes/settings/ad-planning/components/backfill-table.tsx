import { Container, Heading, StatusBadge } from "@medusajs/ui"
import { Pages } from "../../../../components/pages"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { EmptyState } from "../../../../components/states"
import { Truncated } from "../../../../components/truncated"
import { useLocale } from "../../../../hooks/use-locale"
import type { BackfillRun, BackfillsAnswer } from "../../../../lib/api-types"
import {
  formatCount,
  formatDuration,
  formatInstant,
} from "../../../../lib/format"

const COLOURS = {
  running: "blue",
  completed: "green",
  failed: "red",
  canceled: "grey",
} as const

const SECOND_MS = 1_000
const MAX_NAMES = 24
const MAX_ERROR = 40

interface BackfillTableProps {
  page: BackfillsAnswer
  timezone?: string
  onMove: (offset: number) => void
}

/** The runs that were, the newest first. */
export function BackfillTable(props: BackfillTableProps) {
  const { page, timezone, onMove } = props
  const { t } = useLocale()
  const columns = useColumns(timezone)
  return (
    <Container className="p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("backfill.history")}
      </Heading>
      {page.count === 0 ? (
        <EmptyState
          title={t("backfill.empty")}
          hint={t("backfill.emptyHint")}
        />
      ) : (
        <SortableTable
          label={t("backfill.history")}
          columns={columns}
          rows={page.backfill_runs}
          rowKey={(run) => run.id}
        />
      )}
      {page.count > page.limit && <Pages page={page} onMove={onMove} />}
    </Container>
  )
}

function useColumns(timezone?: string): Column<BackfillRun>[] {
  const { t, locale } = useLocale()
  const instant = (value: string) => formatInstant(value, locale, timezone)
  return [
    {
      key: "started",
      header: t("backfill.column.started"),
      render: (run) => instant(run.started_at),
    },
    {
      key: "status",
      header: t("backfill.column.status"),
      render: (run) => (
        <span className="flex flex-col gap-y-1 py-1">
          <StatusBadge color={COLOURS[run.status]} className="self-start">
            {t(`backfill.status.${run.status}`)}
          </StatusBadge>
          {run.last_error && (
            <Truncated text={run.last_error} max={MAX_ERROR} />
          )}
        </span>
      ),
    },
    {
      key: "sources",
      header: t("backfill.column.sources"),
      render: (run) => (
        <Truncated
          max={MAX_NAMES}
          text={run.sources.map((source) => t(`sources.${source}`)).join(", ")}
        />
      ),
    },
    {
      key: "read",
      header: t("backfill.column.read"),
      isNumber: true,
      render: (run) => formatCount(run.rows_read, locale),
    },
    {
      key: "written",
      header: t("backfill.column.written"),
      isNumber: true,
      render: (run) => formatCount(run.rows_written, locale),
    },
    {
      key: "rate",
      header: t("backfill.column.rate"),
      isNumber: true,
      render: (run) =>
        formatCount(
          run.rows_per_second === null ? null : Math.round(run.rows_per_second),
          locale
        ),
    },
    {
      key: "took",
      header: t("backfill.column.took"),
      isNumber: true,
      render: (run) => formatDuration(secondsOf(run), locale),
    },
  ]
}

function secondsOf({ started_at, finished_at }: BackfillRun): number | null {
  return finished_at
    ? (Date.parse(finished_at) - Date.parse(started_at)) / SECOND_MS
    : null
}
