import { Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { CsvButton } from "../../../../components/csv-button"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useUnresolved } from "../../../../hooks/api/reports"
import { useLocale } from "../../../../hooks/use-locale"
import type { AliasAnswer, UnresolvedValue } from "../../../../lib/api-types"
import type { DateRange } from "../../../../lib/date-range"
import { AliasTable } from "./alias-table"
import { CampaignForm } from "../../../../components/campaign-form"
import { AssignDrawer } from "./assign-drawer"
import { SettledNote } from "./settled-note"
import { UnresolvedTable } from "./unresolved-table"

const PATH = "/attribution/unresolved"
const MOST_VALUES = 50

/** Campaign names in links that fit none, and what hangs on each of them. */
export function UnresolvedView({ period }: { period: DateRange }) {
  const { t } = useLocale()
  const { data, error, refetch } = useUnresolved({
    ...period,
    limit: MOST_VALUES,
  })
  const [assigned, setAssigned] = useState<UnresolvedValue | null>(null)
  const [created, setCreated] = useState<UnresolvedValue | null>(null)
  const [settled, setSettled] = useState<AliasAnswer | null>(null)
  return (
    <div className="flex flex-col gap-y-3">
      {settled && (
        <SettledNote
          key={settled.alias.id}
          settled={settled}
          onClose={() => setSettled(null)}
        />
      )}
      <Container className="p-0">
        <div className="flex items-start justify-between gap-4 px-6 py-4">
          <div className="flex max-w-[640px] flex-col gap-y-1">
            <Heading level="h2">{t("unresolved.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("unresolved.subtitle")}
            </Text>
          </div>
          <CsvButton path={PATH} query={{ ...period }} />
        </div>
        {error && <ErrorState error={error} onRetry={refetch} />}
        {!error && !data && <TableSkeleton rows={8} />}
        {!error && data?.unresolved.length === 0 && (
          <EmptyState
            title={t("unresolved.empty")}
            hint={t("unresolved.emptyHint")}
          />
        )}
        {!error && data && data.unresolved.length > 0 && (
          <UnresolvedTable
            values={data.unresolved}
            currency={data.currency}
            onSettled={setSettled}
            onAssign={setAssigned}
            onCreate={setCreated}
          />
        )}
      </Container>
      <AliasTable />
      <AssignDrawer
        value={assigned}
        currency={data?.currency ?? "eur"}
        onClose={() => setAssigned(null)}
        onSettled={setSettled}
      />
      <CampaignForm
        campaign={null}
        isOpen={created !== null}
        name={created?.utm_campaign ?? ""}
        onClose={() => setCreated(null)}
      />
    </div>
  )
}
