/** By which rule a platform claims a conversion, as far as it says. */
export interface ClaimTerms {
  /** As the platform names it: `7d_click_1d_view`. */
  attribution_window: string | null
  /** Whether it claims conversions of people who saw an ad and did not click it. */
  includes_view_through: boolean | null
  /** IANA zone of the account, in which its days begin. */
  timezone: string | null
}

export const UNKNOWN_TERMS: ClaimTerms = {
  attribution_window: null,
  includes_view_through: null,
  timezone: null,
}

// Names of Meta's Marketing API, which a sync may keep with what it reads:
// https://developers.facebook.com/docs/marketing-api/reference/ads-insights
const SETTINGS = ["attribution_setting", "action_attribution_windows"] as const
const PART = String.raw`\d{1,3}d_(?:click|view|engaged_view|ev)`
const SETTING = new RegExp(`^${PART}(?:_${PART}){0,3}$`)

/**
 * The attribution window among what a platform's row has in `metadata`; null when it
 * has none, or nothing of that form.
 */
export function attributionWindow(
  metadata: Record<string, unknown> | null
): string | null {
  const found = SETTINGS.filter((name) => Object.hasOwn(metadata ?? {}, name))
  for (const name of found) {
    const value = metadata?.[name]
    const setting = Array.isArray(value) ? value.join("_") : value
    if (typeof setting === "string" && SETTING.test(setting)) {
      return setting
    }
  }
  return null
}

/** Whether a window counts views beside clicks; null where it is not known. */
export function includesViews(window: string | null): boolean | null {
  return window === null ? null : /view|_ev/.test(window)
}
