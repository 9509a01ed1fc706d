import { Button, InlineTip, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useChooseCampaign } from "../../hooks/api/attribution"
import type { Campaign } from "../../hooks/api/campaigns"
import { useHealth } from "../../hooks/api/reports"
import { useUserName } from "../../hooks/api/users"
import { useLocale } from "../../hooks/use-locale"
import type { Explanation } from "../../lib/api-types"
import { formatInstant } from "../../lib/format"
import { CampaignPicker } from "../campaign-picker"
import { WhySection } from "./why-section"

interface HandChoiceProps {
  id: string
  choice: Explanation["choice"]
  /** Of who was erased, what is credited stays as it is. */
  isErased: boolean
}

/** Gives the conversion to a campaign by hand, or takes that back. */
export function HandChoice({ id, choice, isErased }: HandChoiceProps) {
  const { t } = useLocale()
  return (
    <WhySection
      title={t("why.choice")}
      text={t(isErased ? "why.choiceErased" : "why.choiceText")}
    >
      {choice && <Chosen choice={choice} />}
      {!isErased && <Choosing id={id} isChosen={choice !== null} />}
    </WhySection>
  )
}

function Choosing({ id, isChosen }: { id: string; isChosen: boolean }) {
  const { t } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const { mutate, error, isPending } = useChooseCampaign(id)
  const choose = (campaign: Campaign) =>
    mutate(
      { ad_campaign_id: campaign.id },
      {
        onSuccess: () => {
          setOpen(false)
          toast.success(t("why.assigned", { campaign: campaign.name }))
        },
      }
    )
  const undo = () =>
    mutate(null, { onSuccess: () => toast.success(t("why.undone")) })
  return (
    <>
      {error && (
        <InlineTip variant="error" label={t("why.failed")}>
          {error.message}
        </InlineTip>
      )}
      {isOpen ? (
        <ChoiceForm
          isPending={isPending}
          onChoose={choose}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div className="flex gap-x-2">
          <Button
            size="small"
            variant="secondary"
            onClick={() => setOpen(true)}
          >
            {t("why.assign")}
          </Button>
          {isChosen && (
            <Button
              size="small"
              variant="secondary"
              isLoading={isPending}
              onClick={undo}
            >
              {t("why.undo")}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function Chosen({ choice }: { choice: NonNullable<Explanation["choice"]> }) {
  const { t, locale } = useLocale()
  const userName = useUserName()
  const timezone = useHealth().data?.health.settings.timezone
  return (
    <Text size="small" className="break-words">
      {t("why.chosen", {
        campaign: choice.campaign_name ?? choice.ad_campaign_id,
        user: choice.actor_id ? userName(choice.actor_id) : t("why.someone"),
        time: formatInstant(choice.chosen_at, locale, timezone),
      })}
    </Text>
  )
}

interface ChoiceFormProps {
  isPending: boolean
  onChoose: (campaign: Campaign) => void
  onCancel: () => void
}

function ChoiceForm({ isPending, onChoose, onCancel }: ChoiceFormProps) {
  const { t } = useLocale()
  const [campaign, setCampaign] = useState<Campaign | null>(null)
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-4 rounded-lg p-4">
      <CampaignPicker chosen={campaign?.id ?? null} onChoose={setCampaign} />
      <div className="flex justify-end gap-x-2">
        <Button size="small" variant="secondary" onClick={onCancel}>
          {t("why.cancel")}
        </Button>
        <Button
          size="small"
          disabled={!campaign}
          isLoading={isPending}
          onClick={() => campaign && onChoose(campaign)}
        >
          {t("why.save")}
        </Button>
      </div>
    </div>
  )
}
