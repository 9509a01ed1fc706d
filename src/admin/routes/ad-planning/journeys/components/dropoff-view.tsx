import { Container, Text } from "@medusajs/ui"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import { useDropoff } from "../../../../hooks/api/journeys"
import type { JourneyChoiceState } from "../../../../hooks/use-journey-choice"
import { useLocale } from "../../../../hooks/use-locale"
import type { DropoffAnswer } from "../../../../lib/api-types"
import type { DateRange } from "../../../../lib/date-range"
import { DropoffStep } from "./dropoff-step"
import { Nobody } from "./nobody"
import { StepBuilder } from "./step-builder"
import { Unfinished } from "./unfinished"
import { WindowChoice } from "./window-choice"

interface DropoffViewProps {
  choice: JourneyChoiceState
  period: DateRange
}

/** Where people leave the funnel, and what they did instead. */
export function DropoffView({ choice, period }: DropoffViewProps) {
  const { t } = useLocale()
  const { data, error, refetch } = useDropoff({
    ...period,
    steps: choice.steps.join(","),
    window_days: choice.window_days,
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
        </div>
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={8} />}
      {!error && data && <Left dropoff={data} />}
      <Text
        size="xsmall"
        className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
      >
        {t("dropoff.method")}
      </Text>
    </Container>
  )
}

function Left({ dropoff }: { dropoff: DropoffAnswer }) {
  const { steps, unfinished, window_days } = dropoff
  const isUnfinished = (unfinished[0]?.count ?? 0) > 0
  return (
    <>
      {steps[0]?.count ? (
        <div className="bg-ui-border-base border-ui-border-base grid gap-px border-y xl:grid-cols-2">
          {steps.slice(0, -1).map((step, index) => (
            <DropoffStep
              // The same step may stand twice.
              key={index}
              position={index + 1}
              step={step}
              next={steps[index + 1]!.name}
            />
          ))}
          {/* An odd one leaves no hole. */}
          {steps.length % 2 === 0 && steps.length > 2 && (
            <div className="bg-ui-bg-base hidden xl:block" />
          )}
        </div>
      ) : (
        <Nobody event={steps[0]?.name} isUnfinished={isUnfinished} />
      )}
      <Unfinished unfinished={unfinished} windowDays={window_days} />
    </>
  )
}
