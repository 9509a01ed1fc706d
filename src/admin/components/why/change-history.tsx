import { Text } from "@medusajs/ui"
import { useHealth } from "../../hooks/api/reports"
import { useUserName } from "../../hooks/api/users"
import { useLocale } from "../../hooks/use-locale"
import type { Explanation } from "../../lib/api-types"
import { formatInstant } from "../../lib/format"
import { BucketName } from "../bucket-name"
import { Muted, WhySection } from "./why-section"

/** When the credit went from one campaign to another, and why. */
export function ChangeHistory({ changes }: Pick<Explanation, "changes">) {
  const { t, locale } = useLocale()
  const userName = useUserName()
  const timezone = useHealth().data?.health.settings.timezone
  return (
    <WhySection title={t("why.history")}>
      {changes.length === 0 && <Muted>{t("why.noHistory")}</Muted>}
      <ul className="flex flex-col gap-y-2">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-col">
            <span className="txt-small">
              <BucketName bucket={change.from_key} name={change.from_name} />{" "}
              <span aria-hidden>→</span>{" "}
              <BucketName bucket={change.to_key} name={change.to_name} />
            </span>
            <Text as="span" size="xsmall" className="text-ui-fg-subtle">
              {[
                formatInstant(change.changed_at, locale, timezone),
                t(`causes.${change.cause}`),
                change.actor_id && userName(change.actor_id),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </li>
        ))}
      </ul>
    </WhySection>
  )
}
