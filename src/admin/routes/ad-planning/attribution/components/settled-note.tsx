import { XMarkMini } from "@medusajs/icons"
import {
  Button,
  Container,
  Heading,
  IconButton,
  Text,
  toast,
} from "@medusajs/ui"
import { useDeleteAlias } from "../../../../hooks/api/attribution"
import { useLocale } from "../../../../hooks/use-locale"
import type { AliasAnswer } from "../../../../lib/api-types"
import { formatCount } from "../../../../lib/format"
import { Moved } from "./moved"

interface SettledNoteProps {
  settled: AliasAnswer
  onClose: () => void
}

/** What settling a value moved, and the way back. */
export function SettledNote({ settled, onClose }: SettledNoteProps) {
  const { t, locale } = useLocale()
  const { mutate, isPending } = useDeleteAlias()
  const { alias, changes } = settled
  const undo = () =>
    mutate(alias.id, {
      onSuccess: () => {
        toast.success(t("aliases.undone", { value: alias.normalised_value }))
        onClose()
      },
      onError: (error) =>
        toast.error(t("unresolved.failed"), { description: error.message }),
    })
  return (
    <Container
      role="status"
      className="flex items-start justify-between gap-x-4"
    >
      <div className="flex min-w-0 flex-col gap-y-1">
        <Heading level="h2" className="break-words">
          {t("aliases.settled", {
            value: alias.normalised_value,
            campaign: alias.campaign_name ?? alias.ad_campaign_id,
          })}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("aliases.changed", {
            touches: formatCount(changes.touches, locale),
            conversions: formatCount(changes.conversions, locale),
          })}
        </Text>
        <Moved moved={changes.moved} />
      </div>
      <div className="flex items-center gap-x-2">
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={undo}
        >
          {t("aliases.undo")}
        </Button>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("aliases.close")}
          onClick={onClose}
        >
          <XMarkMini />
        </IconButton>
      </div>
    </Container>
  )
}
