import { useLocale } from "../../../../hooks/use-locale"
import type { UnresolvedValue } from "../../../../lib/api-types"
import { formatCount, formatMoney } from "../../../../lib/format"
import { aliasOf } from "../../../../lib/unresolved-value"

/** Says what settling a value moves, before it is done. */
export function useStake() {
  const { t, locale } = useLocale()
  return (value: UnresolvedValue, campaign: string, currency: string) =>
    t("unresolved.stake", {
      value: aliasOf(value)?.value,
      campaign,
      website: value.website_id
        ? t("unresolved.ofWebsite", { website: value.website_id })
        : "",
      revenue: formatMoney(value.revenue, currency, locale),
      purchases: formatCount(value.purchases, locale),
      sessions: formatCount(value.sessions, locale),
    })
}
