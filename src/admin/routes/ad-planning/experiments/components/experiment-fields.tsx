import { Heading, Hint, Label, Textarea } from "@medusajs/ui"
import { useId, type ReactNode } from "react"
import {
  DECISION_METHODS,
  EXPERIMENT_TYPES,
  VISITOR_METRICS,
} from "../../../../../modules/ad-planning/types/experiments"
import { Field, SelectField } from "../../../../components/field"
import { useLocale } from "../../../../hooks/use-locale"
import { NO_GUARDRAIL, type ExperimentDraft } from "../lib/experiment-draft"

interface FieldsProps {
  draft: ExperimentDraft
  onChange: (draft: ExperimentDraft) => void
}

/** What is asked of a new experiment. */
export function ExperimentFields({ draft, onChange }: FieldsProps) {
  const { t } = useLocale()
  const variantsId = useId()
  const bind = (field: keyof ExperimentDraft) => ({
    value: draft[field],
    onChange: (value: string) => onChange({ ...draft, [field]: value }),
  })
  const text = (key: string) => t(`experiments.wizard.${key}`)
  return (
    <>
      <Part title={text("what")}>
        <Field
          label={t("experiments.name")}
          hint={text("nameHint")}
          required
          maxLength={255}
          pattern=".*\S.*"
          autoComplete="off"
          {...bind("name")}
        />
        <Field label={text("hypothesis")} {...bind("hypothesis")} />
        <SelectField
          label={t("experiments.type")}
          options={EXPERIMENT_TYPES}
          textOf={(type) => t(`experiments.types.${type}`)}
          {...bind("experiment_type")}
        />
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor={variantsId}>
            {text("variants")}
          </Label>
          <Textarea
            id={variantsId}
            rows={4}
            required
            value={draft.variants}
            onChange={(event) => bind("variants").onChange(event.target.value)}
          />
          <Hint>{text("variantsHint")}</Hint>
        </div>
      </Part>
      <Part title={text("where")}>
        <Field
          label={text("key")}
          hint={text("keyHint")}
          pattern="[a-zA-Z0-9][a-zA-Z0-9_\-]{0,63}"
          {...bind("key")}
        />
        <Field
          label={text("website")}
          hint={text("websiteHint")}
          maxLength={128}
          {...bind("website_id")}
        />
        <Field
          label={text("coverage")}
          type="number"
          min={1}
          max={100}
          {...bind("coverage")}
        />
      </Part>
      <Part title={text("metricPart")}>
        <SelectField
          label={t("experiments.metric")}
          options={VISITOR_METRICS}
          textOf={(metric) => t(`experiments.metrics.${metric}`)}
          {...bind("metric")}
        />
        <SelectField
          label={text("guardrail")}
          options={[NO_GUARDRAIL, ...VISITOR_METRICS]}
          textOf={(metric) =>
            metric === NO_GUARDRAIL
              ? text("noGuardrail")
              : t(`experiments.metrics.${metric}`)
          }
          {...bind("guardrail")}
        />
        <Field
          label={text("mde")}
          type="number"
          min={0.1}
          step="any"
          {...bind("effect")}
        />
        <SelectField
          label={text("method")}
          hint={text("methodHint")}
          options={DECISION_METHODS}
          textOf={(method) => text(`methods.${method}`)}
          {...bind("method")}
        />
      </Part>
    </>
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
