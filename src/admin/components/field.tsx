import { Hint, Input, Label, Select, Switch } from "@medusajs/ui"
import { useId, type ComponentProps } from "react"

type FieldProps = Omit<
  ComponentProps<typeof Input>,
  "id" | "onChange" | "value" | "size"
> & {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
}

/** One labelled field of a form, with what there is to know about it. */
export function Field({ label, hint, onChange, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Input
        {...input}
        id={id}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
    </div>
  )
}

interface SwitchFieldProps {
  label: string
  hint: string
  isOn: boolean
  isDisabled?: boolean
  onChange: (isOn: boolean) => void
}

export function SwitchField(props: SwitchFieldProps) {
  const { label, hint, isOn, isDisabled, onChange } = props
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-x-4">
      <div className="flex min-w-0 flex-col">
        <Label size="small" weight="plus" htmlFor={id}>
          {label}
        </Label>
        <Hint id={`${id}-hint`}>{hint}</Hint>
      </div>
      <Switch
        id={id}
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={`${id}-hint`}
        onCheckedChange={onChange}
      />
    </div>
  )
}

interface SelectFieldProps {
  label: string
  hint?: string
  value: string
  options: readonly string[]
  textOf: (value: string) => string
  onChange: (value: string) => void
}

export function SelectField(props: SelectFieldProps) {
  const { label, hint, value, options, textOf, onChange } = props
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id={id} aria-describedby={hint && `${id}-hint`}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option} value={option}>
              {textOf(option)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
    </div>
  )
}
