import type { ExperimentResults } from "../../../../../../modules/ad-planning/types/http/experiments"
import { useLocale } from "../../../../../hooks/use-locale"
import { formatCount } from "../../../../../lib/format"
import { formatLift } from "../../lib/format-lift"

const LIFTS = ["lift", "lower", "upper", "effect"]
const METRICS = ["metric", "guardrail"]

/** Why an experiment says what it says, in the reader's language. */
export function useSentence(results: ExperimentResults): string {
  const { t, locale } = useLocale()
  const show = (name: string, value: string | number | null): string => {
    if (LIFTS.includes(name)) {
      const text = formatLift(typeof value === "number" ? value : null, locale)
      return name === "effect" ? text.replace(/^\+/, "") : text
    }
    if (METRICS.includes(name) && typeof value === "string") {
      return t(`experiments.metrics.${value}`)
    }
    return typeof value === "number"
      ? formatCount(value, locale)
      : (value ?? "–")
  }
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(results.values)) {
    shown[name] = show(name, value)
  }
  return t(`experiments.reasons.${results.reason}`, shown)
}
