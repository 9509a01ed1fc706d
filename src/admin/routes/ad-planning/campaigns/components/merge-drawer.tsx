import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { CampaignPicker } from "../../../../components/campaign-picker"
import { useMergeCampaign } from "../../../../hooks/api/campaign-edits"
import { useLocale } from "../../../../hooks/use-locale"
import type { CampaignRow } from "../../../../lib/spend-types"

interface MergeDrawerProps {
  campaign: CampaignRow | null
  onClose: () => void
}

/** Makes a campaign a part of another one. */
export function MergeDrawer({ campaign, onClose }: MergeDrawerProps) {
  return (
    <Drawer
      open={campaign !== null}
      onOpenChange={(open) => !open && onClose()}
    >
      <Drawer.Content>
        {campaign && <Merge campaign={campaign} onClose={onClose} />}
      </Drawer.Content>
    </Drawer>
  )
}

function Merge({
  campaign,
  onClose,
}: {
  campaign: CampaignRow
  onClose: () => void
}) {
  const { t } = useLocale()
  const [into, setInto] = useState<string | null>(null)
  const { mutate, error, isPending } = useMergeCampaign(campaign.id)
  const merge = () =>
    into !== null &&
    mutate(into, {
      onSuccess: () => {
        toast.success(t("spend.campaigns.merged"))
        onClose()
      },
    })
  return (
    <>
      <Drawer.Header>
        <Drawer.Title>{t("spend.campaigns.merge")}</Drawer.Title>
        <Drawer.Description>
          {t("spend.campaigns.mergeText", { name: campaign.name })}
        </Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="overflow-y-auto">
        <CampaignPicker chosen={into} onChoose={({ id }) => setInto(id)} />
        {error && (
          <Text size="small" className="text-ui-fg-error">
            {error.message}
          </Text>
        )}
      </Drawer.Body>
      <Drawer.Footer>
        <Button size="small" variant="secondary" onClick={onClose}>
          {t("spend.campaigns.cancel")}
        </Button>
        <Button
          size="small"
          disabled={into === null || into === campaign.id}
          isLoading={isPending}
          onClick={merge}
        >
          {t("spend.campaigns.merge")}
        </Button>
      </Drawer.Footer>
    </>
  )
}
