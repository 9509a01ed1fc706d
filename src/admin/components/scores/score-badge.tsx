import { Badge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { ScoreType } from "../../../modules/ad-planning/types"
import { useLocale } from "../../hooks/use-locale"

type Colour = ComponentProps<typeof Badge>["color"]

const COLOURS: Record<string, Colour> = {
  promoter: "green",
  passive: "grey",
  detractor: "red",
  none: "grey",
  low: "grey",
  medium: "blue",
  high: "green",
  at_risk: "orange",
  lost: "red",
}

// Of these two a high value is bad.
const RISK_COLOURS: Record<string, Colour> = {
  low: "green",
  medium: "orange",
  high: "red",
}

interface ScoreBadgeProps {
  type: ScoreType
  level: string | null
}

/** What a score means in one word. */
export function ScoreBadge({ type, level }: ScoreBadgeProps) {
  const { t } = useLocale()
  if (level === null) {
    return null
  }
  const colour =
    (type === "churn_risk" ? RISK_COLOURS[level] : undefined) ?? COLOURS[level]
  return (
    <Badge size="2xsmall" color={colour ?? "grey"}>
      {t(`scores.levels.${level}`, {
        defaultValue: level.replaceAll("_", " "),
      })}
    </Badge>
  )
}
