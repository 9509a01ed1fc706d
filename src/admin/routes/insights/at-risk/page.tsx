import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { CsvButton } from "../../../components/csv-button"
import { Pages } from "../../../components/pages"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../components/states"
import { useAtRisk } from "../../../hooks/api/at-risk"
import { useLocale } from "../../../hooks/use-locale"
import { formatMoney } from "../../../lib/format"
import { AtRiskTable } from "./components/at-risk-table"
import { ModelCards } from "./components/model-cards"

const PAGE_SIZE = 20

/** Customers who may be about to leave, and what is at stake with them. */
export default function AtRiskPage() {
  const { t, locale } = useLocale()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useAtRisk({ limit: PAGE_SIZE, offset })
  const breakdown = data?.customers[0]?.breakdown
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div>
          <Heading level="h1">{t("atRisk.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {breakdown
              ? t("atRisk.subtitle", { days: breakdown.horizon_days })
              : t("atRisk.subtitleNone")}
          </Text>
        </div>
        <div className="flex gap-x-2">
          <ModelCards />
          <CsvButton path="/customers/at-risk" query={{}} />
        </div>
      </div>
      {data && data.count > 0 && breakdown?.currency && (
        <Text weight="plus" className="px-6 pb-4 tabular-nums">
          {t("atRisk.total", {
            value: formatMoney(data.value_at_stake, breakdown.currency, locale),
            count: data.count,
          })}
        </Text>
      )}
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton />}
      {!error && data?.count === 0 && (
        <EmptyState title={t("atRisk.empty")} hint={t("atRisk.emptyHint")} />
      )}
      {!error && data && data.count > 0 && (
        <>
          <AtRiskTable customers={data.customers} />
          {data.count > PAGE_SIZE && <Pages page={data} onMove={setOffset} />}
        </>
      )}
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "atRisk.menu",
  translationNs: "ad-planning",
  rank: 1,
})
