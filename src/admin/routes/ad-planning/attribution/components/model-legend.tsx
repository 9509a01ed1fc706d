import { Text } from "@medusajs/ui"
import { useLocale } from "../../../../hooks/use-locale"
import { ATTRIBUTION_MODELS } from "../../../../../modules/ad-planning/types/enums"

/** How each model shares, in one sentence. */
export function ModelLegend() {
  const { t } = useLocale()
  return (
    <div className="border-ui-border-base flex flex-col gap-y-3 border-t px-6 py-4">
      <dl className="grid gap-x-6 gap-y-2 md:grid-cols-2">
        {ATTRIBUTION_MODELS.map((model) => (
          <div key={model}>
            <dt className="txt-compact-xsmall-plus">
              {t(`models.names.${model}.label`)}
            </dt>
            <dd className="txt-compact-xsmall text-ui-fg-subtle">
              {t(`models.names.${model}.meaning`)}
            </dd>
          </div>
        ))}
      </dl>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("models.method")}
      </Text>
    </div>
  )
}
