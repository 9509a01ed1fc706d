import { Badge } from "@medusajs/ui"
import type { Decision } from "../../../../../modules/ad-planning/types/http/experiments"
import { useLocale } from "../../../../hooks/use-locale"

const COLOURS: Record<Decision, "grey" | "blue" | "green" | "orange" | "red"> =
  {
    insufficient_data: "grey",
    keep_running: "blue",
    ship_variant: "green",
    keep_control: "orange",
    no_difference: "grey",
    invalid_srm: "red",
    do_not_trust: "red",
  }

export function DecisionBadge({ decision }: { decision: Decision }) {
  const { t } = useLocale()
  return (
    <Badge size="2xsmall" color={COLOURS[decision]}>
      {t(`experiments.decisions.${decision}`)}
    </Badge>
  )
}
