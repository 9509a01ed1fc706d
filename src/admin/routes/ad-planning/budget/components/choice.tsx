import { Label, Select } from "@medusajs/ui"

interface ChoiceProps {
  label: string
  value: string
  options: { value: string; name: string }[]
  onChange: (value: string) => void
}

/** One of several, with its label. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <div className="flex min-w-[180px] flex-col gap-y-1">
      <Label size="xsmall">{label}</Label>
      <Select size="small" value={value} onValueChange={onChange}>
        <Select.Trigger aria-label={label}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
