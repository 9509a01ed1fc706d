import { Container, Heading, Text } from "@medusajs/ui"
import { ScoreBadge } from "../../../../components/scores/score-badge"
import { TextLink } from "../../../../components/text-link"
import { useLocale } from "../../../../hooks/use-locale"
import { formatInstant } from "../../../../lib/format"
import { nameOf, type NpsBreakdownAnswer } from "../../../../lib/score-types"
import { profilePath } from "../../../../lib/timeline"

interface NpsCommentsProps {
  comments: NpsBreakdownAnswer["comments"]
  timezone: string
}

/** What customers wrote, newest first. */
export function NpsComments({ comments, timezone }: NpsCommentsProps) {
  const { t, locale } = useLocale()
  return (
    <Container className="flex flex-col gap-y-4">
      <Heading level="h2">{t("nps.comments")}</Heading>
      {comments.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("nps.noComments")}
        </Text>
      )}
      <ul className="flex flex-col gap-y-4">
        {comments.map((row) => (
          <li key={row.id} className="flex flex-col gap-y-1">
            <div className="flex flex-wrap items-center gap-x-2">
              <ScoreBadge type="nps" level={row.group} />
              <Text size="small" weight="plus" className="tabular-nums">
                {`${row.value} / ${row.scale === "1-5" ? 5 : 10}`}
              </Text>
              {row.person_id ? (
                <TextLink to={profilePath(row.person_id)}>
                  {nameOf(row.person, row.person_id)}
                </TextLink>
              ) : (
                <Text size="small" className="text-ui-fg-subtle">
                  {t("nps.unknown")}
                </Text>
              )}
              <Text size="xsmall" className="text-ui-fg-subtle">
                {formatInstant(row.answered_at, locale, timezone)}
              </Text>
            </div>
            <Text size="small" className="whitespace-pre-wrap break-words">
              {row.comment}
            </Text>
          </li>
        ))}
      </ul>
    </Container>
  )
}
