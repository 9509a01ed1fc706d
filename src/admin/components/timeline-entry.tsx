import { Badge, Text } from "@medusajs/ui"
import { useCampaigns } from "../hooks/api/campaigns"
import { useLocale } from "../hooks/use-locale"
import type { Journey } from "../lib/api-types"
import { formatMoney } from "../lib/format"
import { detailOf, whyPath } from "../lib/timeline"
import { EventIcon } from "./event-icon"
import { TextLink } from "./text-link"
import { Truncated } from "./truncated"

interface TimelineEntryProps {
  journey: Journey
  /** As it is to be written. */
  time: string
  /** Longer details and names are cut. */
  max?: number
}

/** One touchpoint: what, when, and beside it its campaign and value. */
export function TimelineEntry({ journey, time, max = 48 }: TimelineEntryProps) {
  const { t, locale } = useLocale()
  const campaigns = useCampaigns().data?.campaigns
  const { event_type, event_data, ad_campaign_id, value, currency } = journey
  const campaign = campaigns?.find(({ id }) => id === ad_campaign_id)?.name
  const detail = detailOf(journey)
  return (
    <div className="flex items-start gap-x-3">
      <EventIcon type={event_type} />
      <div className="flex min-w-0 flex-1 flex-col">
        <span className="flex flex-wrap items-center gap-x-2">
          <Text as="span" size="small" weight="plus">
            {t(`events.${event_type}`)}
          </Text>
          {event_data.canceled === true && (
            <Badge size="2xsmall" color="red">
              {t("conversion.canceled")}
            </Badge>
          )}
          {typeof event_data.rating === "number" && (
            <Text as="span" size="small">
              {t("timeline.rating", { stars: event_data.rating })}
            </Text>
          )}
          {journey.source_type === "order" && (
            <>
              <TextLink to={`/orders/${journey.source_id}`}>
                {t("conversion.order")}
              </TextLink>
              <TextLink to={whyPath(journey.source_id)}>
                {t("why.open")}
              </TextLink>
            </>
          )}
        </span>
        {detail && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            <Truncated text={detail} max={max} />
          </Text>
        )}
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {time} · {t(`channels.${journey.channel}`)}
          {ad_campaign_id && (
            <>
              {" · "}
              <Truncated text={campaign ?? ad_campaign_id} max={max} />
            </>
          )}
        </Text>
      </div>
      {value !== null && currency && (
        <Text size="small" className="whitespace-nowrap tabular-nums">
          {formatMoney(value, currency, locale)}
        </Text>
      )}
    </div>
  )
}
