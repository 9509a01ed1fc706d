import { Container, Heading, Text } from "@medusajs/ui"
import { KpiCard } from "../../../../../components/kpi-card"
import { useLocale } from "../../../../../hooks/use-locale"
import type { Profile } from "../../../../../lib/api-types"
import { dayIn } from "../../../../../lib/date-range"
import {
  formatCount,
  formatDay,
  formatInstant,
  formatMoney,
} from "../../../../../lib/format"
import { nameOf } from "../../../../../lib/timeline"

interface ProfileHeadProps {
  profile: Profile
  timezone: string
}

/** Who it is, and what they bought. */
export function ProfileHead({ profile, timezone }: ProfileHeadProps) {
  const { t, locale } = useLocale()
  const { person, orders } = profile
  const name = nameOf(person)
  const time = (instant: string | null) =>
    instant ? formatInstant(instant, locale, timezone) : "–"
  // Amounts of different currencies stand beside each other, never in one.
  const amounts = (key: "net_value" | "average_value") =>
    orders.by_currency
      .map((row) => formatMoney(row[key], row.currency, locale))
      .join(" + ") || "–"
  const figures = {
    orders: formatCount(orders.count, locale),
    net: amounts("net_value"),
    average: amounts("average_value"),
    last: orders.last_at
      ? formatDay(dayIn(timezone, new Date(orders.last_at)), locale)
      : "–",
  }
  return (
    <Container className="overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading level="h1" className="break-words">
          {name ?? t("customer.unknown")}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {person
            ? person.email !== name && person.email
            : t("customer.noRecord")}
        </Text>
      </div>
      <div className="bg-ui-border-base border-ui-border-base grid grid-cols-2 gap-px border-t md:grid-cols-4">
        {(["orders", "net", "average", "last"] as const).map((key) => (
          <KpiCard
            key={key}
            label={t(`customer.figures.${key}.label`)}
            meaning={t(`customer.figures.${key}.meaning`)}
            value={figures[key]}
            former={null}
            change={null}
            better="none"
          />
        ))}
      </div>
      <Text
        size="small"
        className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
      >
        {profile.touchpoints > 0
          ? t("customer.seen", {
              touchpoints: formatCount(profile.touchpoints, locale),
              first: time(profile.first_seen_at),
              last: time(profile.last_seen_at),
            })
          : t("customer.neverSeen")}
      </Text>
    </Container>
  )
}
