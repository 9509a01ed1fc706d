import { Container, Heading, Text } from "@medusajs/ui"
import { JOURNEY_EVENT_TYPES } from "../../../../../modules/ad-planning/types/enums"
import { PATH_DIRECTIONS } from "../../../../../modules/ad-planning/types/journeys"
import { Choice } from "../../../../components/date-range-picker"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import { usePaths } from "../../../../hooks/api/journeys"
import type { JourneyChoiceState } from "../../../../hooks/use-journey-choice"
import { useLocale } from "../../../../hooks/use-locale"
import type { PathsAnswer } from "../../../../lib/api-types"
import type { DateRange } from "../../../../lib/date-range"
import { STEP_COUNTS } from "../../../../lib/journey-choice"
import { Nobody } from "./nobody"
import { PathFlow } from "./path-flow"
import { PathTable } from "./path-table"
import { Unfinished } from "./unfinished"
import { WindowChoice } from "./window-choice"

interface PathsViewProps {
  choice: JourneyChoiceState
  period: DateRange
}

/** What people do after an event, or did before it. */
export function PathsView({ choice, period }: PathsViewProps) {
  const { t } = useLocale()
  const { event, direction, max_steps, window_days } = choice
  const { data, error, refetch } = usePaths({
    ...period,
    event,
    direction,
    max_steps,
    window_days,
  })
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-end gap-2 px-6 py-4">
        <Choice
          label={t("paths.direction")}
          value={direction}
          options={PATH_DIRECTIONS}
          textOf={(value) => t(`paths.directions.${value}`)}
          onChange={(value) => choice.set("direction", value)}
        />
        <Choice
          label={t("paths.event")}
          value={event}
          options={JOURNEY_EVENT_TYPES}
          textOf={(value) => t(`events.${value}`)}
          onChange={(value) => choice.set("event", value)}
        />
        <Choice
          label={t("paths.maxSteps")}
          value={`${max_steps}`}
          options={STEP_COUNTS.map(String)}
          textOf={(value) => value}
          onChange={(value) => choice.set("max_steps", value)}
        />
        <WindowChoice
          days={window_days}
          onChange={(days) => choice.set("window", days)}
        />
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={12} />}
      {!error && data && <Walked paths={data} />}
      <Text
        size="xsmall"
        className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
      >
        {t("paths.method")}
      </Text>
    </Container>
  )
}

function Walked({ paths }: { paths: PathsAnswer }) {
  const { t } = useLocale()
  const unfinished = [{ name: paths.event, count: paths.unfinished }]
  if (paths.total === 0) {
    return (
      <>
        <Nobody event={paths.event} isUnfinished={paths.unfinished > 0} />
        <Unfinished unfinished={unfinished} windowDays={paths.window_days} />
      </>
    )
  }
  return (
    <>
      <PathFlow paths={paths} />
      <Unfinished unfinished={unfinished} windowDays={paths.window_days} />
      <section>
        <div className="px-6 py-4">
          <Heading level="h2">{t("paths.table")}</Heading>
        </div>
        <PathTable paths={paths} />
      </section>
    </>
  )
}
