import { clx, Text, Tooltip } from "@medusajs/ui"
import { useCampaigns } from "../hooks/api/campaigns"
import { useLocale } from "../hooks/use-locale"
import { isRemainder, isUnnamed } from "../lib/buckets"
import { Truncated } from "./truncated"
import type { StatsGroup } from "../../modules/ad-planning/types/reports"

interface BucketNameProps {
  /** A campaign's id, a remainder, or another group's key. */
  bucket: string | null
  name: string | null
  /** What it is part of. */
  owner?: string | null
  group?: StatsGroup
  max?: number
  /** Where rows are high: with what it is part of below it. */
  isStacked?: boolean
}

/** What a row of a report is about. */
export function BucketName(props: BucketNameProps) {
  const { bucket, name, owner, group = "campaign", max = 32 } = props
  const { isStacked = false } = props
  const { t } = useLocale()
  if (isRemainder(bucket)) {
    return (
      <Tooltip content={t(`remainder.${bucket}.meaning`)} maxWidth={280}>
        <span tabIndex={0} className="text-ui-fg-subtle">
          {t(`remainder.${bucket}.label`)}
        </span>
      </Tooltip>
    )
  }
  if (isUnnamed(bucket)) {
    return <span className="text-ui-fg-subtle">{t(`unnamed.${bucket}`)}</span>
  }
  if (group === "buyer") {
    return <span>{t(`buyers.${bucket}`)}</span>
  }
  return (
    <span
      className={clx(
        "inline-flex",
        isStacked ? "flex-col" : "items-center gap-x-2"
      )}
    >
      <Truncated text={name ?? bucket ?? "–"} max={max} />
      {group === "campaign" && <CampaignPlatform id={bucket} />}
      {owner && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          <Truncated text={owner} max={max} />
        </Text>
      )}
    </span>
  )
}

/** Two campaigns may have one name. */
function CampaignPlatform({ id }: { id: string | null }) {
  const campaigns = useCampaigns().data?.campaigns
  const platform = campaigns?.find((campaign) => campaign.id === id)?.platform
  return (
    <Text as="span" size="xsmall" className="text-ui-fg-subtle">
      {platform}
    </Text>
  )
}
