import { Text } from "@medusajs/ui"
import { useLocale } from "../hooks/use-locale"
import type { Touch } from "../lib/api-types"
import { Truncated } from "./truncated"

interface TouchpointProps {
  touch: Touch
  time: string
}

/** One touch: where it came from, and by which rule it has its campaign. */
export function Touchpoint({ touch, time }: TouchpointProps) {
  const { t } = useLocale()
  const source = [touch.utm_source, touch.utm_medium]
    .filter(Boolean)
    .join(" / ")
  return (
    <div className="flex flex-col">
      <Text size="small" weight="plus">
        <Truncated
          text={
            touch.campaign_name ?? touch.utm_campaign ?? touch.channel_group
          }
        />
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {[time, touch.channel_group, source].filter(Boolean).join(" · ")}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {ruleOf(touch, t)}
      </Text>
    </div>
  )
}

/** By which rule a touch has its campaign, or why it has none. */
export function ruleOf(
  touch: Pick<Touch, "resolution_method" | "unresolved_reason">,
  t: ReturnType<typeof useLocale>["t"]
): string {
  return touch.resolution_method
    ? t(`methods.${touch.resolution_method}`)
    : t(`reasons.${touch.unresolved_reason}`)
}
