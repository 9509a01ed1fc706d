import { Button, Drawer, Heading, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { ErrorState } from "../../../../components/states"
import { useScoreModel } from "../../../../hooks/api/at-risk"
import { useLocale } from "../../../../hooks/use-locale"
import type { ModelAnswer } from "../../../../lib/at-risk-types"
import { formatCount, formatRatio, formatShare } from "../../../../lib/format"

/** How the scores are made and how good they are, for who owns the shop. */
export function ModelCards() {
  const { t } = useLocale()
  const [isOpen, setOpen] = useState(false)
  return (
    <Drawer open={isOpen} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("atRisk.card.open")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("atRisk.card.open")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-auto">
          <Card type="churn_risk" isOpen={isOpen} />
          <Card type="clv" isOpen={isOpen} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function Card({
  type,
  isOpen,
}: {
  type: "clv" | "churn_risk"
  isOpen: boolean
}) {
  const { t, locale } = useLocale()
  const { data, error, refetch } = useScoreModel(type, isOpen)
  const model = data?.model
  return (
    <section className="flex flex-col gap-y-2">
      <Heading level="h2">
        {t(type === "clv" ? "atRisk.card.clv" : "atRisk.card.churn")}
      </Heading>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {data && !model && <Text size="small">{t("atRisk.card.none")}</Text>}
      {model && (
        <>
          {type === "clv" ? <Clv model={model} /> : <Churn model={model} />}
          <Text size="small" className="text-ui-fg-subtle">
            {t("atRisk.card.trained", {
              date: new Date(model.trained_at).toLocaleDateString(locale),
            })}
          </Text>
        </>
      )}
    </section>
  )
}

type Model = NonNullable<ModelAnswer["model"]>

function Clv({ model: { params, metrics } }: { model: Model }) {
  const { t, locale } = useLocale()
  return (
    <>
      <Text size="small">{t(`atRisk.card.method.${params.method}`)}</Text>
      <Text size="small">
        {t("atRisk.card.history", {
          weeks: formatCount(metrics.history_weeks, locale),
          count: metrics.repeat_buyers,
        })}
      </Text>
    </>
  )
}

function Churn({ model: { params, metrics } }: { model: Model }) {
  const { t, locale } = useLocale()
  const line = t("atRisk.card.line", { line: formatCount(params.line, locale) })
  if (params.method === "fallback") {
    return (
      <Text size="small">
        {t("atRisk.card.fallback")} {line}
      </Text>
    )
  }
  return (
    <>
      <Text size="small">
        {t("atRisk.card.auc", {
          auc: formatShare(metrics.auc, locale),
          recency: formatShare(metrics.recency_auc, locale),
          count: metrics.buyers,
        })}{" "}
        {line}
      </Text>
      <Text size="small">
        {t("atRisk.card.brier", {
          brier: formatRatio(metrics.brier, locale),
          base: formatRatio(metrics.base_brier, locale),
        })}
      </Text>
      <Table>
        <Table.Header>
          <Table.Row>
            {(["predicted", "observed", "customers"] as const).map((column) => (
              <Table.HeaderCell key={column}>
                {t(`atRisk.card.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {(metrics.calibration ?? []).map((bin, index) => (
            <Table.Row key={index}>
              <Table.Cell>{formatShare(bin.predicted, locale)}</Table.Cell>
              <Table.Cell>{formatShare(bin.observed, locale)}</Table.Cell>
              <Table.Cell>{bin.count}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </>
  )
}
