import { Input, Label, RadioGroup, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useCampaigns, type Campaign } from "../hooks/api/campaigns"
import { useLocale } from "../hooks/use-locale"
import { findCampaigns } from "../lib/find-campaigns"
import { formatCount } from "../lib/format"
import { ErrorState, TableSkeleton } from "./states"

const MOST = 20

interface CampaignPickerProps {
  chosen: string | null
  /** The ids of those to offer before all others. */
  first?: readonly string[]
  onChoose: (campaign: Campaign) => void
}

/** One of the campaigns, found by typing a part of its name. */
export function CampaignPicker(props: CampaignPickerProps) {
  const { chosen, first = [], onChoose } = props
  const { t, locale } = useLocale()
  const id = useId()
  const [text, setText] = useState("")
  const { data, error, refetch } = useCampaigns()
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />
  }
  if (!data) {
    return <TableSkeleton />
  }
  const found = findCampaigns(data.campaigns, text, first)
  const choose = (campaignId: string) => {
    const campaign = found.find((candidate) => candidate.id === campaignId)
    if (campaign) {
      onChoose(campaign)
    }
  }
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-col gap-y-1">
        <Label size="small" weight="plus" htmlFor={id}>
          {t("picker.search")}
        </Label>
        <Input
          id={id}
          type="text"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {found.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("picker.none")}
        </Text>
      )}
      <RadioGroup
        aria-label={t("picker.label")}
        value={chosen ?? ""}
        onValueChange={choose}
        className="gap-y-1"
      >
        {found.slice(0, MOST).map((campaign) => (
          <Option key={campaign.id} id={`${id}-${campaign.id}`} of={campaign} />
        ))}
      </RadioGroup>
      {found.length > MOST && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("picker.more", {
            total: formatCount(found.length - MOST, locale),
          })}
        </Text>
      )}
    </div>
  )
}

function Option({ id, of: campaign }: { id: string; of: Campaign }) {
  return (
    <div className="flex items-center gap-x-2">
      <RadioGroup.Item id={id} value={campaign.id} />
      <Label
        size="small"
        htmlFor={id}
        title={campaign.name}
        className="min-w-0 flex-1 cursor-pointer truncate py-1"
      >
        {campaign.name}{" "}
        <span className="text-ui-fg-subtle">
          {[campaign.platform, campaign.status?.toLowerCase()]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </Label>
    </div>
  )
}
