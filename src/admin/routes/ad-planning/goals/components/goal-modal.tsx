import { Button, FocusModal, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useSaveGoal } from "../../../../hooks/api/goals"
import { useLocale } from "../../../../hooks/use-locale"
import { bodyOf, NEW_GOAL } from "../../../../lib/goal-draft"
import { GoalForm } from "./goal-form"

const FORM = "create-goal"

interface GoalModalProps {
  isOpen: boolean
  onClose: () => void
}

/** Makes a goal. What was typed is gone when it is closed. */
export function GoalModal({ isOpen, onClose }: GoalModalProps) {
  return (
    <FocusModal open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        {isOpen && <NewGoal onClose={onClose} />}
      </FocusModal.Content>
    </FocusModal>
  )
}

function NewGoal({ onClose }: { onClose: () => void }) {
  const { t } = useLocale()
  const [draft, setDraft] = useState(NEW_GOAL)
  const { mutate, error, isPending } = useSaveGoal()
  const save = () =>
    mutate(bodyOf(draft), {
      onSuccess: ({ goal }) => {
        toast.success(t("goal.created", { name: goal.name }))
        onClose()
      },
    })
  return (
    <>
      <FocusModal.Header />
      <FocusModal.Body className="overflow-y-auto">
        <div className="mx-auto flex w-full max-w-[640px] flex-col gap-y-8 px-6 py-12">
          <div>
            <FocusModal.Title asChild>
              <Heading>{t("goal.createTitle")}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle">
                {t("goal.createText")}
              </Text>
            </FocusModal.Description>
          </div>
          <GoalForm
            id={FORM}
            draft={draft}
            error={error}
            onChange={setDraft}
            onSubmit={save}
          />
        </div>
      </FocusModal.Body>
      <FocusModal.Footer>
        <Button size="small" variant="secondary" onClick={onClose}>
          {t("goal.cancel")}
        </Button>
        <Button size="small" type="submit" form={FORM} isLoading={isPending}>
          {t("goal.create")}
        </Button>
      </FocusModal.Footer>
    </>
  )
}
