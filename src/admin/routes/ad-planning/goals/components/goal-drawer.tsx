import { Button, Drawer, Tabs, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { ErrorState, TableSkeleton } from "../../../../components/states"
import {
  useDeleteGoal,
  useGoal,
  useSaveGoal,
} from "../../../../hooks/api/goals"
import { useLocale } from "../../../../hooks/use-locale"
import type { Goal } from "../../../../lib/api-types"
import { bodyOf, draftOf } from "../../../../lib/goal-draft"
import { GoalForm } from "./goal-form"
import { GoalTester } from "./goal-tester"

const FORM = "edit-goal"

interface GoalDrawerProps {
  id: string | null
  onClose: () => void
}

/** One goal: its settings, and a form to try it with. */
export function GoalDrawer({ id, onClose }: GoalDrawerProps) {
  const { t } = useLocale()
  const { data, error, refetch } = useGoal(id)
  return (
    <Drawer open={id !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title className="min-w-0 break-words">
            {data?.goal.name ?? t("goals.title")}
          </Drawer.Title>
          <Drawer.Description>{t("goal.editText")}</Drawer.Description>
        </Drawer.Header>
        {data && !error ? (
          <OpenGoal key={data.goal.id} goal={data.goal} onClose={onClose} />
        ) : (
          <Drawer.Body>
            {error ? (
              <ErrorState error={error} onRetry={refetch} />
            ) : (
              <TableSkeleton />
            )}
          </Drawer.Body>
        )}
      </Drawer.Content>
    </Drawer>
  )
}

function OpenGoal({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const { t } = useLocale()
  const [tab, setTab] = useState("settings")
  const [draft, setDraft] = useState(() => draftOf(goal))
  const { mutate, error, isPending } = useSaveGoal(goal.id)
  const save = () =>
    mutate(bodyOf(draft), {
      onSuccess: ({ goal: saved }) => {
        setDraft(draftOf(saved))
        toast.success(t("goal.saved", { name: saved.name }))
      },
    })
  return (
    <Tabs
      value={tab}
      onValueChange={setTab}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="px-6 pt-4">
        <Tabs.List>
          <Tabs.Trigger value="settings">{t("goal.settings")}</Tabs.Trigger>
          <Tabs.Trigger value="tester">{t("goal.tester")}</Tabs.Trigger>
        </Tabs.List>
      </div>
      <Drawer.Body className="overflow-y-auto">
        <Tabs.Content value="settings">
          <GoalForm
            id={FORM}
            draft={draft}
            error={error}
            onChange={setDraft}
            onSubmit={save}
          />
        </Tabs.Content>
        <Tabs.Content value="tester">
          <GoalTester goal={goal} />
        </Tabs.Content>
      </Drawer.Body>
      <Drawer.Footer className="justify-between">
        <DeleteButton goal={goal} onDeleted={onClose} />
        <div className="flex gap-x-2">
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("goal.close")}
            </Button>
          </Drawer.Close>
          {tab === "settings" && (
            <Button
              size="small"
              type="submit"
              form={FORM}
              isLoading={isPending}
            >
              {t("goal.save")}
            </Button>
          )}
        </div>
      </Drawer.Footer>
    </Tabs>
  )
}

function DeleteButton({
  goal,
  onDeleted,
}: {
  goal: Goal
  onDeleted: () => void
}) {
  const { t } = useLocale()
  const confirm = usePrompt()
  const { mutate, isPending } = useDeleteGoal()
  const remove = async () => {
    const isSure = await confirm({
      title: t("goal.deleteTitle"),
      description: t("goal.deleteText", { name: goal.name }),
      confirmText: t("goal.delete"),
      cancelText: t("goal.cancel"),
    })
    if (isSure) {
      mutate(goal.id, {
        onSuccess: () => {
          toast.success(t("goal.deleted", { name: goal.name }))
          onDeleted()
        },
        onError: (error) =>
          toast.error(t("goal.failed"), { description: error.message }),
      })
    }
  }
  return (
    <Button
      size="small"
      variant="transparent"
      className="text-ui-fg-error"
      isLoading={isPending}
      onClick={remove}
    >
      {t("goal.delete")}
    </Button>
  )
}
