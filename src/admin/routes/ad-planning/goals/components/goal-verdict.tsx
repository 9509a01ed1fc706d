import { StatusBadge, Text } from "@medusajs/ui"
import { useGoal } from "../../../../hooks/api/goals"
import { useLocale } from "../../../../hooks/use-locale"
import type { Goal, GoalTrialAnswer } from "../../../../lib/api-types"
import { formatMoney } from "../../../../lib/format"

type Reason = GoalTrialAnswer["reasons"][number]

interface GoalVerdictProps {
  goal: Goal
  trial: GoalTrialAnswer
}

/** Whether the event meets the goal, what follows, or all that is against it. */
export function GoalVerdict({ goal, trial }: GoalVerdictProps) {
  const { t } = useLocale()
  const explain = useReasonText(goal)
  const consequences = useConsequences(trial)
  return (
    <div
      role="status"
      className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg p-4"
    >
      <StatusBadge
        color={trial.matches ? "green" : "red"}
        className="self-start"
      >
        {t(trial.matches ? "tester.matches" : "tester.differs")}
      </StatusBadge>
      <ul className="flex list-disc flex-col gap-y-1 ps-5">
        {trial.reasons.map((reason) => (
          <li key={reason.condition} className="txt-small break-words">
            {explain(reason)}
          </li>
        ))}
      </ul>
      {consequences.map((text) => (
        <Text key={text} size="small" className="break-words">
          {text}
        </Text>
      ))}
    </div>
  )
}

function useConsequences(trial: GoalTrialAnswer): string[] {
  const { t, locale } = useLocale()
  const other = trial.wins ? null : trial.won_by
  const name = useGoal(other).data?.goal.name ?? other
  if (!trial.matches) {
    return [other ? t("tester.lost", { name }) : t("tester.nobody")]
  }
  if (other) {
    return [t("tester.loses", { name })]
  }
  const worth =
    trial.value !== null && trial.currency
      ? t("tester.worth", {
          value: formatMoney(trial.value, trial.currency, locale),
        })
      : t("tester.worthless")
  return [
    trial.would_label
      ? t("tester.labels")
      : t("tester.counts", { type: t(`types.${trial.conversion_type}`) }),
    worth,
  ]
}

/** A reason of the server in the reader's language. */
function useReasonText(goal: Goal): (reason: Reason) => string {
  const { t } = useLocale()
  return (reason) => {
    const { condition } = reason
    const isProperty = condition.startsWith("properties.")
    const isTrackers =
      condition === "event_name" &&
      (reason.expected === null || reason.expected === reason.actual)
    const key = isProperty
      ? "property"
      : isTrackers
        ? "event_name_tracker"
        : condition
    return t(`tester.reasons.${key}`, {
      expected: readable(reason.expected),
      actual: readable(reason.actual),
      name: condition.replace(/^properties\./, ""),
      type: t(`goalTypes.${goal.goal_type}.label`),
    })
  }
  function readable(value: unknown): string {
    if (value === null || value === undefined) {
      return t("tester.reasons.nothing")
    }
    return typeof value === "object"
      ? JSON.stringify(value).slice(0, 200)
      : `${value}`.slice(0, 200)
  }
}
