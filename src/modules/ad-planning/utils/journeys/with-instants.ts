import type { PersonProfile, ProfileTouch } from "../../types"

/** The profile with its times as ISO 8601 in UTC, however the database writes them. */
export function withInstants(profile: PersonProfile): PersonProfile {
  const { orders } = profile
  return {
    ...profile,
    first_seen_at: instant(profile.first_seen_at),
    last_seen_at: instant(profile.last_seen_at),
    identities: profile.identities.map((identity) => ({
      ...identity,
      valid_from: new Date(identity.valid_from).toISOString(),
    })),
    orders: {
      ...orders,
      first_at: instant(orders.first_at),
      last_at: instant(orders.last_at),
    },
    acquisition: touchAt(profile.acquisition),
    last_touch: touchAt(profile.last_touch),
  }
}

function instant(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}

function touchAt(touch: ProfileTouch | null): ProfileTouch | null {
  return touch && { ...touch, at: new Date(touch.at).toISOString() }
}
