import { StatusBadge, Text, Tooltip } from "@medusajs/ui"
import type { Column } from "../../../components/sortable-table"
import { Truncated } from "../../../components/truncated"
import type { useLocale } from "../../../hooks/use-locale"
import type { RoiRow } from "../../../lib/api-types"
import { formatCount, formatMoney, formatRatio } from "../../../lib/format"

type Translate = ReturnType<typeof useLocale>["t"]

/** Best first: what the column is sorted by. */
const VERDICTS = [
  "higher_return",
  "cheaper_purchases",
  "unclear",
  "dearer_purchases",
  "lower_return",
  "thin",
] as const
type Verdict = (typeof VERDICTS)[number]

const VERDICT_COLOURS = {
  higher_return: "green",
  cheaper_purchases: "green",
  unclear: "grey",
  dearer_purchases: "red",
  lower_return: "red",
  thin: "orange",
} as const

/** The columns of the campaign table, in the reader's language and currency. */
export function campaignColumns(
  t: Translate,
  locale: string,
  currency: string,
  onOpen: (campaignId: string) => void
): Column<RoiRow>[] {
  const money = (amount: number | null) => formatMoney(amount, currency, locale)
  const figure = (
    key: "revenue" | "purchases" | "new_customers",
    write: (value: number | null) => string
  ): Column<RoiRow> => ({
    key,
    header: t(`columns.${key}.label`),
    meaning: t(`columns.${key}.meaning`),
    isNumber: true,
    value: (row) => row[key],
    render: (row) => write(row[key]),
  })
  const count = (value: number | null) => formatCount(value, locale)
  return [
    {
      key: "name",
      header: t("columns.name.label"),
      value: (row) => row.name,
      render: (row) => <CampaignName row={row} t={t} onOpen={onOpen} />,
    },
    {
      key: "spend",
      header: t("columns.spend.label"),
      meaning: t("columns.spend.meaning"),
      isNumber: true,
      value: (row) => row.spend,
      // What is no campaign has no spend, not one of 0.
      render: (row) => money(row.ad_campaign_id === null ? null : row.spend),
    },
    figure("revenue", money),
    {
      key: "roas",
      header: t("columns.roas.label"),
      meaning: t("columns.roas.meaning"),
      isNumber: true,
      value: (row) => row.roas,
      render: (row) => (
        <Estimate
          value={row.roas}
          low={row.roas_low}
          high={row.roas_high}
          write={(value) => formatRatio(value, locale)}
        />
      ),
    },
    {
      key: "evidence",
      header: t("columns.evidence.label"),
      meaning: t("columns.evidence.meaning"),
      value: (row) => {
        const verdict = verdictOf(row)
        return verdict && -VERDICTS.indexOf(verdict)
      },
      render: (row) => <VerdictBadge row={row} t={t} />,
    },
    {
      key: "cpa",
      header: t("columns.cpa.label"),
      meaning: t("columns.cpa.meaning"),
      isNumber: true,
      value: (row) => (row.spend ? row.cpa : null),
      render: (row) => (
        <Estimate
          value={row.spend ? row.cpa : null}
          low={row.cpa_low}
          high={row.cpa_high}
          write={money}
        />
      ),
    },
    figure("purchases", count),
    figure("new_customers", count),
  ]
}

interface CampaignNameProps {
  row: RoiRow
  t: Translate
  onOpen: (campaignId: string) => void
}

function CampaignName({ row, t, onOpen }: CampaignNameProps) {
  const id = row.ad_campaign_id
  if (id === null) {
    return (
      <Tooltip content={t(`remainder.${row.name}.meaning`)} maxWidth={280}>
        <span tabIndex={0} className="text-ui-fg-subtle">
          {t(`remainder.${row.name}.label`)}
        </span>
      </Tooltip>
    )
  }
  return (
    <span className="flex items-center gap-x-2">
      <button
        type="button"
        title={t("link.title")}
        onClick={() => onOpen(id)}
        className="text-ui-fg-base focus-visible:shadow-borders-focus hover:text-ui-fg-subtle rounded underline underline-offset-2 outline-none"
      >
        <Truncated text={row.name} isInButton />
      </button>
      <Text as="span" size="xsmall" className="text-ui-fg-subtle">
        {row.platform}
      </Text>
    </span>
  )
}

interface EstimateProps {
  value: number | null
  low: number | null
  high: number | null
  write: (value: number | null) => string
}

/** A figure with its interval under it. */
function Estimate({ value, low, high, write }: EstimateProps) {
  return (
    <span className="flex flex-col items-end leading-tight">
      <span>{write(value)}</span>
      {low !== null && high !== null && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {`${write(low)} – ${write(high)}`}
        </Text>
      )}
    </span>
  )
}

function VerdictBadge({ row, t }: { row: RoiRow; t: Translate }) {
  const verdict = verdictOf(row)
  if (verdict === null) {
    return null
  }
  return (
    <Tooltip content={t(`verdict.${verdict}.meaning`)} maxWidth={280}>
      <span tabIndex={0}>
        <StatusBadge color={VERDICT_COLOURS[verdict]}>
          {t(`verdict.${verdict}.label`)}
        </StatusBadge>
      </span>
    </Tooltip>
  )
}

/**
 * The strongest statement that chance does not explain: of the return, else of
 * the cost per purchase, which is known sooner where orders differ in size.
 */
function verdictOf(row: RoiRow): Verdict | null {
  const { roas_evidence, cpa_evidence } = row
  if (roas_evidence === null || cpa_evidence === null) {
    return null
  }
  if (roas_evidence === "better" || roas_evidence === "worse") {
    return roas_evidence === "better" ? "higher_return" : "lower_return"
  }
  if (cpa_evidence === "better" || cpa_evidence === "worse") {
    return cpa_evidence === "better" ? "cheaper_purchases" : "dearer_purchases"
  }
  return roas_evidence
}
