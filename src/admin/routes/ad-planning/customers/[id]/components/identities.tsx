import { Button, Container, Copy, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { TextLink } from "../../../../../components/text-link"
import { Truncated } from "../../../../../components/truncated"
import { useLocale } from "../../../../../hooks/use-locale"
import type { Profile } from "../../../../../lib/api-types"
import { formatInstant } from "../../../../../lib/format"

/** Somebody without cookies has many browsers. */
const SHOWN = 5

interface IdentitiesProps {
  identities: Profile["identities"]
  timezone: string
}

/** By which identifiers somebody is known, and since when. */
export function Identities({ identities, timezone }: IdentitiesProps) {
  const { t, locale } = useLocale()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? identities : identities.slice(0, SHOWN)
  return (
    <Container className="flex flex-col gap-y-3">
      <Heading level="h2">{t("customer.identities")}</Heading>
      <ul className="flex flex-col gap-y-3">
        {identities.length === 0 && (
          <li>
            <Text size="small" className="text-ui-fg-subtle">
              {t("customer.noIdentity")}
            </Text>
          </li>
        )}
        {shown.map(({ id, kind, value, valid_from }) => (
          <li key={id} className="flex min-w-0 flex-col">
            <span className="flex items-center gap-x-2">
              <Text as="span" size="small" weight="plus">
                {t(`customer.kinds.${kind}`)}
              </Text>
              {kind === "customer" && value && (
                <TextLink to={`/customers/${value}`}>
                  {t("customer.toCustomer")}
                </TextLink>
              )}
            </span>
            {value && (
              <span className="flex items-center gap-x-1">
                <Text as="span" size="small" className="min-w-0 break-all">
                  <Truncated text={value} />
                </Text>
                <Copy content={value} />
              </span>
            )}
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("customer.since", {
                time: formatInstant(valid_from, locale, timezone),
              })}
            </Text>
          </li>
        ))}
      </ul>
      {shown.length < identities.length && (
        <Button size="small" variant="secondary" onClick={() => setWhole(true)}>
          {t("customer.allIdentities", { total: identities.length })}
        </Button>
      )}
    </Container>
  )
}
