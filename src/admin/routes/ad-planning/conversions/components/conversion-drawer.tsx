import { Badge, Button, Drawer, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Facts } from "../../../../components/facts"
import { TextLink } from "../../../../components/text-link"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import { Touchpoint } from "../../../../components/touchpoint"
import { useConversion } from "../../../../hooks/api/conversions"
import { useHealth } from "../../../../hooks/api/reports"
import { useLocale } from "../../../../hooks/use-locale"
import type { ConversionAnswer } from "../../../../lib/api-types"
import { formatInstant, formatMoney } from "../../../../lib/format"
import { profilePath } from "../../../../lib/timeline"

interface ConversionDrawerProps {
  id: string | null
  onExplain: (id: string) => void
  onClose: () => void
}

/** One conversion: its order, why net differs, and the touches before it. */
export function ConversionDrawer(props: ConversionDrawerProps) {
  const { id, onExplain, onClose } = props
  const { t } = useLocale()
  const { data, error, refetch } = useConversion(id)
  return (
    <Drawer open={id !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("conversion.title")}</Drawer.Title>
          <Drawer.Description className="sr-only">
            {t("conversion.details")}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
          {error && <ErrorState error={error} onRetry={refetch} />}
          {!error && !data && <TableSkeleton />}
          {!error && data && <Detail conversion={data.conversion} />}
        </Drawer.Body>
        {id !== null && (
          <Drawer.Footer>
            <Button
              size="small"
              variant="secondary"
              onClick={() => onExplain(id)}
            >
              {t("why.openFull")}
            </Button>
          </Drawer.Footer>
        )}
      </Drawer.Content>
    </Drawer>
  )
}

function Detail({ conversion }: ConversionAnswer) {
  const { t, locale } = useLocale()
  const settings = useHealth().data?.health.settings
  const money = (amount: number | null) =>
    formatMoney(amount, conversion.currency ?? "eur", locale)
  // Only an order is corrected afterwards.
  const isPurchase = conversion.conversion_type === "purchase"
  const time = (instant: string) =>
    formatInstant(instant, locale, settings?.timezone)
  return (
    <>
      <Facts
        facts={[
          [t("conversion.type"), t(`types.${conversion.conversion_type}`)],
          [t("conversion.name"), conversion.conversion_name],
          [t("conversion.source"), t(`conversionSources.${conversion.source}`)],
          [t("conversion.page"), conversion.pathname],
          [t("conversion.time"), time(conversion.converted_at)],
          [t("conversion.value"), money(conversion.conversion_value)],
          [
            t("conversion.net"),
            isPurchase ? money(conversion.net_value) : null,
          ],
        ]}
      />
      {(conversion.order_id || conversion.person_id) && (
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {conversion.order_id && (
            <TextLink to={`/orders/${conversion.order_id}`}>
              {t("conversion.toOrder")}
            </TextLink>
          )}
          {conversion.person_id && (
            <TextLink to={profilePath(conversion.person_id)}>
              {t("customer.toProfile")}
            </TextLink>
          )}
        </div>
      )}
      {isPurchase && (
        <Section title={t("conversion.adjustments")}>
          {conversion.adjustments.length === 0 && (
            <Muted>{t("conversion.noAdjustments")}</Muted>
          )}
          {conversion.adjustments.map((adjustment) => (
            <li key={adjustment.id} className="flex justify-between gap-x-4">
              <Text size="small">
                {t(`adjustments.${adjustment.source_type}`)}{" "}
                <span className="text-ui-fg-subtle">
                  {time(adjustment.occurred_at)}
                </span>
              </Text>
              <Text size="small" className="tabular-nums">
                {money(adjustment.amount)}
              </Text>
            </li>
          ))}
        </Section>
      )}
      <Section title={t("conversion.touches")}>
        {conversion.touches.length === 0 && (
          <Muted>
            {t("conversion.noTouches", { days: settings?.lookback_days ?? 30 })}
          </Muted>
        )}
        {conversion.touches.map((touch) => (
          <li key={touch.id}>
            <Touchpoint touch={touch} time={time(touch.started_at)} />
            {touch.id === conversion.attribution?.id && (
              <Badge size="2xsmall" color="green">
                {t("conversion.credited")}
              </Badge>
            )}
          </li>
        ))}
      </Section>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-y-2">
      <Heading level="h3">{title}</Heading>
      <ul className="flex flex-col gap-y-3">{children}</ul>
    </section>
  )
}

function Muted({ children }: { children: ReactNode }) {
  return (
    <li>
      <Text size="small" className="text-ui-fg-subtle">
        {children}
      </Text>
    </li>
  )
}
