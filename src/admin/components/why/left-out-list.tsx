import { Text } from "@medusajs/ui"
import { useHealth } from "../../hooks/api/reports"
import { useLocale } from "../../hooks/use-locale"
import type { LeftOut } from "../../lib/api-types"
import { formatInstant } from "../../lib/format"
import { Truncated } from "../truncated"
import { Muted, WhySection } from "./why-section"

/** Visits that got nothing, each with the reason. */
export function LeftOutList({ leftOut }: { leftOut: LeftOut[] }) {
  const { t, locale } = useLocale()
  const timezone = useHealth().data?.health.settings.timezone
  return (
    <WhySection title={t("why.leftOut")}>
      {leftOut.length === 0 && <Muted>{t("why.nothingLeftOut")}</Muted>}
      <ul className="flex flex-col gap-y-2">
        {leftOut.map((visit, index) => (
          <li
            // A stamp has neither id.
            key={visit.touch_id ?? visit.session_id ?? index}
            className="flex flex-wrap items-baseline justify-between gap-x-4"
          >
            <span className="flex min-w-0 flex-col">
              <Text as="span" size="small">
                {formatInstant(visit.started_at, locale, timezone)}
              </Text>
              <Text as="span" size="xsmall" className="text-ui-fg-subtle">
                <Truncated text={originOf(visit)} max={64} />
              </Text>
            </span>
            <Text as="span" size="small" className="text-ui-fg-subtle">
              {t(`why.reasons.${visit.reason}`)}
            </Text>
          </li>
        ))}
      </ul>
    </WhySection>
  )
}

function originOf(visit: LeftOut): string {
  return [
    visit.campaign_name ?? visit.ad_campaign_id,
    visit.channel_group,
    visit.referrer ?? visit.landing_page,
  ]
    .filter(Boolean)
    .join(" · ")
}
