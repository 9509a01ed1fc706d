import type { ChannelGroup } from "../../types"
import { sourceCategory } from "./source-categories"

export interface TrafficSource {
  source: string
  medium: string
  campaign: string
}

type Rule = (traffic: TrafficSource) => boolean

// Google's own regular expressions for paid media and shopping campaigns.
const PAID_MEDIUM = /^(.*cp.*|ppc|retargeting|paid.*)$/
const SHOPPING_CAMPAIGN = /^(.*(([^a-df-z]|^)shop|shopping).*)$/
const DISPLAY_MEDIA = ["display", "banner", "expandable", "interstitial", "cpm"]
const SOCIAL_MEDIA = [
  "social",
  "social-network",
  "social-media",
  "sm",
  "social network",
  "social media",
]
const EMAIL_NAMES = ["email", "e-mail", "e_mail", "e mail"]

const isPaid: Rule = ({ medium }) => PAID_MEDIUM.test(medium)
const from =
  (category: ReturnType<typeof sourceCategory>): Rule =>
  ({ source }) =>
    sourceCategory(source) === category
const isShopping: Rule = (traffic) =>
  from("shopping")(traffic) || SHOPPING_CAMPAIGN.test(traffic.campaign)

/** The first rule that holds decides. */
const RULES: readonly [ChannelGroup, Rule][] = [
  [
    "Direct",
    ({ source, medium }) =>
      ["", "(direct)"].includes(source) &&
      ["", "(none)", "(not set)"].includes(medium),
  ],
  ["Cross-network", ({ campaign }) => campaign.includes("cross-network")],
  ["Paid Shopping", (traffic) => isShopping(traffic) && isPaid(traffic)],
  ["Paid Search", (traffic) => from("search")(traffic) && isPaid(traffic)],
  ["Paid Social", (traffic) => from("social")(traffic) && isPaid(traffic)],
  ["Paid Video", (traffic) => from("video")(traffic) && isPaid(traffic)],
  ["Display", ({ medium }) => DISPLAY_MEDIA.includes(medium)],
  ["Paid Other", isPaid],
  ["Organic Shopping", isShopping],
  [
    "Organic Social",
    (traffic) =>
      from("social")(traffic) || SOCIAL_MEDIA.includes(traffic.medium),
  ],
  [
    "Organic Video",
    (traffic) => from("video")(traffic) || traffic.medium.includes("video"),
  ],
  [
    "Organic Search",
    (traffic) => from("search")(traffic) || traffic.medium === "organic",
  ],
  ["Referral", ({ medium }) => ["referral", "app", "link"].includes(medium)],
  [
    "Email",
    ({ source, medium }) =>
      EMAIL_NAMES.includes(source) || EMAIL_NAMES.includes(medium),
  ],
  ["Affiliates", ({ medium }) => medium === "affiliate"],
  ["Audio", ({ medium }) => medium === "audio"],
  ["SMS", ({ source, medium }) => source === "sms" || medium === "sms"],
  [
    "Mobile Push Notifications",
    ({ source, medium }) =>
      medium.endsWith("push") ||
      medium.includes("mobile") ||
      medium.includes("notification") ||
      source === "firebase",
  ],
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
  return RULES.find(([, rule]) => rule(lowered))?.[0] ?? "Unassigned"
}

export function isPaidGroup(group: ChannelGroup): boolean {
  return PAID_GROUPS.includes(group)
}
