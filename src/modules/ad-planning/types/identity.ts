import type { ChannelGroup, IdentityKind, Platform } from "./enums"

/** Where somebody came from, once. */
export interface ProfileTouch {
  ad_campaign_id: string | null
  campaign_name: string | null
  channel_group: ChannelGroup
  platform: Platform
  utm_source: string | null
  utm_medium: string | null
  /** ISO 8601. */
  at: string
}

export interface ProfileIdentity {
  id: string
  kind: IdentityKind
  /** Null of an e-mail: only its keyed hash is known. */
  value: string | null
  source: string
  /** ISO 8601. */
  valid_from: string
}

/** What the facts say of one person. Times are ISO 8601. */
export interface PersonProfile {
  first_seen_at: string | null
  last_seen_at: string | null
  touchpoints: number
  identities: ProfileIdentity[]
  orders: {
    count: number
    first_at: string | null
    last_at: string | null
    by_currency: {
      currency: string
      count: number
      net_value: number
      average_value: number
    }[]
  }
  acquisition: ProfileTouch | null
  last_touch: ProfileTouch | null
}
