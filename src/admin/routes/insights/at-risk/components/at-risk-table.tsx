import { Badge, Table, Text } from "@medusajs/ui"
import { TextLink } from "../../../../components/text-link"
import { useLocale } from "../../../../hooks/use-locale"
import type { AtRiskCustomer } from "../../../../lib/at-risk-types"
import { formatCount, formatMoney } from "../../../../lib/format"

const COLUMNS = ["customer", "value", "risk", "last", "why", "action"] as const

/** Who may be about to leave, why, and what may help. */
export function AtRiskTable({ customers }: { customers: AtRiskCustomer[] }) {
  const { t } = useLocale()
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            {COLUMNS.map((column) => (
              <Table.HeaderCell key={column}>
                {t(`atRisk.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {customers.map((customer) => (
            <Row key={customer.person_id} customer={customer} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function Row({ customer }: { customer: AtRiskCustomer }) {
  const { t, locale } = useLocale()
  const { person_id, person, breakdown, value_at_stake, reasons } = customer
  const name = [person?.first_name, person?.last_name].filter(Boolean).join(" ")
  const labels = reasons.length
    ? [...new Set(reasons.map((reason) => t(`atRisk.reason.${reason}`)))]
    : [t("atRisk.fallbackReason")]
  return (
    <Table.Row>
      <Table.Cell>
        <TextLink
          to={`/ad-planning/customers/${encodeURIComponent(person_id)}`}
        >
          {name || person?.email || person_id}
        </TextLink>
      </Table.Cell>
      <Table.Cell className="tabular-nums">
        {formatMoney(
          breakdown.currency ? value_at_stake : null,
          breakdown.currency ?? "eur",
          locale
        )}
      </Table.Cell>
      <Table.Cell className="tabular-nums">
        {formatCount(customer.risk, locale)}
      </Table.Cell>
      <Table.Cell>
        {t("atRisk.daysAgo", { count: breakdown.days_since_last_purchase })}
      </Table.Cell>
      <Table.Cell>
        <div className="flex flex-wrap gap-1 py-1">
          {labels.map((label) => (
            <Badge key={label} size="2xsmall">
              {label}
            </Badge>
          ))}
        </div>
      </Table.Cell>
      <Table.Cell>
        <Text size="small">{t(`atRisk.actions.${customer.action}`)}</Text>
      </Table.Cell>
    </Table.Row>
  )
}
