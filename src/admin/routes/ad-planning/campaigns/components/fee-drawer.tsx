import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { Field } from "../../../../components/field"
import { useAddSpend } from "../../../../hooks/api/campaign-edits"
import { useLocale } from "../../../../hooks/use-locale"
import type { CampaignRow } from "../../../../lib/spend-types"

interface FeeDrawerProps {
  campaign: CampaignRow | null
  onClose: () => void
}

/** What a campaign cost in some days: a fee is spread over them. */
export function FeeDrawer({ campaign, onClose }: FeeDrawerProps) {
  return (
    <Drawer
      open={campaign !== null}
      onOpenChange={(open) => !open && onClose()}
    >
      <Drawer.Content>
        {campaign && <Fee id={campaign.id} onClose={onClose} />}
      </Drawer.Content>
    </Drawer>
  )
}

function Fee({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLocale()
  const [draft, setDraft] = useState({
    amount: "",
    currency: "",
    from: "",
    to: "",
  })
  const { mutate, error, isPending } = useAddSpend(id)
  const save = () =>
    mutate(
      { ...draft, amount: Number(draft.amount), on_existing: "add" },
      {
        onSuccess: ({ spread_over }) => {
          toast.success(t("spend.campaigns.feeAdded", { days: spread_over }))
          onClose()
        },
      }
    )
  const set = (field: keyof typeof draft) => (value: string) =>
    setDraft({ ...draft, [field]: value })
  return (
    <>
      <Drawer.Header>
        <Drawer.Title>{t("spend.campaigns.fee")}</Drawer.Title>
        <Drawer.Description>{t("spend.campaigns.feeText")}</Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex flex-col gap-y-4">
        <Field
          type="number"
          min={0}
          step="any"
          label={t("spend.campaigns.amount")}
          value={draft.amount}
          onChange={set("amount")}
        />
        <Field
          maxLength={3}
          placeholder="EUR"
          label={t("spend.campaigns.currency")}
          value={draft.currency}
          onChange={set("currency")}
        />
        <Field
          type="date"
          label={t("spend.campaigns.from")}
          value={draft.from}
          onChange={set("from")}
        />
        <Field
          type="date"
          label={t("spend.campaigns.to")}
          value={draft.to}
          onChange={set("to")}
        />
        {error && (
          <Text size="small" className="text-ui-fg-error">
            {error.message}
          </Text>
        )}
      </Drawer.Body>
      <Drawer.Footer>
        <Button
          size="small"
          disabled={Object.values(draft).some((value) => value === "")}
          isLoading={isPending}
          onClick={save}
        >
          {t("spend.campaigns.save")}
        </Button>
      </Drawer.Footer>
    </>
  )
}
