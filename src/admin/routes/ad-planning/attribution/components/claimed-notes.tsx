import { Text } from "@medusajs/ui"
import { useLocale } from "../../../../hooks/use-locale"
import type { ClaimedAnswer } from "../../../../lib/api-types"
import { formatCount } from "../../../../lib/format"

/** What has to be known to read the ratios, and of how many campaigns it is true. */
export function ClaimedNotes({ notes }: Pick<ClaimedAnswer, "notes">) {
  const { t, locale } = useLocale()
  return (
    <ul className="border-ui-border-base flex flex-col gap-y-1 border-t px-6 py-3">
      {notes.map(({ code, campaigns }) => (
        <li key={code}>
          <Text as="span" size="xsmall" className="text-ui-fg-subtle">
            {t(`claimed.notes.${code}`, {
              campaigns: formatCount(campaigns, locale),
            })}
          </Text>
        </li>
      ))}
    </ul>
  )
}
