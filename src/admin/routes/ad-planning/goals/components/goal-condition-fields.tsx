import { Field } from "../../../../components/field"
import { useLocale } from "../../../../hooks/use-locale"
import {
  CONDITION_FIELDS,
  showsCondition,
  type ConditionField,
  type GoalDraft,
} from "../../../../lib/goal-draft"
import { PropertyRows } from "./property-rows"

interface GoalConditionFieldsProps {
  draft: GoalDraft
  onChange: (draft: GoalDraft) => void
}

const LIMITS: Record<ConditionField, object> = {
  event_name: { maxLength: 255, autoComplete: "off" },
  pathname_pattern: {
    maxLength: 512,
    pattern: "[\\/*][^?#]*",
    placeholder: "/thank-you*",
    autoComplete: "off",
  },
  min_seconds: { type: "number", min: 1, max: 86_400, step: "any" },
  min_scroll_percent: { type: "number", min: 1, max: 100, step: "any" },
}
const HINTED: readonly ConditionField[] = ["event_name", "pathname_pattern"]

/** What an event has to be: the conditions that suit the goal's type. */
export function GoalConditionFields(props: GoalConditionFieldsProps) {
  const { draft, onChange } = props
  const { t } = useLocale()
  return (
    <>
      {CONDITION_FIELDS.filter((field) => showsCondition(draft, field)).map(
        (field) => (
          <Field
            key={field}
            label={t(`goal.${field}.label`)}
            hint={HINTED.includes(field) ? t(`goal.${field}.hint`) : undefined}
            {...LIMITS[field]}
            value={draft[field]}
            onChange={(value) => onChange({ ...draft, [field]: value })}
          />
        )
      )}
      {showsCondition(draft, "properties") && (
        <PropertyRows
          hint={t("goal.properties.hint")}
          rows={draft.properties}
          onChange={(properties) => onChange({ ...draft, properties })}
        />
      )}
    </>
  )
}
