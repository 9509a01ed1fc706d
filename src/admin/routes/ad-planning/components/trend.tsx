import { Container, Heading, Skeleton } from "@medusajs/ui"
import { CsvButton } from "../../../components/csv-button"
import { EmptyState, ErrorState } from "../../../components/states"
import { TrendChart } from "../../../components/trend-chart"
import { useTrends } from "../../../hooks/api/reports"
import { useLocale } from "../../../hooks/use-locale"
import type { TrendBucket } from "../../../lib/api-types"
import type { ReportQuery } from "../../../../api/utils/report-params"

const PATH = "/dashboard/trends"

/** Spend and revenue over time. */
export function Trend({ query }: { query: ReportQuery }) {
  const { t } = useLocale()
  const { data, error, refetch } = useTrends(query)
  return (
    <Container className="min-h-[372px] p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("trend.title")}</Heading>
        <CsvButton path={PATH} query={query} />
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton className="mx-6 h-[280px]" />}
      {!error && data && (
        <Plotted buckets={data.trends} currency={data.currency} />
      )}
    </Container>
  )
}

function Plotted(props: { buckets: TrendBucket[]; currency: string }) {
  const { t } = useLocale()
  const isEmpty = props.buckets.every((row) => !row.revenue && !row.spend)
  return isEmpty ? (
    <EmptyState title={t("trend.empty")} hint={t("trend.emptyHint")} />
  ) : (
    <TrendChart {...props} />
  )
}
