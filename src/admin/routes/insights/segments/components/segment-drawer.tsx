import { Button, Drawer, Text, toast, usePrompt } from "@medusajs/ui"
import { CsvButton } from "../../../../components/csv-button"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import {
  useCalculate,
  useDeleteSegment,
  useDuplicate,
  useSegment,
} from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"
import type { Segment } from "../../../../lib/segment-types"
import { inWords } from "../../../../lib/segment-words"
import { GroupSync } from "./group-sync"
import { MemberTable } from "./member-table"

interface SegmentDrawerProps {
  id: string | null
  onClose: () => void
  onEdit: (id: string) => void
  onOpen: (id: string) => void
}

/** One segment: its rules in words, its customer group, its members. */
export function SegmentDrawer(props: SegmentDrawerProps) {
  const { id, onClose } = props
  const { t } = useLocale()
  const { data, error, refetch } = useSegment(id)
  const segment = error ? undefined : data?.segment
  return (
    <Drawer open={id !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title className="min-w-0 break-words">
            {segment?.name ?? t("segments.title")}
          </Drawer.Title>
          <Drawer.Description>
            {segment ? inWords(segment.criteria, t) : ""}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
          {error && <ErrorState error={error} onRetry={refetch} />}
          {!error && !segment && <TableSkeleton />}
          {segment && (
            <>
              {segment.last_error && (
                <Text size="small" className="text-ui-fg-error" role="alert">
                  {segment.last_error}
                </Text>
              )}
              <GroupSync segment={segment} />
              <MemberTable segment={segment} />
            </>
          )}
        </Drawer.Body>
        {segment && <Actions {...props} segment={segment} />}
      </Drawer.Content>
    </Drawer>
  )
}

const onError = (error: Error) => toast.error(error.message)

function Actions({
  segment,
  onClose,
  onEdit,
  onOpen,
}: SegmentDrawerProps & { segment: Segment }) {
  const { t } = useLocale()
  const prompt = usePrompt()
  const calculate = useCalculate(segment.id)
  const duplicate = useDuplicate(segment.id)
  const remove = useDeleteSegment(segment.id)
  const askAndDelete = async () => {
    const isSure = await prompt({
      title: t("segments.deleteTitle", { name: segment.name }),
      description: t(
        segment.customer_group_id
          ? "segments.deleteGroup"
          : "segments.deleteText"
      ),
      confirmText: t("segments.delete"),
      cancelText: t("segments.cancel"),
    })
    if (isSure) {
      const group = segment.customer_group_id ? "delete" : null
      remove.mutate(group, { onSuccess: onClose, onError })
    }
  }
  return (
    <Drawer.Footer className="flex-wrap justify-between">
      <Button size="small" variant="danger" onClick={askAndDelete}>
        {t("segments.delete")}
      </Button>
      <div className="flex flex-wrap gap-2">
        <CsvButton path={`/segments/${segment.id}/members`} query={{}} />
        <Button
          size="small"
          variant="secondary"
          onClick={() =>
            duplicate.mutate(undefined, {
              onSuccess: ({ segment: copy }) => onOpen(copy.id),
              onError,
            })
          }
        >
          {t("segments.duplicate")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          isLoading={calculate.isPending}
          onClick={() => calculate.mutate(undefined, { onError })}
        >
          {t("segments.calculate")}
        </Button>
        <Button size="small" onClick={() => onEdit(segment.id)}>
          {t("segments.edit")}
        </Button>
      </div>
    </Drawer.Footer>
  )
}
