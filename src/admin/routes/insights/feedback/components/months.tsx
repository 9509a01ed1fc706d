import { Table } from "@medusajs/ui"
import type { SentimentStats } from "../../../../hooks/api/sentiment"
import { useLocale } from "../../../../hooks/use-locale"

const LABELS = ["positive", "neutral", "mixed", "negative"] as const
const DECIMALS = 2

/** The trend: the mean score of each month with its interval, and its labels. */
export function Months({ rows }: { rows: SentimentStats["stats"] }) {
  const { t } = useLocale()
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>{t("sentiment.month")}</Table.HeaderCell>
          <Table.HeaderCell>{t("sentiment.score")}</Table.HeaderCell>
          <Table.HeaderCell>{t("sentiment.texts")}</Table.HeaderCell>
          {LABELS.map((label) => (
            <Table.HeaderCell key={label}>
              {t(`sentiment.labels.${label}`)}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map(({ key, mean, lower, upper, texts, labels }) => (
          <Table.Row key={key}>
            <Table.Cell>{key?.slice(0, "YYYY-MM".length)}</Table.Cell>
            <Table.Cell>
              {mean?.toFixed(DECIMALS)}
              {lower !== null &&
                upper !== null &&
                ` (${lower.toFixed(DECIMALS)} – ${upper.toFixed(DECIMALS)})`}
            </Table.Cell>
            <Table.Cell>{texts}</Table.Cell>
            {LABELS.map((label) => (
              <Table.Cell key={label}>{labels[label]}</Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}
