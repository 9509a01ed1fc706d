import { Badge, Table, Text } from "@medusajs/ui"
import { useLocale } from "../../../../hooks/use-locale"
import type { SpendPreview } from "../../../../lib/spend-types"

/** What a file was taken for: its columns, its first rows, its sums, what it meets. */
export function Understood({ preview }: { preview: SpendPreview }) {
  const { t } = useLocale()
  const { understood, sums, left_out, campaigns } = preview
  const facts = [
    understood.platform,
    understood.encoding,
    understood.number_format,
    understood.date_format,
    ...understood.accounts,
    understood.time_zone,
    understood.is_remembered ? t("spend.remembered") : null,
  ].filter((fact) => fact !== null)
  const fresh = campaigns.filter(({ state }) => state === "new").length
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-wrap gap-2">
        {facts.map((fact) => (
          <Badge key={fact} size="2xsmall">
            {fact}
          </Badge>
        ))}
      </div>
      {sums.map((sum) => (
        <Text key={sum.currency} size="small">
          {t("spend.sum", {
            spend: sum.spend,
            currency: sum.currency.toUpperCase(),
            from: sum.from_date,
            to: sum.to_date,
            rows: sum.rows,
          })}
        </Text>
      ))}
      <Text size="small" className="text-ui-fg-subtle">
        {t("spend.meets", {
          campaigns: campaigns.length,
          fresh,
          replaced: preview.replaced_count,
          unchanged: preview.unchanged_count,
        })}
      </Text>
      {campaigns
        .filter(({ state }) => state === "renamed")
        .map(({ name, former_name, external_id }) => (
          <Text key={external_id ?? name} size="small">
            {t("spend.renamed", { name, former: former_name })}
          </Text>
        ))}
      {left_out.map(({ kind, count, lines, text }) => (
        <Text key={kind} size="small" className="text-ui-fg-subtle">
          {t(`spend.leftOut.${kind}`, { count, line: lines[0], text })}
        </Text>
      ))}
      <FirstRows preview={preview} />
    </div>
  )
}

function FirstRows({ preview: { rows } }: { preview: SpendPreview }) {
  const { t } = useLocale()
  const columns = [
    "campaign",
    "date",
    "spend",
    "impressions",
    "clicks",
  ] as const
  return (
    <div className="overflow-x-auto rounded-lg border">
      <Table>
        <Table.Header>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column}>
                {t(`spend.column.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={`${row.line} ${row.date}`}>
              <Table.Cell>{row.campaign}</Table.Cell>
              <Table.Cell>{row.date}</Table.Cell>
              <Table.Cell className="tabular-nums">
                {row.spend} {row.currency.toUpperCase()}
              </Table.Cell>
              <Table.Cell className="tabular-nums">
                {row.impressions}
              </Table.Cell>
              <Table.Cell className="tabular-nums">{row.clicks}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
