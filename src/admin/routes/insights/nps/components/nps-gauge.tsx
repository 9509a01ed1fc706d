import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { Facts } from "../../../../components/facts"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatShare } from "../../../../lib/format"
import type { NpsScoreAnswer } from "../../../../lib/score-types"
import { GaugeArc } from "./gauge-arc"

/** The score with its margin, and what should be read beside it. */
export function NpsGauge({ score, previous_score: former }: NpsScoreAnswer) {
  const { t, locale } = useLocale()
  const points = (value: number | null) =>
    formatCount(value, locale, { isSigned: true })
  return (
    <Container className="flex flex-wrap items-center gap-x-10 gap-y-4">
      <div className="flex flex-col items-center" data-testid="nps-score">
        <GaugeArc score={score} label={t("nps.title")} />
        <Text size="xlarge" weight="plus" className="tabular-nums">
          {points(score.nps)}
          {score.margin !== null && (
            <Text as="span" size="small" className="text-ui-fg-subtle">
              {` ± ${formatCount(score.margin, locale)}`}
            </Text>
          )}
        </Text>
        {score.status === "insufficient_data" && (
          <Badge size="2xsmall" color="orange">
            {t("nps.thin", { observed: score.count, required: score.required })}
          </Badge>
        )}
      </div>
      <div className="min-w-72 flex-1">
        <Heading level="h2" className="pb-2">
          {t("nps.basedOn", { count: score.count })}
        </Heading>
        <Facts
          facts={[
            [
              t("nps.previous"),
              former && former.nps !== null ? points(former.nps) : null,
            ],
            [
              t("nps.allResponses"),
              `${points(score.all_responses.nps)} (${formatCount(score.all_responses.count, locale)})`,
            ],
            [
              t("nps.stars"),
              score.stars.count > 0
                ? `${points(score.stars.nps)} (${formatCount(score.stars.count, locale)})`
                : null,
            ],
            [
              t("nps.zeroToTen"),
              score.zero_to_ten.count > 0
                ? `${points(score.zero_to_ten.nps)} (${formatCount(score.zero_to_ten.count, locale)})`
                : null,
            ],
            [
              t("nps.responseRate"),
              score.response_rate === null
                ? null
                : t("nps.ofAsked", {
                    share: formatShare(score.response_rate, locale),
                    asked: formatCount(score.asked, locale),
                  }),
            ],
            [
              t("nps.undetermined"),
              score.undetermined > 0
                ? t("nps.ifDetractors", {
                    count: score.undetermined,
                    nps: points(score.nps_if_undetermined_detract),
                  })
                : null,
            ],
          ]}
        />
        {score.has_stars && (
          <Text size="xsmall" className="text-ui-fg-subtle pt-2">
            {t("nps.starsNote")}
          </Text>
        )}
      </div>
    </Container>
  )
}
