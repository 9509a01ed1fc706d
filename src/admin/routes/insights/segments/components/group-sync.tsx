import { Label, Switch, Text, toast } from "@medusajs/ui"
import { useId } from "react"
import { TextLink } from "../../../../components/text-link"
import { useGroupSync } from "../../../../hooks/api/segments"
import { useLocale } from "../../../../hooks/use-locale"
import { formatCount } from "../../../../lib/format"
import type { Segment } from "../../../../lib/segment-types"

/** Whether the members are mirrored to a customer group of the store. */
export function GroupSync({ segment }: { segment: Segment }) {
  const { t, locale } = useLocale()
  const id = useId()
  const { mutate, isPending } = useGroupSync(segment.id)
  return (
    <section className="flex flex-col gap-y-2">
      <div className="flex items-center gap-x-3">
        <Switch
          id={id}
          checked={segment.sync_customer_group}
          disabled={isPending}
          onCheckedChange={(isOn) =>
            mutate(isOn, { onError: (error) => toast.error(error.message) })
          }
        />
        <Label htmlFor={id}>{t("segments.sync.label")}</Label>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {segment.sync_customer_group
          ? t("segments.sync.figures", {
              members: formatCount(segment.group_member_count, locale),
              without: formatCount(segment.group_without_account, locale),
            })
          : t("segments.sync.text")}
      </Text>
      {segment.customer_group_id && (
        <TextLink to={`/customer-groups/${segment.customer_group_id}`}>
          {t("segments.sync.open")}
        </TextLink>
      )}
    </section>
  )
}
