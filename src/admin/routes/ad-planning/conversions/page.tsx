import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading } from "@medusajs/ui"
import { CsvButton } from "../../../components/csv-button"
import { Pages } from "../../../components/pages"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../components/states"
import { WhyDrawer } from "../../../components/why/why-drawer"
import { useConversions } from "../../../hooks/api/conversions"
import { useLocale } from "../../../hooks/use-locale"
import { ConversionDrawer } from "./components/conversion-drawer"
import { ConversionFilters } from "./components/conversion-filters"
import { ConversionTable } from "./components/conversion-table"
import {
  PAGE_SIZE,
  useConversionFilters,
} from "./components/use-conversion-filters"

/** Every counted conversion, with what it is credited to. */
export default function ConversionsPage() {
  const { t } = useLocale()
  const filters = useConversionFilters()
  const { data, error, refetch } = useConversions({
    ...filters.query,
    limit: PAGE_SIZE,
    offset: filters.offset,
  })
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <Heading level="h1">{t("conversions.title")}</Heading>
        <CsvButton path="/conversions" query={filters.query} />
      </div>
      <ConversionFilters filters={filters} />
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={12} />}
      {!error && data?.count === 0 && (
        <EmptyState
          title={t("conversions.empty")}
          hint={t("conversions.emptyHint")}
        />
      )}
      {!error && data && data.count > 0 && (
        <>
          <ConversionTable
            conversions={data.conversions}
            onOpen={filters.open}
            onExplain={filters.explain}
          />
          <Pages page={data} onMove={filters.moveTo} />
        </>
      )}
      <ConversionDrawer
        id={filters.openId}
        onExplain={filters.explain}
        onClose={filters.close}
      />
      <WhyDrawer id={filters.whyId} onClose={filters.close} />
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "menu.conversions",
  translationNs: "ad-planning",
  rank: 2,
})
