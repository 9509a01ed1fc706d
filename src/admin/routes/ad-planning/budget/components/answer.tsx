import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { ErrorState, TableSkeleton } from "../../../../components/states"

interface AnswerProps<Data> {
  title: string
  hint?: string
  query: {
    data: Data | undefined
    error: Error | null
    refetch: () => unknown
  }
  children: (data: Data) => ReactNode
}

/** A card of what an endpoint answers, while it comes and when it fails. */
export function Answer<Data>({
  title,
  hint,
  query,
  children,
}: AnswerProps<Data>) {
  const { data, error, refetch } = query
  return (
    <Container className="p-0" aria-busy={!data && !error}>
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">{title}</Heading>
        {hint && (
          <Text size="small" className="text-ui-fg-subtle max-w-[720px]">
            {hint}
          </Text>
        )}
      </div>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <TableSkeleton />
      ) : (
        children(data)
      )}
    </Container>
  )
}
