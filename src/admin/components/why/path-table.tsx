import { Text } from "@medusajs/ui"
import { useLocale } from "../../hooks/use-locale"
import type { Explanation } from "../../lib/api-types"
import { sumOfCredits } from "../../lib/attribution-figures"
import { formatMoney, formatShare } from "../../lib/format"
import { Bar } from "../bar"
import { PathTouch } from "./path-touch"
import { Muted, WhySection } from "./why-section"
import {
  ATTRIBUTION_MODELS,
  type AttributionModel,
} from "../../../modules/ad-planning/types/enums"

/** The touches as a timeline, and beside each what every model gives to it. */
export function PathTable({ explanation }: { explanation: Explanation }) {
  const { t } = useLocale()
  const { conversion, touches, lookback_days, unattributed } = explanation
  return (
    <WhySection
      title={t("why.path")}
      text={t("why.pathText", { days: lookback_days })}
    >
      {conversion.erased_at && <Muted>{t("why.erased")}</Muted>}
      {touches.length === 0 && !conversion.erased_at && (
        <Muted>{t("why.noTouch")}</Muted>
      )}
      {conversion.net_value === null && <Muted>{t("why.noValue")}</Muted>}
      {(touches.length > 0 || unattributed) && <Path of={explanation} />}
    </WhySection>
  )
}

function Path({ of: explanation }: { of: Explanation }) {
  const { t, locale } = useLocale()
  const { touches, unattributed, conversion } = explanation
  const { currency } = conversion
  const money = (amount: number | null) =>
    currency ? formatMoney(amount, currency, locale) : "–"
  return (
    <div
      className="overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label={t("why.path")}
    >
      <table className="txt-small w-full min-w-[760px]">
        <thead>
          <tr className="text-ui-fg-subtle border-ui-border-base border-b">
            <th scope="col" className="w-full py-2 text-left font-normal">
              {t("why.touch")}
            </th>
            {ATTRIBUTION_MODELS.map((model) => (
              <th
                key={model}
                scope="col"
                title={t(`models.names.${model}.meaning`)}
                className="min-w-20 py-2 pl-3 text-right align-bottom font-normal"
              >
                {t(`models.names.${model}.label`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {touches.map((touch) => (
            <tr key={touch.touch_key}>
              <th scope="row" className="text-left font-normal">
                <PathTouch
                  touch={touch}
                  isLast={touch.id === explanation.attribution_id}
                />
              </th>
              {ATTRIBUTION_MODELS.map((model) => (
                <td key={model} className="pl-3 align-top">
                  <Credit {...touch.credits[model]} write={money} />
                </td>
              ))}
            </tr>
          ))}
          {unattributed && (
            <tr>
              <th scope="row" className="py-2 text-left font-normal">
                {t("why.unattributed")}
              </th>
              {ATTRIBUTION_MODELS.map((model) => (
                <td key={model} className="py-2 text-right tabular-nums">
                  {money(unattributed[model])}
                </td>
              ))}
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr className="border-ui-border-base border-t">
            <th scope="row" className="txt-small-plus py-2 text-left">
              {t("why.total")}
            </th>
            {ATTRIBUTION_MODELS.map((model) => (
              <td
                key={model}
                className="txt-small-plus whitespace-nowrap py-2 pl-3 text-right tabular-nums"
              >
                {money(totalOf(explanation, model))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function totalOf(
  { touches, unattributed }: Explanation,
  model: AttributionModel
) {
  return unattributed ? unattributed[model] : sumOfCredits(touches, model)
}

interface CreditProps {
  share: number
  amount: number | null
  write: (amount: number | null) => string
}

function Credit({ share, amount, write }: CreditProps) {
  const { locale } = useLocale()
  return (
    <span className="flex flex-col items-end gap-y-0.5 py-2 tabular-nums leading-tight">
      <span className="w-16">
        <Bar share={share} className="h-1.5 min-w-0" />
      </span>
      <span>{formatShare(share, locale)}</span>
      {amount !== null && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {write(amount)}
        </Text>
      )}
    </span>
  )
}
