import type { useLocale } from "../../hooks/use-locale"
import { formatCount, formatDay } from "../../lib/format"
import type { Score } from "../../lib/score-types"

type Translate = ReturnType<typeof useLocale>["t"]

const SHOWN_EVENTS = 3

/** Why a score is what it is, in a few words; null where nothing says so. */
export function scoreReason(
  { score_type, breakdown }: Score,
  t: Translate,
  locale: string
): string | null {
  if (score_type === "engagement") {
    return engagementReason(breakdown, t, locale)
  }
  if (score_type === "nps") {
    const { value, scale, answered_at } = breakdown
    return t("scores.reasons.nps", {
      value: formatCount(numberOf(value), locale),
      scale: scale === "1-5" ? 5 : 10,
      day: formatDay(`${answered_at}`.slice(0, 10), locale),
    })
  }
  const method = breakdown.method
  return typeof method === "string"
    ? t("scores.reasons.method", { method })
    : null
}

function engagementReason(
  { events, window_days }: Score["breakdown"],
  t: Translate,
  locale: string
): string {
  const kinds = Object.entries(isRecord(events) ? events : {})
    .map(([name, kind]) => ({
      name,
      events: isRecord(kind) ? numberOf(kind.events) : 0,
      points: isRecord(kind) ? numberOf(kind.points) : 0,
    }))
    .toSorted((a, b) => b.points - a.points)
    .slice(0, SHOWN_EVENTS)
    .map(({ name, events: count }) =>
      t(`scores.events.${name}`, {
        count,
        n: formatCount(count, locale),
        defaultValue: name,
      })
    )
  const days = numberOf(window_days)
  return kinds.length > 0
    ? t("scores.reasons.engagement", { what: kinds.join(", "), days })
    : t("scores.reasons.nothing", { days })
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
