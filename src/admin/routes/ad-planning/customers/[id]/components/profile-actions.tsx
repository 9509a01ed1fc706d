import { ArrowDownTray, EllipsisHorizontal, Trash } from "@medusajs/icons"
import { DropdownMenu, IconButton, toast, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import {
  useErasePerson,
  useExportPerson,
} from "../../../../../hooks/api/customers"
import { useLocale } from "../../../../../hooks/use-locale"
import { saveFile } from "../../../../../lib/save-file"

interface ProfileActionsProps {
  personId: string
  name: string | null
}

/** What can be done with all that is known of somebody. */
export function ProfileActions({ personId, name }: ProfileActionsProps) {
  const { t } = useLocale()
  const confirm = usePrompt()
  const navigate = useNavigate()
  const { mutate, isPending } = useErasePerson(personId)
  const file = useExportPerson(personId)
  const save = () =>
    file.mutate(undefined, {
      onSuccess: saveFile,
      onError: (error) =>
        toast.error(t("csv.failed"), { description: error.message }),
    })
  const erase = async () => {
    const isSure = await confirm({
      variant: "danger",
      title: t("customer.erase.title"),
      description: t("customer.erase.text", {
        name: name ?? t("customer.erase.someone"),
      }),
      confirmText: t("customer.erase.confirm"),
      cancelText: t("customer.erase.cancel"),
    })
    if (isSure) {
      mutate(undefined, {
        onSuccess: () => {
          toast.success(t("customer.erase.done"))
          // Opened from a link, there is no page to go back to.
          if (window.history.length > 1) {
            void navigate(-1)
          } else {
            void navigate("/ad-planning")
          }
        },
        onError: (error) =>
          toast.error(t("customer.erase.failed"), {
            description: error.message,
          }),
      })
    }
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          isLoading={isPending || file.isPending}
          aria-label={t("customer.actions")}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        <DropdownMenu.Item className="gap-x-2" onClick={save}>
          <ArrowDownTray className="text-ui-fg-subtle" />
          {t("customer.export")}
        </DropdownMenu.Item>
        <DropdownMenu.Separator />
        <DropdownMenu.Item
          className="text-ui-fg-error gap-x-2"
          onClick={() => void erase()}
        >
          <Trash />
          {t("customer.erase.action")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
