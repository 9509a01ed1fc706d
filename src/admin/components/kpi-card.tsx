import { InformationCircleSolid } from "@medusajs/icons"
import { Skeleton, Text, Tooltip } from "@medusajs/ui"
import { Delta } from "./delta"

interface KpiCardProps {
  label: string
  /** What the figure means, shown on hover and focus. */
  meaning: string
  value: string
  former: string | null
  change: number | null
  better: "more" | "less" | "none"
}

/** One figure with its change. */
export function KpiCard(props: KpiCardProps) {
  const { label, meaning, value, former, change, better } = props
  return (
    <div className="bg-ui-bg-base flex min-w-0 flex-col gap-y-1 px-6 py-4">
      <div className="flex items-center gap-x-1">
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {label}
        </Text>
        <Tooltip content={meaning} maxWidth={280}>
          <button
            type="button"
            aria-label={`${label}: ${meaning}`}
            className="text-ui-fg-subtle focus-visible:shadow-borders-focus rounded-full outline-none"
          >
            <InformationCircleSolid />
          </button>
        </Tooltip>
      </div>
      <Text
        size="xlarge"
        weight="plus"
        leading="compact"
        className="truncate tabular-nums"
        title={value}
        data-testid={`kpi-${label}`}
      >
        {value}
      </Text>
      <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
        {former === null ? (
          " "
        ) : (
          <>
            <Delta change={change} better={better} /> {former}
          </>
        )}
      </Text>
    </div>
  )
}

export function KpiCardSkeleton() {
  return (
    <div className="bg-ui-bg-base flex flex-col gap-y-1 px-6 py-4">
      <Skeleton className="h-4 w-20" />
      <Skeleton className="h-7 w-28" />
      <Skeleton className="h-3 w-24" />
    </div>
  )
}
