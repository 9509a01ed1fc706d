import { clx } from "@medusajs/ui"
import { formatShare } from "../lib/format"
import { useLocale } from "../hooks/use-locale"

interface DeltaProps {
  /** A share: 0.12 is 12 % more; null when there is nothing to compare with. */
  change: number | null
  /** Which direction is good news; "none" for what is neither. */
  better: "more" | "less" | "none"
}

/** How far a figure moved, with its direction in text, not in colour alone. */
export function Delta({ change, better }: DeltaProps) {
  const { t, locale } = useLocale()
  if (change === null) {
    return <span className="text-ui-fg-subtle">{t("compare.nothing")}</span>
  }
  const isGood = better === "more" ? change > 0 : change < 0
  const isNeutral = better === "none" || change === 0
  return (
    <span
      className={clx("tabular-nums", {
        "text-ui-fg-subtle": isNeutral,
        "text-ui-tag-green-text": !isNeutral && isGood,
        "text-ui-tag-red-text": !isNeutral && !isGood,
      })}
    >
      {formatShare(change, locale, { isSigned: true })}
    </span>
  )
}
