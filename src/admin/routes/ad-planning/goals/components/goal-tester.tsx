import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Field, SelectField } from "../../../../components/field"
import { ErrorState } from "../../../../components/states"
import { useGoalTrial } from "../../../../hooks/api/goals"
import { useLocale } from "../../../../hooks/use-locale"
import type { Goal } from "../../../../lib/api-types"
import {
  eventOf,
  SAMPLE_KINDS,
  sampleOf,
  type SampleDraft,
} from "../../../../lib/goal-draft"
import { GoalVerdict } from "./goal-verdict"
import { PropertyRows } from "./property-rows"

type SampleField = Exclude<keyof SampleDraft, "kind" | "properties">

const LIMITS: Record<SampleField, object> = {
  event_name: { maxLength: 255 },
  pathname: { maxLength: 2048, placeholder: "/" },
  website_id: { maxLength: 128 },
  seconds: { type: "number", min: 0, max: 86_400, step: "any" },
  scroll_percent: { type: "number", min: 0, max: 100, step: "any" },
  value: { type: "number", min: 0, step: "any" },
  currency: { maxLength: 3, pattern: "[A-Za-z]{3}" },
}

/** Describes an event and says whether it meets the goal, and why not. */
export function GoalTester({ goal }: { goal: Goal }) {
  const { t } = useLocale()
  const [sample, setSample] = useState(() => sampleOf(goal))
  const { mutate, data, error, isPending } = useGoalTrial(goal.id)
  const ask = () => mutate(eventOf(sample))
  const nameOf = (kind: string) =>
    kind === "pageview" || kind === "custom_event"
      ? t(`tester.${kind}`)
      : t("tester.conversion", { type: t(`types.${kind}`) })
  const field = (name: SampleField) => (
    <Field
      key={name}
      label={t(`tester.${name}`)}
      autoComplete="off"
      {...LIMITS[name]}
      value={sample[name]}
      onChange={(value) => setSample({ ...sample, [name]: value })}
    />
  )
  return (
    <form
      className="flex flex-col gap-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {t("tester.text")}
      </Text>
      <SelectField
        label={t("tester.kind")}
        value={sample.kind}
        options={SAMPLE_KINDS}
        textOf={nameOf}
        onChange={(kind) => setSample({ ...sample, kind })}
      />
      {field("event_name")}
      {field("pathname")}
      <div className="grid grid-cols-2 gap-4">
        {field("seconds")}
        {field("scroll_percent")}
        {field("value")}
        {field("currency")}
      </div>
      {field("website_id")}
      <PropertyRows
        rows={sample.properties}
        onChange={(properties) => setSample({ ...sample, properties })}
      />
      <Button type="submit" size="small" isLoading={isPending}>
        {t("tester.try")}
      </Button>
      {error && <ErrorState error={error} onRetry={ask} />}
      {data && !error && <GoalVerdict goal={goal} trial={data} />}
    </form>
  )
}
