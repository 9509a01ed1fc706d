import { EmptyState } from "../../../../components/states"
import { useLocale } from "../../../../hooks/use-locale"

interface NobodyProps {
  event: string | undefined
  /** There is somebody, but their windows are not over. */
  isUnfinished: boolean
}

/** Why there is nothing to count, and what to change. */
export function Nobody({ event, isUnfinished }: NobodyProps) {
  const { t } = useLocale()
  return isUnfinished ? (
    <EmptyState
      title={t("journeys.allUnfinished")}
      hint={t("journeys.allUnfinishedHint")}
    />
  ) : (
    <EmptyState
      title={t("journeys.empty", { name: t(`events.${event}`) })}
      hint={t("journeys.emptyHint")}
    />
  )
}
