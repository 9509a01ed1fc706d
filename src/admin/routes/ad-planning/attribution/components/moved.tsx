import { Text } from "@medusajs/ui"
import { BucketName } from "../../../../components/bucket-name"
import { useLocale } from "../../../../hooks/use-locale"
import type { Move } from "../../../../lib/api-types"
import { formatCount, formatMoney } from "../../../../lib/format"

/** What went from where to where. */
export function Moved({ moved }: { moved: Move[] }) {
  const { t, locale } = useLocale()
  return (
    <ul className="flex flex-col gap-y-1">
      {moved.map((move) => (
        <li
          key={JSON.stringify([move.from_key, move.to_key, move.currency])}
          className="txt-small"
        >
          <BucketName bucket={move.from_key} name={move.from_name} />{" "}
          <span aria-hidden>→</span>{" "}
          <BucketName bucket={move.to_key} name={move.to_name} />
          <Text as="span" size="small" className="text-ui-fg-subtle">
            {": "}
            {t("aliases.move", {
              purchases: formatCount(move.purchases, locale),
              revenue: move.currency
                ? formatMoney(move.revenue, move.currency, locale)
                : "–",
            })}
          </Text>
        </li>
      ))}
    </ul>
  )
}
