import { Badge, Text } from "@medusajs/ui"
import { useHealth } from "../../hooks/api/reports"
import { useLocale } from "../../hooks/use-locale"
import type { WhyTouch } from "../../lib/api-types"
import { formatDuration, formatInstant } from "../../lib/format"
import { BucketName } from "../bucket-name"
import { ruleOf } from "../touchpoint"
import { Truncated } from "../truncated"

interface PathTouchProps {
  touch: WhyTouch
  /** Whether last touch gives it everything. */
  isLast: boolean
}

/** One touch of the path: when, from where, and by which rule it has its campaign. */
export function PathTouch({ touch, isLast }: PathTouchProps) {
  const { t } = useLocale()
  const source = [touch.utm_source, touch.utm_medium]
    .filter(Boolean)
    .join(" / ")
  const { utm_campaign, utm_id } = touch
  const details = [
    touch.is_paid
      ? `${touch.channel_group}, ${t("why.paid")}`
      : touch.channel_group,
    source || touch.referrer,
    // The resolved name alone would hide what the link said.
    utm_campaign !== touch.campaign_name &&
      utm_campaign &&
      `utm_campaign: ${utm_campaign}`,
    utm_id && `utm_id: ${utm_id}`,
    Object.keys(touch.click_ids ?? {}).join(", "),
  ].filter(Boolean)
  return (
    <span className="border-ui-border-strong relative ml-1.5 flex min-w-56 flex-col border-l py-2 pl-4">
      <span
        aria-hidden
        className="bg-ui-fg-base absolute -left-[5px] top-3.5 size-2.5 rounded-full"
      />
      <span className="flex flex-wrap items-center gap-x-2">
        <Text as="span" size="small" weight="plus">
          <BucketName bucket={touch.key} name={touch.campaign_name} max={30} />
        </Text>
        {isLast && <Badge size="2xsmall">{t("why.last")}</Badge>}
      </span>
      <Text as="span" size="xsmall" className="text-ui-fg-subtle">
        <When touch={touch} />
      </Text>
      {details.map((detail) => (
        <Text
          key={`${detail}`}
          as="span"
          size="xsmall"
          className="text-ui-fg-subtle"
        >
          <Truncated text={`${detail}`} max={48} />
        </Text>
      ))}
      <Text as="span" size="xsmall" className="text-ui-fg-subtle">
        {ruleOf(touch, t)}
      </Text>
    </span>
  )
}

function When({ touch }: { touch: WhyTouch }) {
  const { t, locale } = useLocale()
  const timezone = useHealth().data?.health.settings.timezone
  if (touch.resolution_method === "manual" && touch.source === "conversion") {
    return t("why.byHand")
  }
  if (touch.confidence === "undated") {
    return t("why.undated")
  }
  const before = t("why.before", {
    time: formatDuration(touch.seconds_before, locale),
  })
  return [
    before,
    formatInstant(touch.started_at, locale, timezone),
    touch.source === "order" && t("why.stamp"),
  ]
    .filter(Boolean)
    .join(" · ")
}
