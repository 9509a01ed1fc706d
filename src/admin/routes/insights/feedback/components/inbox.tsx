import { Container, Select, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { Pages } from "../../../../components/pages"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import {
  type Label,
  useOverrideSentiment,
  useSentiments,
} from "../../../../hooks/api/sentiment"
import { useLocale } from "../../../../hooks/use-locale"

const PAGE_SIZE = 20
const LABELS: Label[] = ["positive", "neutral", "mixed", "negative"]
const ORDERS = ["-occurred_at", "sentiment_score", "-customer_value"]
const ORDER_NAMES: Record<string, string> = {
  "-occurred_at": "newest",
  sentiment_score: "worst",
  "-customer_value": "value",
}

/** Comments as they were written, with the label that a person may correct. */
export function Inbox({ aspect }: { aspect: string | null }) {
  const { t } = useLocale()
  const [order, setOrder] = useState("-occurred_at")
  const [offset, setOffset] = useState(0)
  const override = useOverrideSentiment()
  const { data, error, refetch } = useSentiments({
    order,
    offset,
    limit: PAGE_SIZE,
    ...(aspect ? { aspect } : {}),
  })
  const reorder = (chosen: string) => {
    setOrder(chosen)
    setOffset(0)
  }
  return (
    <Container className="p-0">
      <div className="max-w-[240px] px-6 py-4">
        <Select value={order} onValueChange={reorder} size="small">
          <Select.Trigger>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {ORDERS.map((one) => (
              <Select.Item key={one} value={one}>
                {t(`sentiment.orders.${ORDER_NAMES[one]}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton />}
      {data && (
        <>
          <Table>
            <Table.Body>
              {data.sentiments.map((item) => (
                <Table.Row key={item.id}>
                  <Table.Cell className="w-full whitespace-normal py-2">
                    <Text size="small">{item.text ?? t("sentiment.gone")}</Text>
                    <Text size="xsmall" className="text-ui-fg-subtle">
                      {item.occurred_at.slice(0, "YYYY-MM-DD".length)}{" "}
                      {item.order_id && (
                        <Link to={`/orders/${item.order_id}`}>
                          {t("sentiment.order")}
                        </Link>
                      )}
                    </Text>
                  </Table.Cell>
                  <Table.Cell>
                    <Select
                      size="small"
                      value={item.sentiment_label}
                      onValueChange={(value) => {
                        const label = LABELS.find((one) => one === value)
                        if (label) {
                          override.mutate({ id: item.id, label })
                        }
                      }}
                    >
                      <Select.Trigger aria-label={t("sentiment.override")}>
                        <Select.Value />
                      </Select.Trigger>
                      <Select.Content>
                        {LABELS.map((label) => (
                          <Select.Item key={label} value={label}>
                            {t(`sentiment.labels.${label}`)}
                          </Select.Item>
                        ))}
                      </Select.Content>
                    </Select>
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
          {data.count > PAGE_SIZE && <Pages page={data} onMove={setOffset} />}
        </>
      )}
    </Container>
  )
}
