import { Drawer } from "@medusajs/ui"
import { Bar } from "../../../../components/bar"
import { BucketName } from "../../../../components/bucket-name"
import { CsvButton } from "../../../../components/csv-button"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { useDataDriven } from "../../../../hooks/api/attribution"
import { useLocale } from "../../../../hooks/use-locale"
import type { DataDrivenState } from "../../../../lib/api-types"
import type { DateRange } from "../../../../lib/date-range"
import { formatCount, formatMoney, formatShare } from "../../../../lib/format"
import { TrainingLine } from "./training-line"

const PATH = "/attribution/data-driven"

interface DataDrivenDrawerProps {
  /** Null is closed. */
  query: DateRange | null
  onClose: () => void
}

/** What would be lost without each campaign or channel, by the paths so far. */
export function DataDrivenDrawer({ query, onClose }: DataDrivenDrawerProps) {
  const { t } = useLocale()
  const { data, error, refetch } = useDataDriven(query)
  return (
    <Drawer
      open={query !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Drawer.Content className="sm:max-w-[860px]">
        <Drawer.Header>
          <Drawer.Title>{t("training.title")}</Drawer.Title>
          <Drawer.Description>{t("training.text")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          {error && <ErrorState error={error} onRetry={refetch} />}
          {!error && !data && <TableSkeleton rows={10} />}
          {!error && data && (
            <>
              <TrainingLine
                training={data.training}
                action={query && <CsvButton path={PATH} query={{ ...query }} />}
              />
              {data.states.length === 0 ? (
                <EmptyState
                  title={t("training.empty")}
                  hint={t("training.emptyHint")}
                />
              ) : (
                <States states={data.states} currency={data.currency} />
              )}
            </>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

interface StatesProps {
  states: DataDrivenState[]
  currency: string
}

function States({ states, currency }: StatesProps) {
  const { t, locale } = useLocale()
  const column = (
    key: "removal_effect_value" | "share" | "classical_value" | "paths",
    render: (state: DataDrivenState) => string
  ): Column<DataDrivenState> => ({
    key,
    header: t(`training.columns.${key}.label`),
    meaning: t(`training.columns.${key}.meaning`),
    isNumber: true,
    value: (state) => state[key],
    render,
  })
  const columns: Column<DataDrivenState>[] = [
    {
      key: "name",
      header: t("training.columns.name"),
      isWide: true,
      value: (state) => state.name,
      render: (state) => <BucketName bucket={state.key} name={state.name} />,
    },
    {
      key: "bar",
      header: "",
      render: (state) => <Bar share={state.removal_effect_value} />,
    },
    column("removal_effect_value", (state) =>
      formatShare(state.removal_effect_value, locale)
    ),
    column("share", (state) => formatShare(state.share, locale)),
    column("classical_value", (state) =>
      formatMoney(state.classical_value, currency, locale)
    ),
    column("paths", (state) => formatCount(state.paths, locale)),
  ]
  return (
    <SortableTable
      label={t("training.title")}
      columns={columns}
      rows={states}
      rowKey={(state) => state.key}
      sortKey="states_sort"
    />
  )
}
