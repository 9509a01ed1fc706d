import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { ScoreList } from "../components/scores/score-list"
import { Facts } from "../components/facts"
import { ErrorState } from "../components/states"
import { TextLink } from "../components/text-link"
import { TimelineEntry } from "../components/timeline-entry"
import { Truncated } from "../components/truncated"
import {
  usePersonOfCustomer,
  useProfile,
  useTimeline,
} from "../hooks/api/customers"
import { useHealth } from "../hooks/api/reports"
import { useLocale } from "../hooks/use-locale"
import type { Journey, Profile } from "../lib/api-types"
import { formatCount, formatInstant, formatMoney } from "../lib/format"
import { profilePath } from "../lib/timeline"

const SHOWN = 5

/** On a customer: what brought them, and what they did last. */
export default function CustomerJourney({
  data: customer,
}: DetailWidgetProps<AdminCustomer>) {
  const { t } = useLocale()
  const person = usePersonOfCustomer(customer.id)
  const id = person.data ?? null
  const profile = useProfile(id)
  const timeline = useTimeline(id, { limit: SHOWN })
  const failed = [person, profile, timeline].find(({ error }) => error)
  const known = profile.data && timeline.data
  return (
    <Container className="flex flex-col gap-y-4">
      <Heading level="h2">{t("customerWidget.title")}</Heading>
      {failed?.error && (
        <ErrorState error={failed.error} onRetry={() => failed.refetch()} />
      )}
      {!failed && person.data === null && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("customerWidget.none")}
        </Text>
      )}
      {!failed && known && (
        <Known
          profile={profile.data.profile}
          journeys={timeline.data.pages[0]?.journeys ?? []}
        />
      )}
      {!failed && person.data !== null && !known && (
        <Skeleton className="h-32 w-full" />
      )}
    </Container>
  )
}

function Known({
  profile,
  journeys,
}: {
  profile: Profile
  journeys: Journey[]
}) {
  const { t, locale } = useLocale()
  const timezone = useHealth().data?.health.settings.timezone
  const { orders, acquisition } = profile
  const time = (instant: string) => formatInstant(instant, locale, timezone)
  return (
    <>
      <Facts
        facts={[
          [
            t("customer.figures.net.label"),
            orders.by_currency
              .map((row) => formatMoney(row.net_value, row.currency, locale))
              .join(" + ") || null,
          ],
          [
            t("customerWidget.touchpoints"),
            formatCount(profile.touchpoints, locale),
          ],
          [
            t("customerWidget.first"),
            profile.first_seen_at && time(profile.first_seen_at),
          ],
          [
            t("customer.acquisition.title"),
            acquisition && (
              <Truncated
                text={acquisition.campaign_name ?? acquisition.channel_group}
                max={24}
              />
            ),
          ],
        ]}
      />
      <ScoreList scores={profile.scores} />
      {journeys.length > 0 && (
        <section className="flex flex-col gap-y-3">
          <Heading level="h3">{t("customerWidget.last")}</Heading>
          <ul className="flex flex-col gap-y-3">
            {journeys.map((journey) => (
              <li key={journey.id}>
                <TimelineEntry
                  journey={journey}
                  time={time(journey.timestamp)}
                  max={28}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <TextLink to={profilePath(profile.person_id)}>
        {t("customer.toProfile")}
      </TextLink>
    </>
  )
}

export const config = defineWidgetConfig({
  id: "ad-planning-customer-journey",
  zone: "customer.details.side.after",
})
