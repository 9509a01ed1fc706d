import { ExclamationCircle } from "@medusajs/icons"
import { Button, Heading, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useLocale } from "../hooks/use-locale"

interface EmptyStateProps {
  title: string
  /** Names the next step. */
  hint: ReactNode
  action?: ReactNode
}

export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-y-2 px-6 py-12 text-center">
      <Heading level="h3">{title}</Heading>
      <Text size="small" className="text-ui-fg-subtle max-w-[480px]">
        {hint}
      </Text>
      {action}
    </div>
  )
}

interface ErrorStateProps {
  error: Error
  onRetry: () => void
}

/** What went wrong, in the server's words, and a way to try again. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useLocale()
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-y-2 px-6 py-12 text-center"
    >
      <ExclamationCircle className="text-ui-tag-red-icon" />
      <Text weight="plus">{t("error.title")}</Text>
      <Text
        size="small"
        className="text-ui-fg-subtle max-w-[480px] break-words"
      >
        {error.message}
      </Text>
      <Button size="small" variant="secondary" onClick={onRetry}>
        {t("error.retry")}
      </Button>
    </div>
  )
}

/** Rows of a table that is on its way. */
export function TableSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4" aria-hidden>
      {Array.from({ length: rows }, (_row, index) => (
        <Skeleton key={index} className="h-6 w-full" />
      ))}
    </div>
  )
}
