import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { TextLink } from "../../../components/text-link"
import { Truncated } from "../../../components/truncated"
import { useUnresolved } from "../../../hooks/api/reports"
import { useLocale } from "../../../hooks/use-locale"
import type {
  HealthAnswer,
  SourceHealth,
  UnresolvedValue,
} from "../../../lib/api-types"
import type { ReportQuery } from "../../../../api/utils/report-params"
import { formatCount, formatMoney } from "../../../lib/format"
import { BudgetAttention } from "./budget-attention"

const MOST_VALUES = 5
// Sources are read every 15 minutes at most: an hour without means trouble.
const LATE_SECONDS = 3_600

interface AttentionProps extends HealthAnswer {
  query: ReportQuery
}

/** What somebody should look at: lost campaigns and sources that lag. */
export function Attention({ health, query }: AttentionProps) {
  const { t, locale } = useLocale()
  const { data } = useUnresolved({
    from: query.from,
    to: query.to,
    limit: MOST_VALUES,
  })
  const late = health.sources.filter(isLate)
  const pending = health.pending.filter(({ failed_ids }) => failed_ids.length)
  const failedJobs = health.jobs.filter(({ last_error }) => last_error !== null)
  const troubles = late.length + pending.length + failedJobs.length
  const values = data?.unresolved ?? []
  return (
    <Container className="p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("attention.title")}
      </Heading>
      <ul className="divide-ui-border-base divide-y">
        <BudgetAttention />
        {late.map((source) => (
          <Item key={source.source}>
            {t(source.last_error ? "attention.failed" : "attention.late", {
              source: t(`sources.${source.source}`),
              minutes: formatCount(
                Math.round((source.lag_seconds ?? 0) / 60),
                locale
              ),
              error: source.last_error,
            })}
          </Item>
        ))}
        {pending.map(({ work, failed_ids, last_error }) => (
          <Item key={work}>
            {t("attention.pending", {
              work: t(`pending.${work}`),
              total: formatCount(failed_ids.length, locale),
              error: last_error,
            })}
          </Item>
        ))}
        {failedJobs.map(({ name, last_error }) => (
          <Item key={name}>
            {t("attention.job", { name, error: last_error })}
          </Item>
        ))}
        {values.map((row, index) => (
          <Item key={index}>
            {(row.utm_campaign ?? row.utm_id) ? (
              <>
                <Truncated text={row.utm_campaign ?? row.utm_id ?? ""} />{" "}
              </>
            ) : null}
            {t(`attention.${reasonOf(row)}`, {
              source: row.utm_source ?? "–",
              revenue: formatMoney(
                row.revenue,
                data?.currency ?? "eur",
                locale
              ),
              purchases: formatCount(row.purchases, locale),
              sessions: formatCount(row.sessions, locale),
            })}
          </Item>
        ))}
        {data && troubles + values.length === 0 && (
          <Item>{t("attention.nothing")}</Item>
        )}
        {values.length > 0 && (
          <Item>
            <TextLink to={`/ad-planning/attribution?${settleParams(query)}`}>
              {t("attention.settle")}
            </TextLink>
          </Item>
        )}
      </ul>
    </Container>
  )
}

function Item({ children }: { children: ReactNode }) {
  return (
    <li className="px-6 py-3">
      <Text size="small">{children}</Text>
    </li>
  )
}

function reasonOf(row: UnresolvedValue): string {
  return row.utm_campaign || row.utm_id
    ? (row.unresolved_reason ?? "no_match")
    : "paid_click"
}

function settleParams({ from, to }: ReportQuery): URLSearchParams {
  return new URLSearchParams({
    view: "unresolved",
    ...(from && to ? { from, to } : {}),
  })
}

function isLate({ is_present, last_error, lag_seconds }: SourceHealth) {
  return (
    is_present && (last_error !== null || (lag_seconds ?? 0) > LATE_SECONDS)
  )
}
