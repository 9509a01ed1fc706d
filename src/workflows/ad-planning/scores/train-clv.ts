import type AdPlanningService from "../../../modules/ad-planning/service"
import type { ModelScope } from "../../../modules/ad-planning/capabilities/score-models"
import type {
  ClvParams,
  ClvScoring,
  HistoryRow,
} from "../../../modules/ad-planning/types"
import {
  bgNbdExpectation,
  pAlive,
} from "../../../modules/ad-planning/utils/scores/bg-nbd-expectation"
import { fitPurchases } from "../../../modules/ad-planning/utils/scores/fit-purchases"
import { fitGammaGamma } from "../../../modules/ad-planning/utils/scores/gamma-gamma"
import { nbdExpectation } from "../../../modules/ad-planning/utils/scores/nbd"
import { breathe } from "./breathe"

const MAX_GROUPS = 10_000
// Each evaluation reads them 13 times: a larger sample would hold requests up.
const MAX_SPENDERS = 3_000
const EVERYBODY = 1_000
const DAYS_PER_WEEK = 7
const YEAR_WEEKS = 365 / DAYS_PER_WEEK

/** Trains lifetime value on everybody's purchases up to a moment. */
export async function trainClv(
  service: AdPlanningService,
  as_of: Date,
  currency: string
): Promise<{ params: ClvParams; metrics: object }> {
  const scope: ModelScope = { person_ids: null, as_of, currency }
  const { scoreModels, options } = service
  const all = await scoreModels.histories(scope, EVERYBODY)
  const share = Math.max(1, Math.floor((EVERYBODY * MAX_GROUPS) / all.length))
  const sample =
    all.length > MAX_GROUPS ? await scoreModels.histories(scope, share) : all
  const fit = await fitPurchases(sample.map(inWeeks), breathe)
  const spends =
    fit.method === "formula"
      ? []
      : await scoreModels.spendHistories(scope, MAX_SPENDERS)
  const params: ClvParams = {
    method: fit.method,
    currency,
    retention_years: options.clv.retention_years,
    bg_nbd: fit.bg_nbd?.params ?? null,
    nbd: fit.nbd?.params ?? null,
    gamma_gamma: await fitGammaGamma(spends, breathe),
    levels: null,
  }
  const scoring = await scoringOf(params, all)
  const levels = await scoreModels.clvLevels(scope, scoring)
  return {
    params: { ...params, levels },
    metrics: {
      ...fit,
      buyers: all.reduce((sum, { count }) => sum + count, 0),
      sampled_share: all.length > MAX_GROUPS ? share / EVERYBODY : 1,
      spend_correlation: correlation(spends),
    },
  }
}

/** What is expected of each history, beside what the model itself says. */
export async function scoringOf(
  { bg_nbd, nbd, ...params }: ClvParams,
  histories: HistoryRow[]
): Promise<ClvScoring> {
  const expectations: ClvScoring["expectations"] = []
  for (const [index, { count: _, ...history }] of histories.entries()) {
    if (index % 100 === 0) {
      await breathe()
    }
    const weeks = inWeeks({ ...history, count: 1 })
    if (params.method === "bg_nbd" && bg_nbd) {
      expectations.push({
        ...history,
        expected: bgNbdExpectation(weeks, bg_nbd, YEAR_WEEKS),
        p_alive: pAlive(weeks, bg_nbd),
      })
    } else if (params.method === "nbd" && nbd) {
      expectations.push({
        ...history,
        expected: nbdExpectation(weeks, nbd, YEAR_WEEKS),
        p_alive: null,
      })
    }
  }
  return { ...params, expectations }
}

function inWeeks({ repeats, last_days, age_days, count }: HistoryRow) {
  return {
    repeats,
    last: last_days / DAYS_PER_WEEK,
    age: age_days / DAYS_PER_WEEK,
    count,
  }
}

/** Pearson's, of how often and how much: Gamma-Gamma assumes about 0. */
function correlation(rows: { days: number; mean: number }[]): number | null {
  if (rows.length < 3) {
    return null
  }
  const days = rows.reduce((sum, row) => sum + row.days, 0) / rows.length
  const value = rows.reduce((sum, row) => sum + row.mean, 0) / rows.length
  let [both, ofDays, ofValue] = [0, 0, 0]
  for (const row of rows) {
    both += (row.days - days) * (row.mean - value)
    ofDays += (row.days - days) ** 2
    ofValue += (row.mean - value) ** 2
  }
  return ofDays * ofValue > 0 ? both / Math.sqrt(ofDays * ofValue) : null
}
