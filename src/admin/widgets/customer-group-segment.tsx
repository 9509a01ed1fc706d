import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomerGroup,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { Container, Heading, Text } from "@medusajs/ui"
import { TextLink } from "../components/text-link"
import { useSegments } from "../hooks/api/segments"
import { useLocale } from "../hooks/use-locale"
import { formatCount } from "../lib/format"

/** On a customer group: which segment fills it; nothing on any other group. */
export default function CustomerGroupSegment({
  data: group,
}: DetailWidgetProps<AdminCustomerGroup>) {
  const { t, locale } = useLocale()
  const { data } = useSegments({
    limit: 1,
    offset: 0,
    customer_group_id: group.id,
  })
  const segment = data?.segments[0]
  if (!segment) {
    return null
  }
  return (
    <Container className="flex flex-col gap-y-2">
      <Heading level="h2">{t("segments.widget.title")}</Heading>
      <Text size="small">
        {t("segments.widget.text", {
          members: formatCount(segment.group_member_count, locale),
          without: formatCount(segment.group_without_account, locale),
        })}
      </Text>
      {segment.group_edits_undone > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("segments.widget.undone", {
            edits: formatCount(segment.group_edits_undone, locale),
          })}
        </Text>
      )}
      <TextLink to={`/insights/segments?open=${segment.id}`}>
        {segment.name}
      </TextLink>
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "ad-planning-customer-group-segment",
  zone: "customer_group.details.after",
})
