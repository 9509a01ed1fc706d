import { Button, Input, Label } from "@medusajs/ui"
import { useState } from "react"
import { Choice } from "../../../../components/date-range-picker"
import { useCampaigns } from "../../../../hooks/api/campaigns"
import { useLocale } from "../../../../hooks/use-locale"
import type {
  ConversionFilter,
  ConversionFilterState,
} from "./use-conversion-filters"

const ALL = "all"
const TYPES = ["purchase", "lead_form_submission"]
const PLATFORMS = ["meta", "google", "generic", "direct"]

/** What of the conversions is shown. */
export function ConversionFilters({
  filters,
}: {
  filters: ConversionFilterState
}) {
  const { t } = useLocale()
  const { data } = useCampaigns()
  const campaigns = data?.campaigns ?? []
  const nameOf = (id: string) =>
    campaigns.find((campaign) => campaign.id === id)?.name ?? id
  const choice = (
    filter: ConversionFilter,
    label: string,
    options: string[],
    textOf: (value: string) => string
  ) => (
    <Choice
      label={label}
      value={filters.query[filter] ?? ALL}
      options={[ALL, ...options]}
      textOf={textOf}
      onChange={(value) => filters.set(filter, value === ALL ? null : value)}
    />
  )
  return (
    <div className="flex flex-wrap items-end gap-2 px-6 pb-4">
      {choice("conversion_type", t("conversions.type"), TYPES, (value) =>
        value === ALL ? t("conversions.allTypes") : t(`types.${value}`)
      )}
      {choice("platform", t("conversions.platform"), PLATFORMS, (value) =>
        value === ALL ? t("conversions.allPlatforms") : value
      )}
      {choice(
        "ad_campaign_id",
        t("conversions.campaign"),
        campaigns.map(({ id }) => id),
        (value) =>
          value === ALL ? t("conversions.allCampaigns") : nameOf(value)
      )}
      <OrderSearch
        key={filters.query.order_id}
        orderId={filters.query.order_id ?? ""}
        onSearch={(id) => filters.set("order_id", id || null)}
      />
      {Object.values(filters.query).some(Boolean) && (
        <Button size="small" variant="transparent" onClick={filters.clear}>
          {t("conversions.clear")}
        </Button>
      )}
    </div>
  )
}

interface OrderSearchProps {
  orderId: string
  onSearch: (id: string) => void
}

function OrderSearch({ orderId, onSearch }: OrderSearchProps) {
  const { t } = useLocale()
  const [text, setText] = useState(orderId)
  return (
    <form
      className="flex flex-col gap-y-1"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(text.trim())
      }}
    >
      <Label size="xsmall" htmlFor="conversion-order">
        {t("conversions.search")}
      </Label>
      <Input
        id="conversion-order"
        type="text"
        size="small"
        value={text}
        placeholder="order_…"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== orderId && onSearch(text.trim())}
      />
    </form>
  )
}
