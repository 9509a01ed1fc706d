import type { ChannelGroup } from "../../types"
import { type SourceCategory, sourceCategory } from "./source-categories"

export interface TrafficSource {
  source: string
  medium: string
  campaign: string
}

/** Each part that is there has to hold; of several conditions, one. */
interface Condition {
  source?: RegExp
  category?: SourceCategory
  medium?: RegExp
  campaign?: RegExp
}

interface Rule {
  group: ChannelGroup
  conditions: readonly Condition[]
}

// Google's own regular expressions for paid media and shopping campaigns.
const PAID = /^(.*cp.*|ppc|retargeting|paid.*)$/
const SHOPPING = /^(.*(([^a-df-z]|^)shop|shopping).*)$/
const EMAIL = /^(email|e-mail|e_mail|e mail)$/

/** The table of Google's page, in its order: the first rule that holds decides. */
const RULES: readonly Rule[] = [
  {
    group: "Direct",
    // Nothing said is how Google has (direct) of its own tags.
    conditions: [
      { source: /^(\(direct\))?$/, medium: /^(\(none\)|\(not set\))?$/ },
    ],
  },
  {
    group: "Cross-network",
    conditions: [{ campaign: /cross-network/ }],
  },
  {
    group: "Paid Shopping",
    conditions: [
      { category: "shopping", medium: PAID },
      { campaign: SHOPPING, medium: PAID },
    ],
  },
  {
    group: "Paid Search",
    conditions: [{ category: "search", medium: PAID }],
  },
  {
    group: "Paid Social",
    conditions: [{ category: "social", medium: PAID }],
  },
  {
    group: "Paid Video",
    conditions: [{ category: "video", medium: PAID }],
  },
  {
    group: "Display",
    conditions: [{ medium: /^(display|banner|expandable|interstitial|cpm)$/ }],
  },
  {
    group: "Paid Other",
    conditions: [{ medium: PAID }],
  },
  {
    group: "Organic Shopping",
    conditions: [{ category: "shopping" }, { campaign: SHOPPING }],
  },
  {
    group: "Organic Social",
    conditions: [
      { category: "social" },
      { medium: /^(social|social[- ]network|social[- ]media|sm)$/ },
    ],
  },
  {
    group: "Organic Video",
    conditions: [{ category: "video" }, { medium: /video/ }],
  },
  {
    group: "Organic Search",
    conditions: [{ category: "search" }, { medium: /^organic$/ }],
  },
  {
    group: "Referral",
    conditions: [{ medium: /^(referral|app|link)$/ }],
  },
  {
    group: "Email",
    conditions: [{ source: EMAIL }, { medium: EMAIL }],
  },
  {
    group: "Affiliates",
    conditions: [{ medium: /^affiliate$/ }],
  },
  {
    group: "Audio",
    conditions: [{ medium: /^audio$/ }],
  },
  {
    group: "SMS",
    conditions: [{ source: /^sms$/ }, { medium: /^sms$/ }],
  },
  {
    group: "Mobile Push Notifications",
    conditions: [
      { medium: /push$|mobile|notification/ },
      { source: /^firebase$/ },
    ],
  },
]

const PAID_GROUPS: readonly ChannelGroup[] = [
  "Cross-network",
  "Paid Shopping",
  "Paid Search",
  "Paid Social",
  "Paid Video",
  "Display",
  "Paid Other",
]

/**
 * Google Analytics 4's default channel group of a source, medium and campaign,
 * compared in lower case.
 *
 * @see https://support.google.com/analytics/answer/9756891
 */
export function channelGroup(traffic: TrafficSource): ChannelGroup {
  const lowered = {
    source: traffic.source.trim().toLowerCase(),
    medium: traffic.medium.trim().toLowerCase(),
    campaign: traffic.campaign.trim().toLowerCase(),
  }
  const category = sourceCategory(lowered.source)
  const rule = RULES.find(({ conditions }) =>
    conditions.some((condition) => holds(condition, lowered, category))
  )
  return rule?.group ?? "Unassigned"
}

function holds(
  { source, category, medium, campaign }: Condition,
  traffic: TrafficSource,
  itsCategory: SourceCategory | null
): boolean {
  return (
    (source?.test(traffic.source) ?? true) &&
    (medium?.test(traffic.medium) ?? true) &&
    (campaign?.test(traffic.campaign) ?? true) &&
    (category === undefined || category === itsCategory)
  )
}

export function isPaidGroup(group: ChannelGroup): boolean {
  return PAID_GROUPS.includes(group)
}
