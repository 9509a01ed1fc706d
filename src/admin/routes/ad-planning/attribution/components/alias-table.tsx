import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { CsvButton } from "../../../../components/csv-button"
import { Pages } from "../../../../components/pages"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import {
  EmptyState,
  ErrorState,
  TableSkeleton,
} from "../../../../components/states"
import { Truncated } from "../../../../components/truncated"
import { useAliases } from "../../../../hooks/api/attribution"
import { useHealth } from "../../../../hooks/api/reports"
import { useUserName } from "../../../../hooks/api/users"
import { useLocale } from "../../../../hooks/use-locale"
import type { Alias } from "../../../../lib/api-types"
import { formatCount, formatInstant } from "../../../../lib/format"
import { DeleteAliasButton } from "./delete-alias-button"

const PATH = "/attribution/aliases"
const PAGE_SIZE = 20

/** Values that somebody settled, newest first. */
export function AliasTable() {
  const { t } = useLocale()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useAliases({ limit: PAGE_SIZE, offset })
  return (
    <Container className="p-0">
      <div className="flex items-start justify-between gap-4 px-6 py-4">
        <div className="flex flex-col gap-y-1">
          <Heading level="h2">{t("aliases.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("aliases.subtitle")}
          </Text>
        </div>
        <CsvButton path={PATH} query={{}} />
      </div>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton rows={3} />}
      {!error && data?.count === 0 && (
        <EmptyState title={t("aliases.empty")} hint={t("aliases.emptyHint")} />
      )}
      {!error && data && data.count > 0 && (
        <>
          <Aliases aliases={data.aliases} />
          {data.count > PAGE_SIZE && <Pages page={data} onMove={setOffset} />}
        </>
      )}
    </Container>
  )
}

function Aliases({ aliases }: { aliases: Alias[] }) {
  const { t, locale } = useLocale()
  const timezone = useHealth().data?.health.settings.timezone
  const userName = useUserName()
  const columns: Column<Alias>[] = [
    {
      key: "value",
      header: t("aliases.columns.value"),
      render: (alias) => (
        <span className="flex items-center gap-x-2">
          <Truncated text={alias.normalised_value} max={32} />
          {alias.kind === "utm_id" && <Badge size="2xsmall">utm_id</Badge>}
          {alias.website_id && (
            <Badge size="2xsmall">
              <Truncated text={alias.website_id} max={16} />
            </Badge>
          )}
        </span>
      ),
    },
    {
      key: "campaign",
      header: t("columns.name.label"),
      isWide: true,
      render: (alias) => (
        <Truncated text={alias.campaign_name ?? alias.ad_campaign_id} />
      ),
    },
    {
      key: "touches",
      header: t("aliases.columns.touches"),
      isNumber: true,
      render: (alias) => formatCount(alias.touches, locale),
    },
    {
      key: "by",
      header: t("aliases.columns.by"),
      render: (alias) =>
        alias.created_by ? (
          <Truncated text={userName(alias.created_by)} max={24} />
        ) : (
          "–"
        ),
    },
    {
      key: "at",
      header: t("aliases.columns.at"),
      render: (alias) => formatInstant(alias.created_at, locale, timezone),
    },
    {
      key: "delete",
      header: "",
      isNumber: true,
      render: (alias) => <DeleteAliasButton alias={alias} />,
    },
  ]
  return (
    <SortableTable
      label={t("aliases.title")}
      columns={columns}
      rows={aliases}
      rowKey={(alias) => alias.id}
      sortKey="aliases_sort"
    />
  )
}
