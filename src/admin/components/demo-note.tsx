import { InlineTip } from "@medusajs/ui"
import { useLocale } from "../hooks/use-locale"

/** Says what of the demo store is made up. */
export function DemoNote() {
  const { t } = useLocale()
  return <InlineTip label={t("demo.label")}>{t("demo.text")}</InlineTip>
}
