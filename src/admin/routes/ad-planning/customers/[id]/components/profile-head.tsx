import { clx, Container, Heading, Text } from "@medusajs/ui"
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
import { ProfileActions } from "./profile-actions"

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
  const amounts = orders.by_currency.length
    ? orders.by_currency.flatMap(({ currency, net_value, average_value }) => [
        { key: "net", value: formatMoney(net_value, currency, locale) },
        { key: "average", value: formatMoney(average_value, currency, locale) },
      ])
    : [
        { key: "net", value: "–" },
        { key: "average", value: "–" },
      ]
  const figures = [
    { key: "orders", value: formatCount(orders.count, locale) },
    {
      key: "last",
      value: orders.last_at
        ? formatDay(dayIn(timezone, new Date(orders.last_at)), locale)
        : "–",
    },
    ...amounts,
  ]
  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h1" className="break-words">
            {name ?? t("customer.unknown")}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle break-words">
            {person
              ? person.email !== name && person.email
              : t("customer.noRecord")}
          </Text>
        </div>
        <ProfileActions personId={profile.person_id} name={name} />
      </div>
      <div
        className={clx(
          "bg-ui-border-base border-ui-border-base grid grid-cols-2 gap-px border-t",
          { "md:grid-cols-4": figures.length === 4 }
        )}
      >
        {figures.map(({ key, value }) => (
          <KpiCard
            key={`${key} ${value}`}
            label={t(`customer.figures.${key}.label`)}
            meaning={t(`customer.figures.${key}.meaning`)}
            value={value}
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
