import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../components/states"
import { useSentimentStats } from "../../../hooks/api/sentiment"
import { useLocale } from "../../../hooks/use-locale"
import { Aspects } from "./components/aspects"
import { Inbox } from "./components/inbox"
import { Months } from "./components/months"

/** What customers write, how they feel, and what about. */
export default function FeedbackPage() {
  const { t } = useLocale()
  const [aspect, setAspect] = useState<string | null>(null)
  const { data, error, refetch } = useSentimentStats()
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="p-0">
        <div className="px-6 py-4">
          <Heading level="h1">{t("sentiment.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("sentiment.subtitle")}
          </Text>
        </div>
        {error && <ErrorState error={error} onRetry={refetch} />}
        {!error && !data && <TableSkeleton />}
        {!error && data?.totals.texts === 0 && (
          <EmptyState
            title={t("sentiment.empty")}
            hint={t("sentiment.emptyHint")}
          />
        )}
        {data && data.totals.texts > 0 && <Months rows={data.stats} />}
      </Container>
      {data && data.aspects.length > 0 && (
        <Aspects rows={data.aspects} chosen={aspect} onChoose={setAspect} />
      )}
      {data && data.totals.texts > 0 && <Inbox key={aspect} aspect={aspect} />}
    </div>
  )
}

export const config = defineRouteConfig({
  label: "sentiment.menu",
  translationNs: "ad-planning",
})
