import { Button, Copy, Drawer, Input, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { ErrorState } from "../../../components/states"
import { useCampaignLink } from "../../../hooks/api/campaigns"
import { useLocale } from "../../../hooks/use-locale"
import type { RoiRow } from "../../../lib/api-types"

interface LinkDrawerProps {
  campaign: RoiRow | undefined
  onClose: () => void
}

/** Makes a link to a page of the shop that names its campaign beyond doubt. */
export function LinkDrawer({ campaign, onClose }: LinkDrawerProps) {
  const { t } = useLocale()
  return (
    <Drawer
      open={campaign !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("link.title")}</Drawer.Title>
          <Drawer.Description className="break-words">
            {campaign?.name}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <Text size="small" className="text-ui-fg-subtle">
            {t("link.text")}
          </Text>
          {campaign?.ad_campaign_id && (
            <LinkForm campaignId={campaign.ad_campaign_id} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function LinkForm({ campaignId }: { campaignId: string }) {
  const { t } = useLocale()
  const [text, setText] = useState("")
  const [url, setUrl] = useState<string | null>(null)
  const { data, error, isFetching, refetch } = useCampaignLink(campaignId, url)
  return (
    <form
      className="flex flex-col gap-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        setUrl(text.trim())
      }}
    >
      <Label size="small" htmlFor="link-url">
        {t("link.page")}
      </Label>
      <Input
        id="link-url"
        type="url"
        value={text}
        placeholder="https://"
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        type="submit"
        size="small"
        disabled={text.trim() === ""}
        isLoading={isFetching}
      >
        {t("link.make")}
      </Button>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {data && !error && (
        <div className="bg-ui-bg-subtle flex items-start gap-x-2 rounded-lg p-3">
          <output className="txt-small flex-1 break-all">
            {data.link.url}
          </output>
          <Copy content={data.link.url} />
        </div>
      )}
    </form>
  )
}
