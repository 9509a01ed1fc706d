import { Button, Drawer, InlineTip, Text } from "@medusajs/ui"
import { useState } from "react"
import { CampaignPicker } from "../../../../components/campaign-picker"
import { useCreateAlias } from "../../../../hooks/api/attribution"
import type { Campaign } from "../../../../hooks/api/campaigns"
import { useLocale } from "../../../../hooks/use-locale"
import type { AliasAnswer, UnresolvedValue } from "../../../../lib/api-types"
import { aliasOf, unresolvedKey } from "../../../../lib/unresolved-value"
import { useStake } from "./use-stake"

interface AssignDrawerProps {
  /** Null is closed. */
  value: UnresolvedValue | null
  currency: string
  onClose: () => void
  onSettled: (settled: AliasAnswer) => void
}

/** Settles a utm value with a campaign that a person chooses. */
export function AssignDrawer(props: AssignDrawerProps) {
  const { value, onClose } = props
  const { t } = useLocale()
  const alias = value && aliasOf(value)
  return (
    <Drawer
      open={value !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("unresolved.assignTitle")}</Drawer.Title>
          <Drawer.Description className="break-all">
            {alias?.value}
          </Drawer.Description>
        </Drawer.Header>
        {value && (
          <Assignment {...props} key={unresolvedKey(value)} value={value} />
        )}
      </Drawer.Content>
    </Drawer>
  )
}

type AssignmentProps = AssignDrawerProps & { value: UnresolvedValue }

function Assignment(props: AssignmentProps) {
  const { value, currency, onClose, onSettled } = props
  const { t } = useLocale()
  const stake = useStake()
  const [campaign, setCampaign] = useState<Campaign | null>(null)
  const { mutate, error, isPending } = useCreateAlias()
  const alias = aliasOf(value)
  const assign = () =>
    alias &&
    campaign &&
    mutate(
      { ...alias, ad_campaign_id: campaign.id },
      {
        onSuccess: (settled) => {
          onSettled(settled)
          onClose()
        },
      }
    )
  return (
    <>
      <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
        <CampaignPicker
          chosen={campaign?.id ?? null}
          first={value.suggestions.map(({ ad_campaign_id }) => ad_campaign_id)}
          onChoose={setCampaign}
        />
        {campaign && (
          <Text size="small" className="break-words">
            {stake(value, campaign.name, currency)}
          </Text>
        )}
        {error && (
          <InlineTip variant="error" label={t("unresolved.failed")}>
            {error.message}
          </InlineTip>
        )}
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary">
            {t("unresolved.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          size="small"
          disabled={!campaign}
          isLoading={isPending}
          onClick={assign}
        >
          {t("unresolved.assign")}
        </Button>
      </Drawer.Footer>
    </>
  )
}
