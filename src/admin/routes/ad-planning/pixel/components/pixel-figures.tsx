import { Alert, Container, Text } from "@medusajs/ui"
import { KpiCard } from "../../../../components/kpi-card"
import { useLocale } from "../../../../hooks/use-locale"
import type { PixelAnswer } from "../../../../lib/api-types"
import { formatCount, formatInstant, formatShare } from "../../../../lib/format"

/** The period's figures, and what to do when nothing arrives. */
export function PixelFigures({ pixel }: PixelAnswer) {
  const { t, locale } = useLocale()
  const { totals, last_accepted_at, period } = pixel
  const shown = {
    accepted: formatCount(totals.accepted, locale),
    refused: formatCount(totals.refused_calls, locale),
    orders: formatCount(totals.orders, locale),
    with_visitor: formatShare(totals.with_visitor_rate, locale),
  }
  return (
    <>
      {totals.accepted === 0 && totals.orders > 0 && (
        <Alert variant="warning">{t("pixel.silent")}</Alert>
      )}
      <Container className="overflow-hidden p-0">
        <div className="bg-ui-border-base grid grid-cols-2 gap-px md:grid-cols-4">
          {(["accepted", "refused", "orders", "with_visitor"] as const).map(
            (key) => (
              <KpiCard
                key={key}
                label={t(`pixel.figures.${key}.label`)}
                meaning={t(`pixel.figures.${key}.meaning`)}
                value={shown[key]}
                former={null}
                change={null}
                better="none"
              />
            )
          )}
        </div>
        <Text
          size="small"
          className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3"
        >
          {last_accepted_at
            ? t("pixel.lastAccepted", {
                time: formatInstant(last_accepted_at, locale, period.timezone),
              })
            : t("pixel.neverAccepted")}
        </Text>
      </Container>
    </>
  )
}
