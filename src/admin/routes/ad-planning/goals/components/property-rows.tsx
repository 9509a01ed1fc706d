import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, Hint, IconButton, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useLocale } from "../../../../hooks/use-locale"
import type { PropertyRow } from "../../../../lib/goal-draft"

interface PropertyRowsProps {
  hint?: string
  rows: PropertyRow[]
  onChange: (rows: PropertyRow[]) => void
}

/** Names and values, as many as there are. */
export function PropertyRows({ hint, rows, onChange }: PropertyRowsProps) {
  const { t } = useLocale()
  const id = useId()
  const change = (key: number, part: Partial<PropertyRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = () =>
    onChange([
      ...rows,
      {
        key: Math.max(-1, ...rows.map((row) => row.key)) + 1,
        name: "",
        value: "",
      },
    ])
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="flex flex-col items-stretch gap-y-2"
    >
      <div className="flex items-end justify-between gap-x-4">
        <Label id={id} size="small" weight="plus">
          {t("goal.properties.label")}
        </Label>
        <Button type="button" size="small" variant="transparent" onClick={add}>
          <Plus />
          {t("goal.properties.add")}
        </Button>
      </div>
      {rows.map((row) => (
        <div key={row.key} className="flex items-center gap-x-2">
          <PropertyInput
            label={t("goal.properties.name")}
            maxLength={128}
            value={row.name}
            onChange={(name) => change(row.key, { name })}
          />
          <PropertyInput
            label={t("goal.properties.value")}
            maxLength={512}
            value={row.value}
            onChange={(value) => change(row.key, { value })}
          />
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            aria-label={t("goal.properties.remove", { name: row.name })}
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          >
            <XMarkMini />
          </IconButton>
        </div>
      ))}
      {hint && <Hint>{hint}</Hint>}
    </div>
  )
}

interface PropertyInputProps {
  label: string
  maxLength: number
  value: string
  onChange: (value: string) => void
}

function PropertyInput({
  label,
  maxLength,
  value,
  onChange,
}: PropertyInputProps) {
  return (
    <div className="flex-1">
      <Input
        size="small"
        aria-label={label}
        placeholder={label}
        maxLength={maxLength}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
