import { ArrowLeftMini, ArrowRightMini, Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Select } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import {
  JOURNEY_EVENT_TYPES,
  type JourneyEventType,
} from "../../../../../modules/ad-planning/types/enums"
import { useLocale } from "../../../../hooks/use-locale"
import {
  MAX_STEPS,
  MIN_STEPS,
  moveStep,
  nextStep,
} from "../../../../lib/journey-choice"

interface StepBuilderProps {
  steps: JourneyEventType[]
  onChange: (steps: JourneyEventType[]) => void
}

/** Which steps are followed, in which order; all of it by keyboard too. */
export function StepBuilder({ steps, onChange }: StepBuilderProps) {
  const { t } = useLocale()
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<{ index: number; by: -1 | 1 }>()
  const [news, setNews] = useState("")
  const nameOf = (type: string) => t(`events.${type}`)
  // The focus goes along with the step, to whichever of its arrows is left.
  useEffect(() => {
    const { index, by } = moved.current ?? {}
    moved.current = undefined
    const arrow = (way: number) =>
      list.current?.querySelector<HTMLButtonElement>(
        `[data-arrow="${index}:${way}"]:not(:disabled)`
      )
    if (by) {
      ;(arrow(by) ?? arrow(-by))?.focus()
    }
  }, [steps.join()])
  const move = (index: number, by: -1 | 1) => {
    moved.current = { index: index + by, by }
    setNews(
      t("funnel.moved", {
        name: nameOf(steps[index]!),
        position: index + by + 1,
        total: steps.length,
      })
    )
    onChange(moveStep(steps, index, by))
  }
  const set = (index: number, type: JourneyEventType) =>
    onChange(steps.with(index, type))
  return (
    <div className="flex flex-col gap-y-2">
      <ol
        ref={list}
        aria-label={t("funnel.steps")}
        className="flex flex-wrap items-center gap-2"
      >
        {steps.map((type, index) => (
          <Step
            // The same step may stand twice.
            key={`${type}:${steps.slice(0, index).filter((one) => one === type).length}`}
            index={index}
            count={steps.length}
            type={type}
            onSet={(next) => set(index, next)}
            onMove={(by) => move(index, by)}
            onRemove={() => onChange(steps.toSpliced(index, 1))}
          />
        ))}
        {steps.length < MAX_STEPS && (
          <li>
            <Button
              size="small"
              variant="transparent"
              onClick={() => onChange([...steps, nextStep(steps)])}
            >
              <Plus />
              {t("funnel.add")}
            </Button>
          </li>
        )}
      </ol>
      <span className="sr-only" aria-live="polite">
        {news}
      </span>
    </div>
  )
}

interface StepProps {
  index: number
  count: number
  type: JourneyEventType
  onSet: (type: JourneyEventType) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

function Step({ index, count, type, onSet, onMove, onRemove }: StepProps) {
  const { t } = useLocale()
  const position = index + 1
  const nameOf = (value: string) => t(`events.${value}`)
  const arrow = (by: -1 | 1, label: string, isDisabled: boolean) => (
    <IconButton
      type="button"
      size="small"
      variant="transparent"
      data-arrow={`${index}:${by}`}
      disabled={isDisabled}
      aria-label={t(label, { name: nameOf(type), position })}
      onClick={() => onMove(by)}
    >
      {by === -1 ? <ArrowLeftMini /> : <ArrowRightMini />}
    </IconButton>
  )
  return (
    <li className="bg-ui-bg-component shadow-elevation-card-rest flex items-center gap-x-1 rounded-lg p-1">
      <span
        aria-hidden
        className="txt-small text-ui-fg-subtle w-5 text-center tabular-nums"
      >
        {position}
      </span>
      <Select
        size="small"
        value={type}
        onValueChange={(value) => {
          const known = JOURNEY_EVENT_TYPES.find((one) => one === value)
          if (known) {
            onSet(known)
          }
        }}
      >
        <Select.Trigger
          aria-label={t("funnel.step", { position })}
          className="min-w-32"
        >
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {JOURNEY_EVENT_TYPES.map((option) => (
            <Select.Item key={option} value={option}>
              {nameOf(option)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      {arrow(-1, "funnel.earlier", index === 0)}
      {arrow(1, "funnel.later", index === count - 1)}
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        disabled={count <= MIN_STEPS}
        aria-label={t("funnel.remove", { name: nameOf(type), position })}
        onClick={onRemove}
      >
        <XMarkMini />
      </IconButton>
    </li>
  )
}
