import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import type { SpendQuestion } from "../../../../../modules/ad-planning/types"
import { useLocale } from "../../../../hooks/use-locale"

interface QuestionsProps {
  questions: SpendQuestion[]
  onAnswer: (id: string, choice: string) => void
}

/** What a file leaves open, each with its choices. */
export function Questions({ questions, onAnswer }: QuestionsProps) {
  const { t } = useLocale()
  return questions.map(({ id, count, examples, choices }) => (
    <div
      key={id}
      className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg p-4"
    >
      <Text weight="plus">{t(`spend.question.${id}`)}</Text>
      {examples[0] && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("spend.example", {
            line: examples[0].line,
            value: examples[0].value,
            count,
          })}
        </Text>
      )}
      <div className="flex flex-wrap gap-2">
        {choices.map(({ value, reading }) => (
          <Button
            key={value}
            size="small"
            variant="secondary"
            onClick={() => onAnswer(id, value)}
          >
            {reading === null
              ? t(`spend.choice.${value}`, { defaultValue: value })
              : `${value} = ${reading}`}
          </Button>
        ))}
        {id === "currency" && (
          <OtherCurrency onAnswer={(code) => onAnswer(id, code)} />
        )}
      </div>
    </div>
  ))
}

const CODE_LENGTH = 3

function OtherCurrency({ onAnswer }: { onAnswer: (code: string) => void }) {
  const { t } = useLocale()
  const [code, setCode] = useState("")
  return (
    <form
      className="flex gap-x-2"
      onSubmit={(event) => {
        event.preventDefault()
        onAnswer(code)
      }}
    >
      <Input
        size="small"
        className="w-24"
        value={code}
        maxLength={CODE_LENGTH}
        aria-label={t("spend.otherCurrency")}
        placeholder="EUR"
        onChange={(event) => setCode(event.target.value.toUpperCase())}
      />
      <Button
        size="small"
        variant="secondary"
        type="submit"
        disabled={code.length !== CODE_LENGTH}
      >
        {t("spend.use")}
      </Button>
    </form>
  )
}
