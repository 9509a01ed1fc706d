import { Badge, Text } from "@medusajs/ui"
import { Fragment } from "react"
import {
  SortableTable,
  type Column,
} from "../../../../components/sortable-table"
import { useLocale } from "../../../../hooks/use-locale"
import type { PathsAnswer } from "../../../../lib/api-types"
import { formatCount, formatShare } from "../../../../lib/format"
import { useNodeName } from "./use-node-name"

/** A path, or with null all that are not listed. */
type Row = { walk: string[] | null; count: number; share: number | null }

/** The most frequent paths, and all others in one row. */
export function PathTable({ paths }: { paths: PathsAnswer }) {
  const { t, locale } = useLocale()
  const rows = paths.paths.map(({ steps, end, ...figures }): Row => ({
    ...figures,
    walk: paths.direction === "from" ? [...steps, end] : [end, ...steps],
  }))
  const columns: Column<Row>[] = [
    {
      key: "walk",
      header: t("paths.columns.walk"),
      isWide: true,
      render: ({ walk }) =>
        walk ? (
          <Walk names={walk} />
        ) : (
          <Text as="span" size="small" className="text-ui-fg-subtle">
            {t("paths.other")}
          </Text>
        ),
    },
    {
      key: "count",
      header: t("funnel.columns.count.label"),
      meaning: t("paths.columns.count"),
      isNumber: true,
      render: (row) => formatCount(row.count, locale),
    },
    {
      key: "share",
      header: t("paths.columns.share.label"),
      meaning: t("paths.columns.share.meaning"),
      isNumber: true,
      render: (row) => formatShare(row.share, locale),
    },
  ]
  return (
    <SortableTable
      label={t("paths.table")}
      columns={columns}
      rows={rows}
      footer={paths.other.count > 0 ? [{ walk: null, ...paths.other }] : []}
      rowKey={(row) => row.walk?.join() ?? "other"}
    />
  )
}

function Walk({ names }: { names: string[] }) {
  const nameOf = useNodeName()
  return (
    <span className="flex min-w-60 flex-wrap items-center gap-x-1.5 gap-y-1 py-2">
      {names.map((name, index) => (
        // The same step may stand twice.
        <Fragment key={index}>
          {index > 0 && (
            <span aria-hidden className="text-ui-fg-muted">
              →
            </span>
          )}
          {name.startsWith("(") ? (
            <Text as="span" size="xsmall" className="text-ui-fg-subtle">
              {nameOf(name)}
            </Text>
          ) : (
            <Badge size="2xsmall">{nameOf(name)}</Badge>
          )}
        </Fragment>
      ))}
    </span>
  )
}
