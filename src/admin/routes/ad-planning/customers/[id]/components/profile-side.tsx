import { Container, Heading, Text } from "@medusajs/ui"
import { Facts } from "../../../../../components/facts"
import { ScoreList } from "../../../../../components/scores/score-list"
import { Truncated } from "../../../../../components/truncated"
import { useLocale } from "../../../../../hooks/use-locale"
import type { Profile, ProfileTouch } from "../../../../../lib/api-types"
import { formatInstant } from "../../../../../lib/format"
import { Identities } from "./identities"

interface ProfileSideProps {
  profile: Profile
  timezone: string
}

/** What brought somebody, and by what they are known. */
export function ProfileSide({ profile, timezone }: ProfileSideProps) {
  const { t } = useLocale()
  return (
    <>
      <Container>
        <ScoreList scores={profile.scores} />
      </Container>
      {(["acquisition", "last_touch"] as const).map((key) => (
        <Container key={key} className="flex flex-col gap-y-3">
          <div>
            <Heading level="h2">{t(`customer.${key}.title`)}</Heading>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t(`customer.${key}.meaning`)}
            </Text>
          </div>
          <CameBy touch={profile[key]} timezone={timezone} />
        </Container>
      ))}
      <Identities identities={profile.identities} timezone={timezone} />
    </>
  )
}

interface CameByProps {
  touch: ProfileTouch | null
  timezone: string
}

function CameBy({ touch, timezone }: CameByProps) {
  const { t, locale } = useLocale()
  if (!touch) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("customer.noTouch")}
      </Text>
    )
  }
  const source = [touch.utm_source, touch.utm_medium]
    .filter(Boolean)
    .join(" / ")
  return (
    <Facts
      facts={[
        [
          t("conversion.campaign"),
          touch.ad_campaign_id ? (
            <Truncated text={touch.campaign_name ?? touch.ad_campaign_id} />
          ) : (
            t("conversion.none")
          ),
        ],
        [t("conversion.channel"), touch.channel_group],
        [
          t("customer.source"),
          source ? <Truncated text={source} max={28} /> : null,
        ],
        [t("conversion.time"), formatInstant(touch.at, locale, timezone)],
      ]}
    />
  )
}
