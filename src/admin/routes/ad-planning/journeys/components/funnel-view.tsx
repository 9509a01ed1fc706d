import { Container, Text } from "@medusajs/ui"
import { Choice } from "../../../../components/date-range-picker"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import { useFunnel } from "../../../../hooks/api/journeys"
import type { JourneyChoiceState } from "../../../../hooks/use-journey-choice"
import { useLocale } from "../../../../hooks/use-locale"
import type { FunnelAnswer } from "../../../../lib/api-types"
import type { DateRange } from "../../../../lib/date-range"
import { FUNNEL_BREAKDOWNS } from "../../../../../modules/ad-planning/types/journeys"
import { FunnelBreakdownTable } from "./funnel-breakdown-table"
import { FunnelTable } from "./funnel-table"
import { Nobody } from "./nobody"
import { StepBuilder } from "./step-builder"
import { Unfinished } from "./unfinished"
import { WindowChoice } from "./window-choice"

const NONE = "none"

interface FunnelViewProps {
  choice: JourneyChoiceState
  period: DateRange
}

/** How many go from one step to the next, and how long that takes them. */
export function FunnelView({ choice, period }: FunnelViewProps) {
  const { t } = useLocale()
  const { data, error, refetch } = useFunnel({
    ...period,
    steps: choice.steps.join(","),
    window_days: choice.window_days,
    breakdown: choice.breakdown,
  })
  return (
    <Container className="p-0">
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <StepBuilder steps={choice.steps} onChange={choice.setSteps} />
        <div className="flex flex-wrap items-end gap-2">
          <WindowChoice
            days={choice.window_days}
            onChange={(days) => choice.set("window", days)}
          />
          <Choice
            label={t("funnel.breakdown")}
            value={choice.breakdown ?? NONE}
            options={[NONE, ...FUNNEL_BREAKDOWNS]}
            textOf={(value) => t(`funnel.breakdowns.${value}`)}
            onChange={(value) =>
              choice.set("breakdown", value === NONE ? null : value)
            }
          />
        </div>
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={choice.steps.length + 1} />}
      {!error && data && <Counted funnel={data} />}
      <Text
        size="xsmall"
        className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
      >
        {t("funnel.method")}
      </Text>
    </Container>
  )
}

function Counted({ funnel }: { funnel: FunnelAnswer }) {
  const isUnfinished = (funnel.unfinished[0]?.count ?? 0) > 0
  return (
    <>
      {funnel.steps[0]?.count ? (
        <FunnelTable steps={funnel.steps} />
      ) : (
        <Nobody event={funnel.steps[0]?.name} isUnfinished={isUnfinished} />
      )}
      <Unfinished
        unfinished={funnel.unfinished}
        windowDays={funnel.window_days}
      />
      {funnel.breakdown.length > 0 && (
        <FunnelBreakdownTable parts={funnel.breakdown} steps={funnel.steps} />
      )}
    </>
  )
}
