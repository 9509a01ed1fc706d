import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useSaveCampaign } from "../hooks/api/campaign-edits"
import { useLocale } from "../hooks/use-locale"
import type { CampaignRow } from "../lib/spend-types"
import { Field } from "./field"

interface CampaignFormProps {
  /** The one to change; null makes a new one. */
  campaign: CampaignRow | null
  isOpen: boolean
  /** What a new one is called at first. */
  name?: string
  onClose: () => void
}

/** Makes a campaign by hand, or changes one. */
export function CampaignForm(props: CampaignFormProps) {
  const { isOpen, onClose } = props
  return (
    <Drawer open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>{isOpen && <Form {...props} />}</Drawer.Content>
    </Drawer>
  )
}

const DAY_LENGTH = 10

function Form({ campaign, name = "", onClose }: CampaignFormProps) {
  const { t } = useLocale()
  const [draft, setDraft] = useState({
    name: campaign?.name ?? name,
    platform: campaign?.platform ?? "newsletter",
    status: campaign?.status ?? "",
    started_on: campaign?.started_at?.slice(0, DAY_LENGTH) ?? "",
    stopped_on: campaign?.stopped_at?.slice(0, DAY_LENGTH) ?? "",
  })
  const { mutate, error, isPending } = useSaveCampaign(campaign?.id)
  const { platform, ...rest } = draft
  const save = () =>
    mutate(
      {
        ...(campaign ? {} : { platform }),
        name: rest.name,
        status: rest.status || null,
        started_on: rest.started_on || null,
        stopped_on: rest.stopped_on || null,
      },
      {
        onSuccess: () => {
          const text = campaign
            ? "spend.campaigns.saved"
            : "spend.campaigns.created"
          toast.success(t(text, { name: rest.name }))
          onClose()
        },
      }
    )
  const set = (field: keyof typeof draft) => (value: string) =>
    setDraft({ ...draft, [field]: value })
  return (
    <>
      <Drawer.Header>
        <Drawer.Title>
          {t(
            campaign
              ? "spend.campaigns.editTitle"
              : "spend.campaigns.createTitle"
          )}
        </Drawer.Title>
        <Drawer.Description>
          {t("spend.campaigns.createText")}
        </Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
        <Field
          label={t("spend.campaigns.name")}
          value={draft.name}
          onChange={set("name")}
        />
        {!campaign && (
          <Field
            label={t("spend.campaigns.platform")}
            value={draft.platform}
            onChange={set("platform")}
          />
        )}
        <Field
          label={t("spend.campaigns.status")}
          value={draft.status}
          onChange={set("status")}
        />
        <Field
          type="date"
          label={t("spend.campaigns.started")}
          value={draft.started_on}
          onChange={set("started_on")}
        />
        <Field
          type="date"
          label={t("spend.campaigns.stopped")}
          value={draft.stopped_on}
          onChange={set("stopped_on")}
        />
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
          disabled={draft.name.trim() === ""}
          isLoading={isPending}
          onClick={save}
        >
          {t("spend.campaigns.save")}
        </Button>
      </Drawer.Footer>
    </>
  )
}
