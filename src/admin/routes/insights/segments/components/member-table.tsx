import { Button, Heading, toast } from "@medusajs/ui"
import { useState } from "react"
import { Pages } from "../../../../components/pages"
import {
  type Column,
  SortableTable,
} from "../../../../components/sortable-table"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import { TextLink } from "../../../../components/text-link"
import { useMembers, useRemoveMember } from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount } from "../../../../lib/format"
import type { Segment, SegmentMember } from "../../../../lib/segment-types"
import { profilePath } from "../../../../lib/timeline"

const PAGE_SIZE = 10

/** Who is in a segment, and why. */
export function MemberTable({ segment }: { segment: Segment }) {
  const { t, locale } = useLocale()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useMembers(segment.id, {
    limit: PAGE_SIZE,
    offset,
  })
  const { mutate } = useRemoveMember(segment.id)
  const columns: Column<SegmentMember>[] = [
    {
      key: "person",
      header: t("segments.person"),
      render: ({ person_id, name }) => (
        <TextLink to={profilePath(person_id)}>{name ?? person_id}</TextLink>
      ),
    },
    {
      key: "why",
      header: t("segments.why"),
      render: ({ added_reason }) => t(`segments.reasons.${added_reason}`),
    },
    {
      key: "engagement",
      header: t("segments.engagement"),
      isNumber: true,
      render: ({ scores }) => formatCount(scores.engagement?.value, locale),
    },
    {
      key: "remove",
      header: "",
      render: ({ person_id }) => (
        <Button
          size="small"
          variant="transparent"
          onClick={() =>
            mutate(person_id, {
              onError: (failure) => toast.error(failure.message),
            })
          }
        >
          {t("segments.remove")}
        </Button>
      ),
    },
  ]
  return (
    <section className="flex flex-col gap-y-2">
      <Heading level="h2">
        {t("segments.members", {
          total: formatCount(segment.customer_count, locale),
        })}
      </Heading>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <TableSkeleton />}
      {!error && data && (
        <>
          <SortableTable
            label={t("segments.members", { total: "" })}
            columns={columns}
            rows={data.members}
            rowKey={({ person_id }) => person_id}
          />
          {data.count > PAGE_SIZE && <Pages page={data} onMove={setOffset} />}
        </>
      )}
    </section>
  )
}
