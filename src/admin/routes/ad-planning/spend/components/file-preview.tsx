import { Alert, Button, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import { useImportSpend, useSpendPreview } from "../../../../hooks/api/spend"
import { useLocale } from "../../../../hooks/use-locale"
import { Questions } from "./questions"
import { Understood } from "./understood"

interface FilePreviewProps {
  file: File
  onDone: () => void
}

/** How a file is understood, what is still to be said, and the way to import it. */
export function FilePreview({ file, onDone }: FilePreviewProps) {
  const { t } = useLocale()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const { data, error, refetch, isFetching } = useSpendPreview(file, answers)
  const { mutate, isPending, error: refusal } = useImportSpend()
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />
  }
  if (!data) {
    return <TableSkeleton rows={4} />
  }
  const { preview } = data
  const isReady =
    preview.questions.length === 0 &&
    preview.refusals.length === 0 &&
    preview.row_count > 0
  const run = () =>
    mutate(
      { file, answers },
      {
        onSuccess: ({ changed, imported }) => {
          toast.success(t("spend.imported", { imported, changed }))
          onDone()
        },
      }
    )
  return (
    <div className="flex flex-col gap-y-4 border-t px-6 py-4">
      <Heading level="h2">{file.name}</Heading>
      {preview.refusals.map(({ field, reason, count, examples }) => (
        <Alert key={`${field} ${reason}`} variant="error">
          {t("spend.refusal", {
            field,
            reason,
            count,
            line: examples[0]?.line ?? 0,
            value: examples[0]?.value ?? "",
          })}
        </Alert>
      ))}
      {preview.total_mismatches.map(({ line, field, stated, summed }) => (
        <Alert key={`${line} ${field}`} variant="warning">
          {t("spend.mismatch", { line, field, stated, summed })}
        </Alert>
      ))}
      <Questions
        questions={preview.questions}
        onAnswer={(id, choice) => setAnswers({ ...answers, [id]: choice })}
      />
      <Understood preview={preview} />
      {refusal && (
        <Text size="small" className="text-ui-fg-error">
          {refusal.message}
        </Text>
      )}
      <div className="flex justify-end gap-x-2">
        <Button size="small" variant="secondary" onClick={onDone}>
          {t("spend.cancel")}
        </Button>
        <Button
          size="small"
          disabled={!isReady || isFetching}
          isLoading={isPending}
          onClick={run}
        >
          {t("spend.import")}
        </Button>
      </div>
    </div>
  )
}
