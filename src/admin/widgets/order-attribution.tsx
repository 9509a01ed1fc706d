import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { ErrorState } from "../components/states"
import { TextLink } from "../components/text-link"
import { ruleOf } from "../components/touchpoint"
import { Truncated } from "../components/truncated"
import { WhyDrawer } from "../components/why/why-drawer"
import { useConversion, useConversions } from "../hooks/api/conversions"
import { useLocale } from "../hooks/use-locale"
import type { ConversionAnswer } from "../lib/api-types"
import { profilePath } from "../lib/timeline"

/** On an order: which campaign earned it, and by which rule. */
export default function OrderAttribution({
  data: order,
}: DetailWidgetProps<AdminOrder>) {
  const { t } = useLocale()
  const list = useConversions({ order_id: order.id, limit: 1 })
  const id = list.data?.conversions[0]?.id ?? null
  const detail = useConversion(id)
  const error = list.error ?? detail.error
  return (
    <Container className="flex flex-col gap-y-3">
      <Heading level="h2">{t("widget.title")}</Heading>
      {error && (
        <ErrorState
          error={error}
          onRetry={() => (list.error ? list.refetch() : detail.refetch())}
        />
      )}
      {!error && list.data && !id && <Muted text={t("widget.none")} />}
      {!error && detail.data && (
        <Credited conversion={detail.data.conversion} />
      )}
      {!error && !(list.data && !id) && !detail.data && (
        <Skeleton className="h-16 w-full" />
      )}
    </Container>
  )
}

function Credited({ conversion }: ConversionAnswer) {
  const { t } = useLocale()
  const [isExplained, setExplained] = useState(false)
  const touch = conversion.attribution
  return (
    <>
      {touch ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="txt-small text-ui-fg-subtle">
            {t("widget.campaign")}
          </dt>
          <dd className="txt-small">
            <Truncated
              text={
                touch.campaign_name ??
                touch.utm_campaign ??
                t("conversion.none")
              }
              max={28}
            />
          </dd>
          <dt className="txt-small text-ui-fg-subtle">{t("widget.rule")}</dt>
          <dd className="txt-small">{ruleOf(touch, t)}</dd>
          <dt className="txt-small text-ui-fg-subtle">{t("widget.channel")}</dt>
          <dd className="txt-small">{touch.channel_group}</dd>
        </dl>
      ) : (
        <Muted text={t("widget.direct")} />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button
          size="small"
          variant="secondary"
          onClick={() => setExplained(true)}
        >
          {t("why.openFull")}
        </Button>
        <TextLink to={`/ad-planning/conversions?open=${conversion.id}`}>
          {t("widget.details")}
        </TextLink>
        {conversion.person_id && (
          <TextLink to={profilePath(conversion.person_id)}>
            {t("customer.toProfile")}
          </TextLink>
        )}
      </div>
      <WhyDrawer
        id={isExplained ? conversion.id : null}
        onClose={() => setExplained(false)}
      />
    </>
  )
}

function Muted({ text }: { text: string }) {
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {text}
    </Text>
  )
}

export const config = defineWidgetConfig({
  id: "ad-planning-order-attribution",
  zone: "order.details.side.after",
})
