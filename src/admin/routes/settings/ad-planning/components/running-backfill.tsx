import { Button, Heading, Text, toast, usePrompt } from "@medusajs/ui"
import { useId } from "react"
import { useCancelBackfill } from "../../../../hooks/api/backfill"
import { useLocale } from "../../../../hooks/use-locale"
import type { BackfillRun } from "../../../../lib/api-types"
import { formatCount, formatDuration } from "../../../../lib/format"

/** How far a run is, how fast, how long it takes, and a way to stop it. */
export function RunningBackfill({ run }: { run: BackfillRun }) {
  const { t } = useLocale()
  const confirm = usePrompt()
  const { mutate, isPending } = useCancelBackfill()
  const cancel = async () => {
    const isSure = await confirm({
      title: t("backfill.cancelTitle"),
      description: t("backfill.cancelText"),
      confirmText: t("backfill.cancelConfirm"),
      cancelText: t("backfill.cancelBack"),
    })
    if (isSure) {
      mutate(run.id, {
        onSuccess: () => toast.success(t("backfill.canceled")),
        onError: (error) => toast.error(error.message),
      })
    }
  }
  return (
    <div className="flex max-w-[640px] flex-col gap-y-4">
      <div className="flex items-center justify-between gap-x-4">
        <Heading level="h2">{t("backfill.runningTitle")}</Heading>
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={cancel}
        >
          {t("backfill.cancel")}
        </Button>
      </div>
      <ProgressBar run={run} />
      <Figures run={run} />
      {run.last_error && (
        <div role="alert" className="flex flex-col gap-y-1">
          <Text size="small" weight="plus">
            {t("backfill.failed")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle break-words">
            {run.last_error}
          </Text>
        </div>
      )}
    </div>
  )
}

function ProgressBar({ run }: { run: BackfillRun }) {
  const { t } = useLocale()
  const label = useId()
  const { rows_total: total, rows_read: read } = run
  const percent = total ? Math.min(100, (100 * read) / total) : 0
  const name = run.source ? t(`sources.${run.source}`) : null
  return (
    <div className="flex flex-col gap-y-2">
      <Text id={label} size="small" className="text-ui-fg-subtle">
        {name ? t("backfill.reading", { name }) : t("backfill.counting")}
      </Text>
      <div
        role="progressbar"
        aria-labelledby={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={total === null ? undefined : Math.round(percent)}
        className="bg-ui-bg-subtle-pressed h-2 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-fg-interactive h-full rounded-full transition-[width]"
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  )
}

function Figures({ run }: { run: BackfillRun }) {
  const { t, locale } = useLocale()
  const { rows_total, rows_per_second, seconds_left } = run
  const read = formatCount(run.rows_read, locale)
  const figures = [
    rows_total === null
      ? t("backfill.rowsUncounted", { read })
      : t("backfill.rows", { read, total: formatCount(rows_total, locale) }),
    t("backfill.written", { rows: formatCount(run.rows_written, locale) }),
    rows_per_second !== null &&
      t("backfill.rate", {
        rows: formatCount(Math.round(rows_per_second), locale),
      }),
    seconds_left !== null &&
      t("backfill.left", { time: formatDuration(seconds_left, locale) }),
  ].filter(Boolean)
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 tabular-nums">
      {figures.map((figure) => (
        <li key={`${figure}`} className="txt-compact-small text-ui-fg-subtle">
          {figure}
        </li>
      ))}
    </ul>
  )
}
