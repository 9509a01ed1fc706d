import BigNumber from "bignumber.js"
import type {
  CampaignFact,
  CampaignMetricFact,
  SpendDay,
  SpendImportRecord,
} from "../../types"
import { normaliseName } from "../text/normalise"

// Of an import that names more than one platform.
const SEVERAL = "several"

export function campaignKeyOf(row: {
  platform: string
  external_id: string
}): string {
  return JSON.stringify([row.platform, row.external_id])
}

function keyOf({ platform, external_id, campaign }: SpendDay): string {
  return JSON.stringify([
    platform,
    external_id ?? `name:${normaliseName(campaign)}`,
  ])
}

/** The campaign of each day, in the same order. */
export function campaignFacts(days: SpendDay[]): CampaignFact[] {
  const newest = new Map<string, string>()
  for (const day of days) {
    const former = newest.get(keyOf(day))
    if (!former || day.date > former) {
      newest.set(keyOf(day), day.date)
    }
  }
  return days.map((day) => {
    const normalised = normaliseName(day.campaign)
    return {
      id: null,
      platform: day.platform,
      external_id: day.external_id ?? `name:${normalised}`,
      name: day.campaign,
      normalised_name: normalised,
      status: null,
      started_at: null,
      stopped_at: null,
      currency: day.currency,
      account_id: null,
      is_host_campaign: false,
      named_on: newest.get(keyOf(day)) ?? day.date,
    }
  })
}

/** @param idOf - our id of the campaign of the day at this index */
export function metricFacts(
  days: SpendDay[],
  idOf: (index: number) => string
): CampaignMetricFact[] {
  return days.map((day, index) => ({
    ad_campaign_id: idOf(index),
    date: day.date,
    currency: day.currency,
    spend: day.spend,
    impressions: day.impressions,
    clicks: day.clicks,
    claimed_conversions: day.conversions,
    claimed_value: day.value,
  }))
}

/** What an import's entry in the list says of its days. */
export function importTotals(
  days: SpendDay[]
): Pick<
  SpendImportRecord,
  "platform" | "rows" | "from_date" | "to_date" | "spend"
> {
  const platforms = [...new Set(days.map(({ platform }) => platform))]
  const dates = days.map(({ date }) => date).toSorted()
  const sums = new Map<string, BigNumber>()
  for (const { currency, spend } of days) {
    sums.set(currency, (sums.get(currency) ?? new BigNumber(0)).plus(spend))
  }
  return {
    platform: platforms.length === 1 ? platforms[0]! : SEVERAL,
    rows: days.length,
    from_date: dates[0] ?? null,
    to_date: dates.at(-1) ?? null,
    spend: [...sums].map(([currency, sum]) => ({
      currency,
      spend: sum.toFixed(),
    })),
  }
}

/** A day that stands, with its amounts as exact decimal text. */
interface StandingDay {
  ad_campaign_id: string
  date: string
  currency: string
  old_spend: string
  old_impressions: string
  old_clicks: string
  old_conversions: string | null
  old_value: string | null
}

function dayOf(
  row: Pick<StandingDay, "ad_campaign_id" | "date" | "currency">
): string {
  return JSON.stringify([row.ad_campaign_id, row.date, row.currency])
}

/** Days with what stands there added. */
export function addStanding(
  metrics: CampaignMetricFact[],
  standing: StandingDay[]
): CampaignMetricFact[] {
  const days = new Map(standing.map((day) => [dayOf(day), day]))
  return metrics.map((metric) => {
    const day = days.get(dayOf(metric))
    return day
      ? {
          ...metric,
          spend: plus(metric.spend, day.old_spend),
          impressions: plus(metric.impressions, day.old_impressions),
          clicks: plus(metric.clicks, day.old_clicks),
          claimed_conversions: known(
            metric.claimed_conversions,
            day.old_conversions
          ),
          claimed_value: known(metric.claimed_value, day.old_value),
        }
      : metric
  })
}

function plus(a: string, b: string): string {
  return new BigNumber(a).plus(b).toFixed()
}

function known(a: string | null, b: string | null): string | null {
  return a !== null && b !== null ? plus(a, b) : (a ?? b)
}
