import { Heading, InlineTip } from "@medusajs/ui"
import type { ReactNode } from "react"
import { GOAL_TYPES } from "../../../../../modules/ad-planning/types/enums"
import { Field, SelectField, SwitchField } from "../../../../components/field"
import { useLocale } from "../../../../hooks/use-locale"
import {
  canBePrimary,
  withType,
  type GoalDraft,
} from "../../../../lib/goal-draft"
import { GoalConditionFields } from "./goal-condition-fields"

interface GoalFormProps {
  /** What the button that submits it names as its form. */
  id: string
  draft: GoalDraft
  error: Error | null
  onChange: (draft: GoalDraft) => void
  onSubmit: () => void
}

/** Everything of a goal; what is asked depends on its type. */
export function GoalForm(props: GoalFormProps) {
  const { id, draft, error, onChange, onSubmit } = props
  const { t } = useLocale()
  const isMilestone = !canBePrimary(draft)
  const text = (
    field: "name" | "default_value" | "currency" | "priority" | "website_id"
  ) => ({
    value: draft[field],
    onChange: (value: string) => onChange({ ...draft, [field]: value }),
  })
  const flag = (field: "value_from_event" | "is_active" | "is_primary") => ({
    label: t(`goal.${field}.label`),
    isOn: draft[field],
    onChange: (isOn: boolean) => onChange({ ...draft, [field]: isOn }),
  })
  const chooseType = (value: string) => {
    const type = GOAL_TYPES.find((one) => one === value)
    if (type) {
      onChange(withType(draft, type))
    }
  }
  return (
    <form
      id={id}
      className="flex flex-col gap-y-8"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {error && (
        <InlineTip variant="error" label={t("goal.failed")} role="alert">
          {error.message}
        </InlineTip>
      )}
      <div className="flex flex-col gap-y-4">
        <Field
          label={t("goal.name.label")}
          required
          maxLength={255}
          pattern=".*\S.*"
          autoComplete="off"
          {...text("name")}
        />
        <SelectField
          label={t("goal.goal_type.label")}
          hint={t(`goalTypes.${draft.goal_type}.meaning`)}
          value={draft.goal_type}
          options={GOAL_TYPES}
          textOf={(type) => t(`goalTypes.${type}.label`)}
          onChange={chooseType}
        />
      </div>
      <Part title={t("goal.what")}>
        <GoalConditionFields draft={draft} onChange={onChange} />
        <Field
          label={t("goal.website_id.label")}
          hint={t("goal.website_id.hint")}
          maxLength={128}
          {...text("website_id")}
        />
      </Part>
      <Part title={t("goal.worth")}>
        <div className="grid grid-cols-2 gap-x-4">
          <Field
            label={t("goal.default_value.label")}
            type="number"
            min={0}
            step="any"
            {...text("default_value")}
          />
          <Field
            label={t("goal.currency.label")}
            hint={t("goal.currency.hint")}
            required={draft.default_value !== ""}
            pattern="[A-Za-z]{3}"
            maxLength={3}
            {...text("currency")}
          />
        </div>
        <SwitchField
          hint={t("goal.value_from_event.hint")}
          {...flag("value_from_event")}
        />
      </Part>
      <Part title={t("goal.counting")}>
        <SwitchField hint={t("goal.is_active.hint")} {...flag("is_active")} />
        <SwitchField
          hint={t(
            isMilestone ? "goal.is_primary.impossible" : "goal.is_primary.hint"
          )}
          isDisabled={isMilestone}
          {...flag("is_primary")}
        />
        <Field
          label={t("goal.priority.label")}
          hint={t("goal.priority.hint")}
          type="number"
          required
          min={-1000}
          max={1000}
          step={1}
          {...text("priority")}
        />
      </Part>
    </form>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-y-4">
      <Heading level="h3">{title}</Heading>
      {children}
    </section>
  )
}
