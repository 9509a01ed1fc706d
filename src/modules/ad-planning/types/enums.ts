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

/** What a conversion was made from. */
export const CONVERSION_SOURCES = [
  "order",
  "lead",
  "form_response",
  "analytics_event",
  "pixel",
  "manual",
] as const
export type ConversionSource = (typeof CONVERSION_SOURCES)[number]

export const GOAL_TYPES = [
  "lead_form",
  "purchase",
  "add_to_cart",
  "page_view",
  "time_on_page",
  "scroll_depth",
  "custom_event",
] as const
export type GoalType = (typeof GOAL_TYPES)[number]

/** What became of one call of the public endpoint. */
export const PIXEL_OUTCOMES = [
  "accepted",
  "duplicate",
  "bot",
  "no_consent",
  "invalid",
  "too_large",
  "rate_limited",
  "overloaded",
  "failed",
] as const
export type PixelOutcome = (typeof PIXEL_OUTCOMES)[number]

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

/** How a conversion's value is shared over the touches of its path. */
export const ATTRIBUTION_MODELS = [
  "last_touch",
  "first_touch",
  "linear",
  "time_decay",
  "position_based",
  "data_driven",
] as const
export type AttributionModel = (typeof ATTRIBUTION_MODELS)[number]

/** Why a touch has no campaign. `not_claimed`: it names none (organic, referral). */
export const UNRESOLVED_REASONS = [
  "not_claimed",
  "no_match",
  "ambiguous",
] as const
export type UnresolvedReason = (typeof UNRESOLVED_REASONS)[number]

/**
 * Why a conversion's campaign changed. A person: `alias` said what a utm value means,
 * `session_choice` and `conversion_choice` chose, `undo` took one of these back.
 * `rules` found a campaign; `touches` arrived, changed or went; `identity`: a device
 * was erased. `merge` made two campaigns one, or two again. `other` is none of these.
 */
export const ATTRIBUTION_CAUSES = [
  "alias",
  "session_choice",
  "conversion_choice",
  "undo",
  "rules",
  "touches",
  "identity",
  "other",
  "merge",
] as const
export type AttributionCauseName = (typeof ATTRIBUTION_CAUSES)[number]

/** The utm parameters that an alias can be of. */
export const ALIAS_KINDS = ["utm_campaign", "utm_id"] as const
export type AliasKind = (typeof ALIAS_KINDS)[number]

/** `undated`: an order's stamp whose click time nobody recorded. */
export const TOUCH_CONFIDENCES = ["dated", "undated"] as const
export type TouchConfidence = (typeof TOUCH_CONFIDENCES)[number]

/**
 * Where a touch was seen: a session, an order's stamp, or a conversion that
 * itself says where it came from, as a lead of a lead ad does.
 */
export const TOUCH_SOURCES = ["session", "order", "conversion"] as const
export type TouchSource = (typeof TOUCH_SOURCES)[number]

export const ADJUSTMENT_TYPES = [
  "credit_line",
  "return",
  "return_fee",
  "cancellation",
  "order_change",
] as const
export type AdjustmentType = (typeof ADJUSTMENT_TYPES)[number]

export const IDENTITY_KINDS = ["visitor", "customer", "email"] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]

/** Why an identifier names nobody. */
export const IDENTITY_STATUSES = ["shared", "refused"] as const
export type IdentityStatus = (typeof IDENTITY_STATUSES)[number]

/** Why somebody was erased: asked for, or their record was deleted. */
export const ERASURE_REASONS = [
  "request",
  "person_deleted",
  "customer_deleted",
] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

/** What names somebody who was erased. */
export const SUPPRESSION_KINDS = [...IDENTITY_KINDS, "person"] as const
export type SuppressionKind = (typeof SUPPRESSION_KINDS)[number]

export const BACKFILL_STATUSES = [
  "running",
  "completed",
  "failed",
  "canceled",
] as const
export type BackfillStatus = (typeof BACKFILL_STATUSES)[number]

/** What a touchpoint was made from. */
export const JOURNEY_SOURCES = [
  "order",
  "feedback",
  "form_response",
  "lead",
  "analytics_event",
  "pixel",
  "social_comment",
  "social_mention",
  "nps_answer",
] as const
export type JourneySource = (typeof JOURNEY_SOURCES)[number]

export const JOURNEY_EVENT_TYPES = [
  "form_submit",
  "feedback",
  "purchase",
  "page_view",
  "social_engage",
  "lead_capture",
  "add_to_cart",
  "begin_checkout",
  "custom",
] as const
export type JourneyEventType = (typeof JOURNEY_EVENT_TYPES)[number]

export const JOURNEY_CHANNELS = ["web", "social", "email", "sms"] as const
export type JourneyChannel = (typeof JOURNEY_CHANNELS)[number]

export const JOURNEY_STAGES = [
  "awareness",
  "consideration",
  "conversion",
  "retention",
] as const
export type JourneyStage = (typeof JOURNEY_STAGES)[number]

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
  rdt_cid: "generic",
  irclickid: "generic",
  ScCid: "generic",
  epik: "generic",
} as const satisfies Record<string, Platform>
export type ClickIdName = keyof typeof CLICK_ID_PLATFORMS
export const CLICK_ID_NAMES = Object.keys(CLICK_ID_PLATFORMS) as ClickIdName[]

/**
 * Click ids that only a paid click carries, as the platforms themselves say. Of
 * the others either no platform says so, or they are on links that cost nothing.
 *
 * @see docs/numbers.md, "Touches and attribution"
 */
export const PAID_CLICK_IDS: readonly ClickIdName[] = [
  "gclid",
  "gbraid",
  "wbraid",
  "dclid",
  "msclkid",
  "ttclid",
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

/**
 * Sources that are read by event, by reconcile and by backfill: campaigns before
 * what names them, and who somebody is, was and bought before what they did, so
 * that most rows are written once.
 */
export const SYNC_SOURCES = [
  "campaign",
  "insight",
  "person",
  "session",
  "order",
  "lead",
  "form_response",
  "feedback",
  "social_post",
  "analytics_event",
] as const
export type SyncSource = (typeof SYNC_SOURCES)[number]

/** Work that failed and is done again until it succeeds, whatever its source. */
export const PENDING_WORK = [
  "write_backs",
  "announcements",
  "erasures",
] as const
export type PendingWork = (typeof PENDING_WORK)[number]

/** The name under which pending work stands beside the sources and jobs. */
export function pendingState(work: PendingWork): string {
  return `pending:${work}`
}
