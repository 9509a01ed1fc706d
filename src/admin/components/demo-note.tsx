import { InlineTip } from "@medusajs/ui"
import { useIsDemo } from "../hooks/api/store"
import { useLocale } from "../hooks/use-locale"

/** Says what of the demo store is made up; nothing in a real one. */
export function DemoNote() {
  const { t } = useLocale()
  return useIsDemo() ? (
    <InlineTip label={t("demo.label")}>{t("demo.text")}</InlineTip>
  ) : null
}
