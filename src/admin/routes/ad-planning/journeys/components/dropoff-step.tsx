import { Heading, Text } from "@medusajs/ui"
import { CountBars } from "../../../../components/count-bars"
import { useLocale } from "../../../../hooks/use-locale"
import type { DropoffStep as DropoffStepRow } from "../../../../lib/api-types"
import { eventColour } from "../../../../lib/colours"
import { formatCount, formatShare } from "../../../../lib/format"

interface DropoffStepProps {
  position: number
  step: DropoffStepRow
  /** The step they did not get to. */
  next: string
}

/** How many stopped after a step, and what they did then. */
export function DropoffStep({ position, step, next }: DropoffStepProps) {
  const { t, locale } = useLocale()
  const title = t("dropoff.title", {
    position,
    name: t(`events.${step.name}`),
    next: t(`events.${next}`),
  })
  return (
    <section className="bg-ui-bg-base flex min-w-0 flex-col gap-y-3 px-6 py-4">
      <div>
        <Heading level="h3">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {step.count === 0
            ? t("dropoff.nobody")
            : t("dropoff.dropped", {
                dropped: formatCount(step.dropped, locale),
                total: formatCount(step.count, locale),
                share: formatShare(step.drop_rate, locale),
              })}
        </Text>
      </div>
      {step.dropped > 0 && (
        <CountBars
          label={title}
          head={t("dropoff.instead")}
          rows={[
            ...step.instead.map(({ event_type, count, share }) => ({
              name: t(`events.${event_type}`),
              colour: eventColour(event_type),
              count,
              share,
            })),
            {
              name: t("dropoff.nothing"),
              colour: eventColour("(left)"),
              ...step.nothing,
            },
          ]}
        />
      )}
    </section>
  )
}
