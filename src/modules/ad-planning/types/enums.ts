/** Enumerations shared by models, validators and SQL. Values of the plan come first. */

export const CONVERSION_TYPES = [
  "lead_form_submission",
  "add_to_cart",
  "begin_checkout",
  "purchase",
  "page_engagement",
  "custom",
] as const
export type ConversionType = (typeof CONVERSION_TYPES)[number]

export const PLATFORMS = ["meta", "google", "generic", "direct"] as const
export type Platform = (typeof PLATFORMS)[number]

/** How a touch got its campaign, best evidence first. */
export const RESOLUTION_METHODS = [
  "manual",
  "platform_id",
  "alias",
  "name",
] as const
export type ResolutionMethod = (typeof RESOLUTION_METHODS)[number]

/** Why a touch has no campaign. `not_claimed`: it names none (organic, referral). */
export const UNRESOLVED_REASONS = [
  "not_claimed",
  "no_match",
  "ambiguous",
] as const
export type UnresolvedReason = (typeof UNRESOLVED_REASONS)[number]

/** `undated`: an order's stamp whose click time nobody recorded. */
export const TOUCH_CONFIDENCES = ["dated", "undated"] as const
export type TouchConfidence = (typeof TOUCH_CONFIDENCES)[number]

export const TOUCH_SOURCES = ["session", "order"] as const

export const ADJUSTMENT_TYPES = [
  "credit_line",
  "return",
  "cancellation",
  "order_change",
] as const
export type AdjustmentType = (typeof ADJUSTMENT_TYPES)[number]

export const IDENTITY_KINDS = ["visitor", "customer", "email"] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]

/** Google Analytics 4, default channel group names. */
export const CHANNEL_GROUPS = [
  "Direct",
  "Cross-network",
  "Paid Shopping",
  "Paid Search",
  "Paid Social",
  "Paid Video",
  "Display",
  "Paid Other",
  "Organic Shopping",
  "Organic Social",
  "Organic Video",
  "Organic Search",
  "Email",
  "Affiliates",
  "Referral",
  "Audio",
  "SMS",
  "Mobile Push Notifications",
  "Unassigned",
] as const
export type ChannelGroup = (typeof CHANNEL_GROUPS)[number]

/** Click id query parameters, and the platform that sets each. */
export const CLICK_ID_PLATFORMS = {
  gclid: "google",
  gbraid: "google",
  wbraid: "google",
  dclid: "google",
  fbclid: "meta",
  msclkid: "generic",
  ttclid: "generic",
  twclid: "generic",
  li_fat_id: "generic",
} as const satisfies Record<string, Platform>
export type ClickIdName = keyof typeof CLICK_ID_PLATFORMS
export const CLICK_ID_NAMES = Object.keys(CLICK_ID_PLATFORMS) as ClickIdName[]

/** Click ids that only a paid click carries; fbclid is on organic links too. */
export const PAID_CLICK_IDS: readonly ClickIdName[] = [
  "gclid",
  "gbraid",
  "wbraid",
  "dclid",
  "msclkid",
]

export const UTM_FIELDS = [
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
  "utm_id",
] as const
export type UtmField = (typeof UTM_FIELDS)[number]

/** Sources that are read by event and by reconcile, in dependency order. */
export const SYNC_SOURCES = [
  "person",
  "campaign",
  "insight",
  "session",
  "order",
] as const
export type SyncSource = (typeof SYNC_SOURCES)[number]
