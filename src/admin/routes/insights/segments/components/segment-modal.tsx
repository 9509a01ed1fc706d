import {
  Button,
  FocusModal,
  Heading,
  Input,
  Label,
  Text,
  toast,
} from "@medusajs/ui"
import { useState } from "react"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import {
  useSaveSegment,
  useSegment,
  useSegmentFields,
} from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"
import { NEW_CRITERIA } from "../../../../lib/segment-draft"
import type { Segment, SegmentField } from "../../../../lib/segment-types"
import { PreviewPanel } from "./preview-panel"
import { RuleGroup } from "./rule-group"

interface SegmentModalProps {
  /** "new", the id of the one that is changed, or null for none. */
  id: string | null
  onClose: () => void
  onSaved: (id: string) => void
}

/** The rule builder, with who would be in the segment beside it. */
export function SegmentModal({ id, onClose, onSaved }: SegmentModalProps) {
  const stored = useSegment(id === "new" ? null : id)
  const fields = useSegmentFields()
  const error = stored.error ?? fields.error
  const isReady = fields.data && (id === "new" || stored.data)
  return (
    <FocusModal open={id !== null} onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        {error && <ErrorState error={error} onRetry={fields.refetch} />}
        {!error && !isReady && <TableSkeleton />}
        {!error && isReady && fields.data && id && (
          <Builder
            key={id}
            segment={id === "new" ? undefined : stored.data?.segment}
            fields={fields.data.fields}
            onSaved={onSaved}
          />
        )}
      </FocusModal.Content>
    </FocusModal>
  )
}

interface BuilderProps {
  segment?: Segment
  fields: SegmentField[]
  onSaved: (id: string) => void
}

function Builder({ segment, fields, onSaved }: BuilderProps) {
  const { t } = useLocale()
  const [name, setName] = useState(segment?.name ?? "")
  const [criteria, setCriteria] = useState(segment?.criteria ?? NEW_CRITERIA)
  const { mutate, isPending } = useSaveSegment(segment?.id)
  const save = () =>
    mutate(
      { name, criteria },
      {
        onSuccess: (saved) => {
          toast.success(t("segments.saved", { name: saved.name }))
          onSaved(saved.id)
        },
        onError: (error) => toast.error(error.message),
      }
    )
  return (
    <>
      <FocusModal.Header>
        <Button
          size="small"
          onClick={save}
          isLoading={isPending}
          disabled={name.trim() === ""}
        >
          {t("segments.save")}
        </Button>
      </FocusModal.Header>
      <FocusModal.Body className="overflow-y-auto">
        <div className="mx-auto flex w-full max-w-[1120px] flex-wrap gap-8 px-6 py-8">
          <div className="flex min-w-[320px] flex-1 flex-col gap-y-6">
            <FocusModal.Title asChild>
              <Heading>
                {t(segment ? "segments.editTitle" : "segments.createTitle")}
              </Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle">
                {t("segments.builderText")}
              </Text>
            </FocusModal.Description>
            <div className="flex flex-col gap-y-2">
              <Label size="small" htmlFor="segment-name">
                {t("segments.name")}
              </Label>
              <Input
                id="segment-name"
                value={name}
                maxLength={255}
                onChange={(event) => setName(event.target.value)}
              />
            </div>
            <RuleGroup
              group={criteria}
              fields={fields}
              onChange={(group) => setCriteria({ ...group, version: 1 })}
            />
          </div>
          <PreviewPanel criteria={criteria} />
        </div>
      </FocusModal.Body>
    </>
  )
}
