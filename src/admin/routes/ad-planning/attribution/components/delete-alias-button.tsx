import { Button, toast, usePrompt } from "@medusajs/ui"
import { useDeleteAlias } from "../../../../hooks/api/attribution"
import { useLocale } from "../../../../hooks/use-locale"
import type { Alias } from "../../../../lib/api-types"
import { formatCount } from "../../../../lib/format"

/** Takes back what somebody settled, when they are sure. */
export function DeleteAliasButton({ alias }: { alias: Alias }) {
  const { t, locale } = useLocale()
  const confirm = usePrompt()
  const { mutate, isPending } = useDeleteAlias()
  const value = alias.normalised_value
  const remove = async () => {
    const isSure = await confirm({
      title: t("aliases.deleteTitle"),
      description: t("aliases.deleteText", {
        value,
        touches: formatCount(alias.touches, locale),
        campaign: alias.campaign_name ?? alias.ad_campaign_id,
      }),
      confirmText: t("aliases.delete"),
      cancelText: t("unresolved.cancel"),
    })
    if (isSure) {
      mutate(alias.id, {
        onSuccess: ({ changes }) =>
          toast.success(t("aliases.undone", { value }), {
            description: t("aliases.changed", {
              touches: formatCount(changes.touches, locale),
              conversions: formatCount(changes.conversions, locale),
            }),
          }),
        onError: (error) =>
          toast.error(t("unresolved.failed"), { description: error.message }),
      })
    }
  }
  return (
    <Button
      size="small"
      variant="transparent"
      className="text-ui-fg-error"
      aria-label={t("aliases.deleteValue", { value })}
      isLoading={isPending}
      onClick={() => void remove()}
    >
      {t("aliases.delete")}
    </Button>
  )
}
