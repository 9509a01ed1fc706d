import { Container, Heading, Table, Text } from "@medusajs/ui"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import { useSpendCoverage } from "../../../../hooks/api/spend"
import { useLocale } from "../../../../hooks/use-locale"

const SHOWN_GAPS = 5

/** How far each platform's spend is known, and clicks on days without any. */
export function Coverage() {
  const { t } = useLocale()
  const { data, error, refetch } = useSpendCoverage()
  if (data?.coverage.length === 0) {
    return null
  }
  return (
    <Container className="p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("spend.coverage")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("spend.coverageHint")}
        </Text>
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={2} />}
      {data && (
        <Table>
          <Table.Body>
            {data.coverage.map(({ platform, last_date, campaigns, gaps }) => (
              <Table.Row key={platform}>
                <Table.Cell>{platform}</Table.Cell>
                <Table.Cell>
                  {t("spend.covered", { date: last_date, campaigns })}
                </Table.Cell>
                <Table.Cell>
                  {gaps.length === 0 ? t("spend.noGaps") : null}
                  {gaps.slice(0, SHOWN_GAPS).map((gap) => (
                    <Text
                      key={`${gap.ad_campaign_id} ${gap.from_date}`}
                      size="small"
                    >
                      {t("spend.gap", {
                        name: gap.name,
                        from: gap.from_date,
                        to: gap.to_date,
                        clicks: gap.clicks,
                      })}
                    </Text>
                  ))}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Container>
  )
}
