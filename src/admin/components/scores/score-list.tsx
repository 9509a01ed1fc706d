import { Heading, Text } from "@medusajs/ui"
import { useLocale } from "../../hooks/use-locale"
import { formatCount } from "../../lib/format"
import type { Score } from "../../lib/score-types"
import { ScoreBadge } from "./score-badge"
import { scoreReason } from "./score-reason"
import { scoreText } from "./score-value"

interface ScoreListProps {
  scores: Score[]
}

/** Somebody's scores, each with its reason. */
export function ScoreList({ scores }: ScoreListProps) {
  const { t, locale } = useLocale()
  return (
    <section className="flex flex-col gap-y-3" data-testid="scores">
      <Heading level="h2">{t("scores.title")}</Heading>
      {scores.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("scores.none")}
        </Text>
      )}
      <ul className="flex flex-col gap-y-3">
        {scores.map((score) => (
          <li key={score.id} className="flex flex-col gap-y-0.5">
            <div className="flex items-center justify-between gap-x-2">
              <Text size="small" className="text-ui-fg-subtle">
                {t(`scores.types.${score.score_type}`)}
              </Text>
              <span className="flex items-center gap-x-2">
                <ScoreBadge type={score.score_type} level={score.level} />
                <Text size="small" weight="plus" className="tabular-nums">
                  {scoreText(
                    score.score_type,
                    score.score_value,
                    locale,
                    score.breakdown.currency
                  )}
                </Text>
              </span>
            </div>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {[
                scoreReason(score, t, locale),
                score.percentile !== null &&
                  t("scores.percentile", {
                    share: formatCount(score.percentile, locale),
                  }),
              ]
                .filter((part) => part)
                .join(" · ")}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
