import { Container, Heading, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { TextLink } from "../../../../components/text-link"
import { usePreview } from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount, formatShare } from "../../../../lib/format"
import type { SegmentCriteria } from "../../../../lib/segment-types"
import { inWords } from "../../../../lib/segment-words"
import { profilePath } from "../../../../lib/timeline"

// Not every key stroke is asked about.
const WAIT_MS = 400

/** Who would be in the segment: how many, some of them, and the rules in words. */
export function PreviewPanel({ criteria }: { criteria: SegmentCriteria }) {
  const { t, locale } = useLocale()
  const [settled, setSettled] = useState(criteria)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(criteria), WAIT_MS)
    return () => clearTimeout(timer)
  }, [criteria])
  const { data, error } = usePreview(settled)
  const preview = error ? undefined : data?.preview
  return (
    <Container className="flex h-fit w-full flex-col gap-y-4 lg:w-[320px]">
      <Heading level="h2">{t("segments.preview.title")}</Heading>
      <div aria-live="polite">
        <Text size="xlarge" weight="plus" className="tabular-nums">
          {preview ? formatCount(preview.count, locale) : "–"}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {error
            ? error.message
            : t("segments.preview.share", {
                share: formatShare(preview?.share, locale),
                population: formatCount(preview?.population, locale),
              })}
        </Text>
      </div>
      <section className="flex flex-col gap-y-1">
        <Heading level="h3">{t("segments.preview.words")}</Heading>
        <Text size="small">{inWords(criteria, t)}</Text>
      </section>
      {preview && preview.examples.length > 0 && (
        <section className="flex flex-col gap-y-1">
          <Heading level="h3">{t("segments.preview.examples")}</Heading>
          <ul>
            {preview.examples.map(({ person_id, name }) => (
              <li key={person_id}>
                <TextLink to={profilePath(person_id)}>
                  {name ?? person_id}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Container>
  )
}
