import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { CsvButton } from "../../components/csv-button"
import { Pages } from "../../components/pages"
import { EmptyState, ErrorState, TableSkeleton } from "../../components/states"
import { useCustomers } from "../../hooks/api/scores"
import { useLocale } from "../../hooks/use-locale"
import { CustomerFilters } from "./components/customer-filters"
import { CustomerTable } from "./components/customer-table"
import { PAGE_SIZE, useCustomerList } from "./components/use-customer-list"

/** Everybody whom the shop knows, with what they did in one number each. */
export default function CustomersPage() {
  const { t } = useLocale()
  const list = useCustomerList()
  const { data, error, refetch } = useCustomers({
    ...list.query,
    limit: PAGE_SIZE,
    offset: list.offset,
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div>
          <Heading level="h1">{t("customers.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("customers.subtitle")}
          </Text>
        </div>
        <CsvButton path="/customers" query={list.query} />
      </div>
      <CustomerFilters list={list} />
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={12} />}
      {!error && data?.count === 0 && (
        <EmptyState
          title={t("customers.empty")}
          hint={data.hint ?? t("customers.emptyHint")}
        />
      )}
      {!error && data && data.count > 0 && (
        <>
          <CustomerTable customers={data.customers} />
          <Pages page={data} onMove={list.moveTo} />
        </>
      )}
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "customers.menu",
  icon: Users,
  translationNs: "ad-planning",
})
