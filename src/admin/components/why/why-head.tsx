import { Badge } from "@medusajs/ui"
import { useHealth } from "../../hooks/api/reports"
import { useLocale } from "../../hooks/use-locale"
import type { Explanation } from "../../lib/api-types"
import { formatInstant, formatMoney } from "../../lib/format"
import { profilePath } from "../../lib/timeline"
import { BucketName } from "../bucket-name"
import { Facts } from "../facts"
import { TextLink } from "../text-link"

/** What is explained, and what it is credited to. */
export function WhyHead({ explanation }: { explanation: Explanation }) {
  const { t, locale } = useLocale()
  const timezone = useHealth().data?.health.settings.timezone
  const { conversion } = explanation
  const { order_id, person_id, currency, net_value } = conversion
  return (
    <div className="flex max-w-[560px] flex-col gap-y-3">
      <Facts
        facts={[
          [
            t("why.credited"),
            <BucketName
              key="credited"
              bucket={explanation.key}
              name={explanation.campaign_name}
              max={48}
            />,
          ],
          [
            t("conversion.type"),
            <span key="type" className="flex flex-wrap items-center gap-x-2">
              {t(`types.${conversion.conversion_type}`)}
              {conversion.is_first_purchase && (
                <Badge size="2xsmall">{t("conversion.first")}</Badge>
              )}
              {conversion.canceled_at && (
                <Badge size="2xsmall" color="red">
                  {t("conversion.canceled")}
                </Badge>
              )}
            </span>,
          ],
          [
            t("conversion.time"),
            formatInstant(conversion.converted_at, locale, timezone),
          ],
          [
            t("conversion.net"),
            currency && formatMoney(net_value, currency, locale),
          ],
        ]}
      />
      {(order_id || person_id) && (
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {order_id && (
            <TextLink to={`/orders/${order_id}`}>
              {t("conversion.toOrder")}
            </TextLink>
          )}
          {person_id && (
            <TextLink to={profilePath(person_id)}>
              {t("customer.toProfile")}
            </TextLink>
          )}
        </div>
      )}
    </div>
  )
}
