import { Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useFieldValues } from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"
import { listOf } from "../../../../lib/segment-draft"
import type {
  RuleParams,
  SegmentField,
  SegmentRule,
  SuggestedValues,
} from "../../../../lib/segment-types"

/** What is typed into each parameter; the others are only set by the API. */
const TYPED: Partial<
  Record<
    keyof RuleParams,
    { is: "number" | "text" | "list" | "date"; of?: SuggestedValues }
  >
> = {
  within_days: { is: "number" },
  from: { is: "date" },
  to: { is: "date" },
  product_id: { is: "list", of: "products" },
  category_id: { is: "list", of: "categories" },
  collection: { is: "list", of: "collections" },
  product_type: { is: "list", of: "product_types" },
  product_tag: { is: "list", of: "product_tags" },
  discount_code: { is: "list", of: "discount_codes" },
  event_type: { is: "list" },
  event_name: { is: "text", of: "event_names" },
  channel_group: { is: "list", of: "channel_groups" },
  ad_campaign_id: { is: "list", of: "campaigns" },
  path: { is: "text" },
  segment_id: { is: "text", of: "segments" },
  seed: { is: "text" },
}

interface RuleParamsRowProps {
  rule: SegmentRule
  field: SegmentField
  onChange: (rule: SegmentRule) => void
}

/** What narrows the facts that a rule looks at. */
export function RuleParamsRow({ rule, field, onChange }: RuleParamsRowProps) {
  const set = (name: keyof RuleParams, value: unknown) => {
    const { [name]: _former, ...others } = rule.params ?? {}
    const isEmpty =
      value === "" || value === 0 || (Array.isArray(value) && !value.length)
    const params = { ...others, ...(isEmpty ? {} : { [name]: value }) }
    onChange({ ...rule, params })
  }
  return (
    <div className="flex flex-wrap gap-2">
      {field.params.map((name) => {
        const typed = TYPED[name]
        return typed ? (
          <Param
            key={`${field.name}-${name}`}
            name={name}
            is={typed.is}
            of={typed.of ?? null}
            value={rule.params?.[name]}
            onChange={(value) => set(name, value)}
          />
        ) : null
      })}
    </div>
  )
}

interface ParamProps {
  name: keyof RuleParams
  is: "number" | "text" | "list" | "date"
  of: SuggestedValues | null
  value: unknown
  onChange: (value: unknown) => void
}

function Param({ name, is, of, value, onChange }: ParamProps) {
  const { t } = useLocale()
  const id = useId()
  const { data } = useFieldValues(of)
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="xsmall" htmlFor={id}>
        {t(`segments.params.${name}`)}
      </Label>
      <Input
        id={id}
        size="small"
        className="w-36"
        type={is === "list" ? "text" : is}
        min={is === "number" ? 1 : undefined}
        list={data ? `${id}-values` : undefined}
        defaultValue={
          Array.isArray(value) ? value.join(", ") : `${value ?? ""}`
        }
        onChange={({ target }) =>
          onChange(
            is === "list"
              ? listOf(target.value, "text")
              : is === "number"
                ? Number(target.value)
                : target.value
          )
        }
      />
      {data && (
        <datalist id={`${id}-values`}>
          {data.values.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </datalist>
      )}
    </div>
  )
}
