import { clx, Text, toast } from "@medusajs/ui"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useRfm, useSaveSegment } from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatMoney } from "../../../../lib/format"
import type { RfmAnswer } from "../../../../lib/segment-types"
import { RfmGroups } from "./rfm-groups"

type Rfm = RfmAnswer["rfm"]

const SCORES = [5, 4, 3, 2, 1]

/** Buyers by how recently, how often and for how much they bought. */
export function RfmGrid() {
  const { t } = useLocale()
  const { data, error, refetch } = useRfm()
  const { mutate } = useSaveSegment()
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />
  }
  if (!data) {
    return <TableSkeleton />
  }
  if (data.rfm.people === 0) {
    return <EmptyState title={t("segments.rfm.empty")} hint="" />
  }
  const make = (group: string) =>
    mutate(
      {
        name: t(`segments.rfm.groups.${group}`),
        criteria: {
          version: 1,
          combinator: "and",
          rules: [{ field: "rfm.group", operator: "=", value: group }],
        },
      },
      {
        onSuccess: ({ name }) => toast.success(t("segments.saved", { name })),
        onError: (failure) => toast.error(failure.message),
      }
    )
  return (
    <div className="flex flex-col gap-y-6 pb-6">
      <Text size="small" className="text-ui-fg-subtle px-6">
        {t("segments.rfm.text")}
      </Text>
      <Grid rfm={data.rfm} onChoose={make} />
      <RfmGroups rfm={data.rfm} onChoose={make} />
    </div>
  )
}

interface GridProps {
  rfm: Rfm
  onChoose: (group: string) => void
}

function Grid({ rfm, onChoose }: GridProps) {
  const { t, locale } = useLocale()
  const most = Math.max(...rfm.cells.map(({ people }) => people))
  return (
    <div className="overflow-x-auto px-6">
      <div className="grid min-w-[720px] grid-cols-[auto_repeat(5,1fr)] gap-1">
        {SCORES.map((r) => [
          <Text key={r} size="xsmall" className="self-center pr-2">
            {t("segments.rfm.recency", { score: r })}
          </Text>,
          ...rfm.cells
            .filter((cell) => cell.r === r)
            .map((cell) => (
              <button
                key={`${r}-${cell.v}`}
                type="button"
                onClick={() => onChoose(cell.group)}
                title={t("segments.rfm.make")}
                style={{ opacity: 0.45 + (0.55 * cell.people) / (most || 1) }}
                className={clx(
                  "bg-ui-tag-blue-bg border-ui-tag-blue-border rounded border p-2 text-left",
                  "focus-visible:shadow-borders-focus outline-none"
                )}
              >
                <span className="txt-compact-xsmall block">
                  {t(`segments.rfm.groups.${cell.group}`)}
                </span>
                <span className="txt-compact-medium-plus block tabular-nums">
                  {formatCount(cell.people, locale)}
                </span>
                <span className="txt-compact-xsmall block tabular-nums">
                  {rfm.currency
                    ? formatMoney(cell.revenue, rfm.currency, locale, {
                        isCompact: true,
                      })
                    : "–"}
                </span>
              </button>
            )),
        ])}
        <span />
        {SCORES.toReversed().map((v) => (
          <Text key={v} size="xsmall" className="text-center">
            {t("segments.rfm.value", { score: v })}
          </Text>
        ))}
      </div>
    </div>
  )
}
