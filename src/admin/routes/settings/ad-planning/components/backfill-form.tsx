import { Button, Checkbox, Label, Text, toast } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import type { SyncSource } from "../../../../../modules/ad-planning/types"
import { Field } from "../../../../components/field"
import { useStartBackfill } from "../../../../hooks/api/backfill"
import { useLocale } from "../../../../hooks/use-locale"
import type { HealthAnswer } from "../../../../lib/api-types"

/** What is to be read, and a button that begins it. */
export function BackfillForm({ health }: { health: HealthAnswer["health"] }) {
  const { t } = useLocale()
  const sources = health.sources.filter(({ is_present }) => is_present)
  const absent = health.sources.filter(({ is_present }) => !is_present)
  const [leftOut, setLeftOut] = useState<SyncSource[]>([])
  const [from, setFrom] = useState("")
  const { mutate, error, isPending } = useStartBackfill()
  const asked = sources
    .map(({ source }) => source)
    .filter((source) => !leftOut.includes(source))
  const start = (event: FormEvent) => {
    event.preventDefault()
    mutate(
      {
        sources: leftOut.length > 0 ? asked : undefined,
        from: from || undefined,
      },
      { onSuccess: () => toast.success(t("backfill.started")) }
    )
  }
  const change = (source: SyncSource, isAsked: boolean) =>
    setLeftOut((former) =>
      isAsked ? former.filter((name) => name !== source) : [...former, source]
    )
  return (
    <form onSubmit={start} className="flex max-w-[640px] flex-col gap-y-6">
      <fieldset className="flex flex-col gap-y-2">
        <legend className="txt-compact-small-plus mb-2">
          {t("backfill.sources")}
        </legend>
        <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
          {sources.map(({ source }) => (
            <SourceBox
              key={source}
              name={t(`sources.${source}`)}
              isAsked={!leftOut.includes(source)}
              onChange={(isAsked) => change(source, isAsked)}
            />
          ))}
        </div>
        {absent.length > 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("backfill.absent", {
              names: absent.map((row) => t(`sources.${row.source}`)).join(", "),
            })}
          </Text>
        )}
      </fieldset>
      <Field
        type="date"
        label={t("backfill.from")}
        hint={t("backfill.fromHint", { timezone: health.settings.timezone })}
        value={from}
        onChange={setFrom}
      />
      {error && (
        <Text size="small" role="alert" className="text-ui-fg-error">
          {error.message}
        </Text>
      )}
      <div>
        <Button
          size="small"
          type="submit"
          isLoading={isPending}
          disabled={asked.length === 0}
        >
          {t("backfill.start")}
        </Button>
      </div>
    </form>
  )
}

interface SourceBoxProps {
  name: string
  isAsked: boolean
  onChange: (isAsked: boolean) => void
}

function SourceBox({ name, isAsked, onChange }: SourceBoxProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Checkbox
        id={id}
        checked={isAsked}
        onCheckedChange={(checked) => onChange(checked === true)}
      />
      <Label size="small" htmlFor={id}>
        {name}
      </Label>
    </div>
  )
}
