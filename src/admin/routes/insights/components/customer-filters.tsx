import { Input, Label } from "@medusajs/ui"
import { useState } from "react"
import { Choice } from "../../../components/date-range-picker"
import { useLocale } from "../../../hooks/use-locale"
import {
  CUSTOMER_SORTINGS,
  LEVEL_FILTERS,
  type LevelFilter,
  type useCustomerList,
} from "./use-customer-list"

const ANY = "any"

/** Whom the list shows, and in which order. */
export function CustomerFilters({
  list,
}: {
  list: ReturnType<typeof useCustomerList>
}) {
  const { t } = useLocale()
  const [search, setSearch] = useState(list.query.q ?? "")
  return (
    <form
      className="flex flex-wrap items-end gap-2 px-6 py-4"
      onSubmit={(event) => {
        event.preventDefault()
        list.set("q", search.trim() || null)
      }}
    >
      <div className="flex flex-col gap-y-1">
        <Label size="xsmall" htmlFor="customer-search">
          {t("customers.search")}
        </Label>
        <Input
          id="customer-search"
          type="search"
          size="small"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onBlur={() => list.set("q", search.trim() || null)}
        />
      </div>
      {(Object.keys(LEVEL_FILTERS) as LevelFilter[]).map((filter) => (
        <Choice
          key={filter}
          label={t(`customers.filters.${filter}`)}
          value={`${list.query[filter] ?? ANY}`}
          options={[ANY, ...LEVEL_FILTERS[filter]]}
          textOf={(value) =>
            value === ANY ? t("customers.any") : t(`scores.levels.${value}`)
          }
          onChange={(value) => list.set(filter, value === ANY ? null : value)}
        />
      ))}
      <Choice
        label={t("customers.sort")}
        value={list.query.order ?? CUSTOMER_SORTINGS[0]}
        options={CUSTOMER_SORTINGS}
        textOf={(value) => t(`customers.sortings.${value}`)}
        onChange={(value) => list.set("order", value)}
      />
    </form>
  )
}
