import type { CampaignRow } from "./campaign-report"
import { MINIMUM_CONVERSIONS } from "./campaign-evidence"

const COUNT_METRICS = [
  "revenue",
  "purchases",
  "conversions",
  "new_customers",
] as const
const RETURN_METRICS = ["roas", "roi"] as const
const COST_METRICS = ["cpa", "cac", "cost_per_conversion"] as const

export const RANKING_METRICS = [
  ...COUNT_METRICS,
  ...RETURN_METRICS,
  ...COST_METRICS,
] as const
export type RankingMetric = (typeof RANKING_METRICS)[number]

/** What a ranking needs of a campaign's row. */
export type RankableCampaign = Pick<CampaignRow, RankingMetric> & {
  name: string
}

export interface CampaignRanking<Row> {
  /** Best first; equal values go by name. */
  ranked: Row[]
  /** Too few conversions for the ratio to say anything, in the order given. */
  thin: Row[]
  /** Enough of them, and still no value: nothing to divide by, or no spend. */
  unranked: Row[]
}

/**
 * Orders campaigns by one metric, costs from the lowest and everything else
 * from the highest.
 */
export function rankCampaigns<Row extends RankableCampaign>(
  rows: readonly Row[],
  metric: RankingMetric
): CampaignRanking<Row> {
  const isRatio = !isOneOf(COUNT_METRICS, metric)
  const isThin = (row: Row) => isRatio && row.conversions < MINIMUM_CONVERSIONS
  const sign = isOneOf(COST_METRICS, metric) ? 1 : -1
  const solid = rows.filter((row) => !isThin(row))
  return {
    ranked: solid
      .flatMap((row) => {
        const value = rankedValue(row, metric)
        return value === null ? [] : { row, value }
      })
      .toSorted(
        (a, b) =>
          sign * (a.value - b.value) || compareText(a.row.name, b.row.name)
      )
      .map(({ row }) => row),
    thin: rows.filter(isThin),
    unranked: solid.filter((row) => rankedValue(row, metric) === null),
  }
}

/**
 * What a campaign is ranked by. One without spend has a cost of 0, which only
 * says that none is known: it would win every ranking by cost.
 */
function rankedValue(
  row: RankableCampaign,
  metric: RankingMetric
): number | null {
  const hasSpend = row.roi !== null
  return isOneOf(COST_METRICS, metric) && !hasSpend ? null : row[metric]
}

function isOneOf(
  metrics: readonly RankingMetric[],
  metric: RankingMetric
): boolean {
  return metrics.includes(metric)
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0
  }
  return a < b ? -1 : 1
}
