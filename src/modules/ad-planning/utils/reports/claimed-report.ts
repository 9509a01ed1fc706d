import BigNumber from "bignumber.js"
import {
  REMAINDER_BUCKETS,
  type CampaignResultsRow,
  type CampaignSpendRow,
} from "../../types"
import {
  addResults,
  NO_RESULTS,
  NO_SPEND,
  optionalNumber,
  resultsByBucket,
  spendByCampaign,
  type Results,
  type SpendFigures,
} from "./campaign-report"
import type { ClaimTerms } from "./claim-terms"
import { ratio } from "./ratio"

/** Money in major units of the report's currency, not rounded. */
export interface ClaimedFigures {
  /** Null where the report's filters cannot split it, and so are the claims. */
  spend: number | null
  /** Null where the platform claims nothing of the kind. */
  claimed_conversions: number | null
  claimed_value: number | null
  conversions: number
  purchases: number
  revenue: number
  /** Claimed / ours, of days whose spend is complete; null without a divisor. */
  conversions_ratio: number | null
  value_ratio: number | null
}

export type ClaimedCampaign = { ad_campaign_id: string } & ClaimedFigures

/** Columns of the table in order, also when there is no row. */
export const CLAIMED_COLUMNS = [
  "ad_campaign_id",
  "name",
  "platform",
  "spend",
  "claimed_conversions",
  "claimed_value",
  "conversions",
  "purchases",
  "revenue",
  "conversions_ratio",
  "value_ratio",
  "attribution_window",
  "includes_view_through",
  "timezone",
] as const satisfies (
  keyof (ClaimedCampaign & ClaimTerms) | "name" | "platform"
)[]

/** What has to be known to read the ratios. */
const CLAIM_NOTES = {
  another_rule:
    "A platform claims what followed its own ads, each platform for itself; ours credits each conversion once, to its last touch",
  no_claims: "The platform claims no conversions",
  no_value: "The platform claims conversions and no value",
  window_unknown:
    "The platform does not say how long after a click or a view it claims",
  includes_views:
    "The platform also claims conversions of people who only saw an ad; ours needs a click",
  timezone_unknown: "The zone in which the platform's days begin is not known",
  timezone_differs:
    "The platform's days begin in another time zone than the report's",
} as const
export type ClaimNote = keyof typeof CLAIM_NOTES
const CLAIM_NOTE_CODES = [
  "another_rule",
  "no_claims",
  "no_value",
  "window_unknown",
  "includes_views",
  "timezone_unknown",
  "timezone_differs",
] as const satisfies ClaimNote[]

export interface ClaimedReport {
  campaigns: ClaimedCampaign[]
  totals: ClaimedFigures
}

/**
 * One row per campaign with results or spend in the period, largest claim first,
 * each beside what it is credited with. The totals hold claims against what the
 * campaigns that claim are credited with, and no others, where there are claims.
 */
export function claimedReport(
  results: CampaignResultsRow[],
  spend: CampaignSpendRow[] | null
): ClaimedReport {
  const earned = resultsByBucket(results)
  const spent = spendByCampaign(spend)
  const remainder: readonly string[] = REMAINDER_BUCKETS
  const ids = [...new Set([...earned.keys(), ...spent.keys()])].filter(
    (id) => !remainder.includes(id)
  )
  const of = (those: string[]) =>
    addResults(those.map((id) => earned.get(id) ?? NO_RESULTS))
  const claiming = (kind: "claimed_conversions" | "claimed_value") =>
    of(ids.filter((id) => (spent.get(id)?.[kind] ?? null) !== null))
  const { revenue, complete_revenue } = claiming("claimed_value")
  const shop =
    spend === null
      ? of(ids)
      : { ...claiming("claimed_conversions"), revenue, complete_revenue }
  return {
    campaigns: ids
      .map((id) => ({
        ad_campaign_id: id,
        ...figures(of([id]), spend && (spent.get(id) ?? NO_SPEND)),
      }))
      .toSorted(
        (a, b) =>
          (b.claimed_value ?? 0) - (a.claimed_value ?? 0) ||
          (b.claimed_conversions ?? 0) - (a.claimed_conversions ?? 0) ||
          b.revenue - a.revenue
      ),
    totals: figures(shop, spend && sumOf([...spent.values()])),
  }
}

/** What to know about the ratios, and of how many campaigns it is true. */
export function claimNotes(
  campaigns: readonly (ClaimedFigures & ClaimTerms)[],
  timezone: string
): { code: ClaimNote; campaigns: number; message: string }[] {
  const claims = campaigns.filter((row) => row.claimed_conversions !== null)
  const isTrue: Record<ClaimNote, typeof claims> = {
    another_rule: claims,
    no_claims: campaigns.filter(
      (row) => row.claimed_conversions === null && (row.spend ?? 0) > 0
    ),
    no_value: claims.filter((row) => row.claimed_value === null),
    window_unknown: claims.filter((row) => row.attribution_window === null),
    includes_views: claims.filter((row) => row.includes_view_through),
    timezone_unknown: claims.filter((row) => row.timezone === null),
    timezone_differs: claims.filter(
      (row) => row.timezone !== null && row.timezone !== timezone
    ),
  }
  return CLAIM_NOTE_CODES.flatMap((code) => {
    const count = isTrue[code].length
    return count === 0
      ? []
      : { code, campaigns: count, message: CLAIM_NOTES[code] }
  })
}

function figures(ours: Results, cost: SpendFigures | null): ClaimedFigures {
  return {
    spend: cost && Number(cost.spend),
    claimed_conversions: optionalNumber(cost?.claimed_conversions),
    claimed_value: optionalNumber(cost?.claimed_value),
    conversions: ours.purchases + ours.leads + ours.goals,
    purchases: ours.purchases,
    revenue: Number(ours.revenue),
    conversions_ratio: perOurs(
      cost?.complete_claimed_conversions,
      ours.complete_purchases + ours.complete_leads + ours.complete_goals
    ),
    value_ratio: perOurs(
      cost?.complete_claimed_value,
      Number(ours.complete_revenue)
    ),
  }
}

function perOurs(
  claimed: string | null | undefined,
  ours: number
): number | null {
  const claim = optionalNumber(claimed)
  return claim === null ? null : ratio(claim, ours)
}

function sum(values: (string | null)[]): string {
  return BigNumber.sum(0, ...values.map((value) => value ?? 0)).toFixed()
}

/** What nobody claims stays null. */
function sumOf(spent: SpendFigures[]): SpendFigures {
  const claims = (pick: (row: SpendFigures) => string | null) => {
    const values = spent.map(pick)
    return values.some((value) => value !== null) ? sum(values) : null
  }
  return {
    spend: sum(spent.map((row) => row.spend)),
    complete_spend: sum(spent.map((row) => row.complete_spend)),
    impressions: sum(spent.map((row) => row.impressions)),
    clicks: sum(spent.map((row) => row.clicks)),
    claimed_conversions: claims((row) => row.claimed_conversions),
    claimed_value: claims((row) => row.claimed_value),
    complete_claimed_conversions: claims(
      (row) => row.complete_claimed_conversions
    ),
    complete_claimed_value: claims((row) => row.complete_claimed_value),
  }
}
