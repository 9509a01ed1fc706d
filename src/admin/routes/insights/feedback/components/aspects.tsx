import { Button, Container, Heading } from "@medusajs/ui"
import type { SentimentStats } from "../../../../hooks/api/sentiment"
import { useLocale } from "../../../../hooks/use-locale"

const DECIMALS = 2

/** What texts speak of; a click shows those of one aspect alone. */
export function Aspects({
  rows,
  chosen,
  onChoose,
}: {
  rows: SentimentStats["aspects"]
  chosen: string | null
  onChoose: (aspect: string | null) => void
}) {
  const { t } = useLocale()
  return (
    <Container className="flex flex-col gap-y-3">
      <Heading level="h2">{t("sentiment.aspects")}</Heading>
      <div className="flex flex-wrap gap-2">
        {rows.map(({ key, mean, texts }) => (
          <Button
            key={key}
            size="small"
            variant={key === chosen ? "primary" : "secondary"}
            onClick={() => onChoose(key === chosen ? null : key)}
          >
            {t(`sentiment.aspect.${key}`)} {mean?.toFixed(DECIMALS)} ({texts})
          </Button>
        ))}
      </div>
    </Container>
  )
}
