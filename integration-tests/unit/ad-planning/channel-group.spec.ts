import {
  CHANNEL_GROUPS,
  type ChannelGroup,
} from "../../../src/modules/ad-planning/types"
import {
  channelGroup,
  isPaidGroup,
} from "../../../src/modules/ad-planning/utils/attribution/channel-group"
import { HOSTILE_TEXTS } from "./helpers/touches"

// Source, medium, campaign and the group by the rules for manual traffic of
// support.google.com/analytics/answer/9756891 (2026), whose letters have no case.
// By them the letter before "shop" may be none but e: eshop, not workshop.
const CASES: [string, string, string, ChannelGroup][] = [
  ["(direct)", "(none)", "", "Direct"],
  ["(direct)", "(not set)", "", "Direct"],
  ["", "", "", "Direct"],
  ["google", "cpc", "cross-network", "Cross-network"],
  ["google", "cpc", "pmax cross-network de", "Cross-network"],
  ["google", "cpc", "shopping", "Paid Shopping"],
  ["google", "cpc", "de shop summer", "Paid Shopping"],
  ["google", "ppc", "spring_shopping_de", "Paid Shopping"],
  ["google", "cpc", "workshop", "Paid Search"],
  ["google", "cpc", "bishop", "Paid Search"],
  ["amazon", "cpc", "brand", "Paid Shopping"],
  ["ebay.de", "cpm", "brand", "Paid Shopping"],
  ["idealo", "paid", "", "Paid Shopping"],
  ["google", "cpc", "brand", "Paid Search"],
  ["google", "cpm", "brand", "Paid Search"],
  ["google.com", "ppc", "", "Paid Search"],
  ["bing", "cpc", "", "Paid Search"],
  ["yahoo", "retargeting", "", "Paid Search"],
  ["duckduckgo", "paidsearch", "", "Paid Search"],
  ["baidu", "paid", "", "Paid Search"],
  ["facebook", "cpc", "", "Paid Social"],
  ["facebook", "paid", "summer", "Paid Social"],
  ["facebook", "paid_social", "summer", "Paid Social"],
  ["ig", "paid-social", "", "Paid Social"],
  ["instagram", "cpm", "", "Paid Social"],
  ["linkedin", "cpa+cpc", "", "Paid Social"],
  ["tiktok", "ppc", "", "Paid Social"],
  ["pinterest", "retargeting", "", "Paid Social"],
  ["youtube", "cpc", "", "Paid Video"],
  ["youtube.com", "cpv+cpc", "", "Paid Video"],
  ["vimeo", "paid", "", "Paid Video"],
  ["taboola", "display", "", "Display"],
  ["adnetwork", "banner", "", "Display"],
  ["adnetwork", "expandable", "", "Display"],
  ["adnetwork", "interstitial", "", "Display"],
  ["adnetwork", "cpm", "", "Display"],
  ["google", "display", "", "Display"],
  ["facebook", "banner", "", "Display"],
  ["adnetwork", "cpc", "", "Paid Other"],
  ["newsletter", "ppc", "", "Paid Other"],
  ["podcast", "paid", "", "Paid Other"],
  ["criteo", "retargeting", "", "Paid Other"],
  ["taboola", "cpcv", "", "Paid Other"],
  ["etsy", "referral", "", "Organic Shopping"],
  ["amazon.com", "", "", "Organic Shopping"],
  ["newsletter", "email", "shopping", "Organic Shopping"],
  ["facebook", "", "", "Organic Social"],
  ["facebook.com", "referral", "", "Organic Social"],
  ["l.facebook.com", "referral", "", "Organic Social"],
  ["t.co", "referral", "", "Organic Social"],
  ["instagram", "story", "", "Organic Social"],
  ["hootsuite_post", "social", "", "Organic Social"],
  ["buffer", "social-network", "", "Organic Social"],
  ["buffer", "social-media", "", "Organic Social"],
  ["buffer", "sm", "", "Organic Social"],
  ["buffer", "social network", "", "Organic Social"],
  ["buffer", "social media", "", "Organic Social"],
  ["youtube", "referral", "", "Organic Video"],
  ["vimeo.com", "", "", "Organic Video"],
  ["partner", "video", "", "Organic Video"],
  ["partner", "product_video", "", "Organic Video"],
  ["google", "organic", "", "Organic Search"],
  ["google", "", "", "Organic Search"],
  ["bing.com", "referral", "", "Organic Search"],
  ["smallsearch", "organic", "", "Organic Search"],
  ["newsletter", "email", "", "Email"],
  ["klaviyo", "e-mail", "", "Email"],
  ["klaviyo", "e_mail", "", "Email"],
  ["klaviyo", "e mail", "", "Email"],
  ["email", "", "", "Email"],
  ["e-mail", "flow", "", "Email"],
  ["blogger_anna", "affiliate", "", "Affiliates"],
  ["blog.example", "referral", "", "Referral"],
  ["partner", "app", "", "Referral"],
  ["partner", "link", "", "Referral"],
  ["spotify", "audio", "", "Audio"],
  ["sms", "", "", "SMS"],
  ["attentive", "sms", "", "SMS"],
  ["onesignal", "push", "", "Mobile Push Notifications"],
  ["onesignal", "webpush", "", "Mobile Push Notifications"],
  ["app", "mobile", "", "Mobile Push Notifications"],
  ["app", "in-app notification", "", "Mobile Push Notifications"],
  ["firebase", "", "", "Mobile Push Notifications"],
  ["newsletter", "", "", "Unassigned"],
  ["newsletter", "mail", "", "Unassigned"],
  ["partner", "affiliates", "", "Unassigned"],
  ["partner", "emails", "", "Unassigned"],
  ["partner", "prepaid", "", "Unassigned"],
  ["(not set)", "(not set)", "", "Unassigned"],
  ["flyer", "qr", "summer", "Unassigned"],
  ["(direct)", "qr", "", "Unassigned"],
  ["flyer", "qr", "e-shop", "Organic Shopping"],
  ["flyer", "qr", "eshop", "Organic Shopping"],
]

describe("channelGroup", () => {
  it.each(CASES)("%j / %j / %j is %s", (source, medium, campaign, group) => {
    expect(channelGroup({ source, medium, campaign })).toBe(group)
    expect(
      channelGroup({
        source: ` ${source.toUpperCase()} `,
        medium: medium.toUpperCase(),
        campaign: campaign.toUpperCase(),
      })
    ).toBe(group)
  })

  it("has a case for every group there is", () => {
    expect(new Set(CASES.map(([, , , group]) => group))).toEqual(
      new Set(CHANNEL_GROUPS)
    )
  })

  it.each(HOSTILE_TEXTS.filter((text) => text.trim() !== ""))(
    "is Unassigned for %j as source and medium",
    (text) => {
      const traffic = { source: text, medium: text, campaign: text }
      expect(channelGroup(traffic)).toBe("Unassigned")
    }
  )
})

describe("isPaidGroup", () => {
  const paid: ChannelGroup[] = [
    "Cross-network",
    "Paid Shopping",
    "Paid Search",
    "Paid Social",
    "Paid Video",
    "Display",
    "Paid Other",
  ]

  it.each(CHANNEL_GROUPS)("%s", (group) => {
    expect(isPaidGroup(group)).toBe(paid.includes(group))
  })
})
