import { Badge, Button, Text } from "@medusajs/ui"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { Truncated } from "../../../../components/truncated"
import { useCampaigns } from "../../../../hooks/api/campaigns"
import { useHealth } from "../../../../hooks/api/reports"
import { useLocale } from "../../../../hooks/use-locale"
import type { Conversion } from "../../../../lib/api-types"
import { formatInstant, formatMoney } from "../../../../lib/format"

interface ConversionTableProps {
  conversions: Conversion[]
  onOpen: (id: string) => void
  onExplain: (id: string) => void
}

export function ConversionTable(props: ConversionTableProps) {
  const { conversions, onOpen, onExplain } = props
  const { t, locale } = useLocale()
  const { data } = useCampaigns()
  const timezone = useHealth().data?.health.settings.timezone
  const names = new Map(data?.campaigns.map(({ id, name }) => [id, name]))
  const money = (row: Conversion, amount: number | null) =>
    row.currency ? formatMoney(amount, row.currency, locale) : "–"
  const columns: Column<Conversion>[] = [
    {
      key: "time",
      header: t("conversion.time"),
      render: (row) => (
        <button
          type="button"
          onClick={() => onOpen(row.id)}
          className="text-ui-fg-base underline underline-offset-2 focus-visible:shadow-borders-focus rounded outline-none hover:text-ui-fg-subtle"
        >
          {formatInstant(row.converted_at, locale, timezone)}
        </button>
      ),
    },
    {
      key: "type",
      header: t("conversion.type"),
      render: (row) => (
        <span className="flex items-center gap-x-2">
          {t(`types.${row.conversion_type}`)}
          {row.is_first_purchase && (
            <Badge size="2xsmall">{t("conversion.first")}</Badge>
          )}
          {row.canceled_at && (
            <Badge size="2xsmall" color="red">
              {t("conversion.canceled")}
            </Badge>
          )}
        </span>
      ),
    },
    {
      key: "campaign",
      header: t("conversion.campaign"),
      render: (row) =>
        row.ad_campaign_id ? (
          <Truncated
            text={names.get(row.ad_campaign_id) ?? row.ad_campaign_id}
          />
        ) : (
          <Text as="span" size="small" className="text-ui-fg-subtle">
            {row.utm_campaign ? (
              <Truncated text={row.utm_campaign} />
            ) : (
              t("conversion.none")
            )}
          </Text>
        ),
    },
    {
      key: "channel",
      header: t("conversion.channel"),
      render: (row) => row.channel_group ?? "–",
    },
    {
      key: "value",
      header: t("conversion.value"),
      isNumber: true,
      render: (row) => money(row, row.conversion_value),
    },
    {
      key: "net",
      header: t("conversion.net"),
      isNumber: true,
      render: (row) => money(row, row.net_value),
    },
    {
      key: "why",
      header: "",
      isNumber: true,
      render: (row) => (
        <Button
          size="small"
          variant="transparent"
          aria-label={t("why.openFull")}
          onClick={() => onExplain(row.id)}
        >
          {t("why.open")}
        </Button>
      ),
    },
  ]
  return (
    <SortableTable
      label={t("conversions.title")}
      columns={columns}
      rows={conversions}
      rowKey={(row) => row.id}
    />
  )
}
