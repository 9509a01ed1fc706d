import type AdPlanningService from "../../../modules/ad-planning/service"
import type { ChurnRow, ChurnScoring } from "../../../modules/ad-planning/types"
import {
  CHURN_FEATURE_NAMES,
  DEFAULT_CADENCE_DAYS,
  MIN_AT_RISK_LINE,
} from "../../../modules/ad-planning/utils/scores/churn-rules"
import {
  churnQuality,
  type ChurnSample,
  fitChurn,
  mean,
} from "../../../modules/ad-planning/utils/scores/fit-churn"
import { breathe } from "./breathe"

const HORIZONS = [90, 60, 30] as const
const MIN_BUYERS = 200
const MIN_OF_A_KIND = 30
const MAX_SAMPLE = 20_000
const DAY_MS = 86_400_000
const RECENCY = 0
const TENURE = CHURN_FEATURE_NAMES.indexOf("log_tenure")

/**
 * Trains churn risk: on what was known at the training cut-off, judged at the test
 * cut-off, which is a horizon later. Where the history is too short for it, the
 * fallback. The at-risk line is frozen with it.
 */
export async function trainChurn(
  service: AdPlanningService,
  as_of: Date,
  currency: string | null
): Promise<{ params: ChurnScoring; metrics: object }> {
  const { scoreModels, options } = service
  const scope = { person_ids: null, as_of, currency }
  const wished = options.churn.horizon_days
  const horizons = wished === "auto" ? HORIZONS : [wished]
  const cadence = await scoreModels.cadence(scope)
  const base = {
    currency,
    retention_years: options.clv.retention_years,
    cadence_days: Math.max(1, cadence ?? DEFAULT_CADENCE_DAYS),
    line: null,
  }
  const tried: { horizon_days: number; train: object; test: object }[] = []
  for (const horizon_days of horizons) {
    const [train, test] = await samplesAt(
      service,
      as_of,
      currency,
      horizon_days
    )
    tried.push({ horizon_days, train: kindsOf(train), test: kindsOf(test) })
    if (
      !isEnough(train) ||
      !isEnough(test) ||
      historyDays(train) < horizon_days
    ) {
      continue
    }
    const fit = await fitChurn(train, breathe)
    if (!fit.is_converged) {
      continue
    }
    const params: ChurnScoring = {
      ...base,
      method: "logistic",
      horizon_days,
      intercept: fit.intercept,
      coefficients: byName(fit.coefficients),
      means: byName(fit.means),
    }
    return {
      params: await withLine(service, as_of, params),
      metrics: {
        status: "ok",
        tried,
        ...churnQuality(fit, test, RECENCY, mean(train.labels)),
      },
    }
  }
  const params: ChurnScoring = {
    ...base,
    method: "fallback",
    horizon_days: horizons[horizons.length - 1]!,
    intercept: 0,
    coefficients: {},
    means: {},
  }
  return {
    params: await withLine(service, as_of, params),
    metrics: {
      status: "insufficient_data",
      required: { buyers: MIN_BUYERS, of_each_class: MIN_OF_A_KIND },
      tried,
    },
  }
}

async function samplesAt(
  { scoreModels }: AdPlanningService,
  as_of: Date,
  currency: string | null,
  horizon: number
): Promise<[ChurnSample, ChurnSample]> {
  const sampleAt = async (at: Date) => {
    const rows = await scoreModels.churnSamples(
      { person_ids: null, as_of: at, currency },
      horizon,
      as_of,
      MAX_SAMPLE
    )
    return sampleOf(rows)
  }
  const test = new Date(as_of.getTime() - horizon * DAY_MS)
  const train = new Date(test.getTime() - horizon * DAY_MS)
  return [await sampleAt(train), await sampleAt(test)]
}

/** The line that a quarter of those who are not lost are over. */
async function withLine(
  { scoreModels }: AdPlanningService,
  as_of: Date,
  params: ChurnScoring
): Promise<ChurnScoring> {
  const scope = { person_ids: null, as_of, currency: params.currency }
  const quartile = await scoreModels.churnQuartile(scope, params)
  return { ...params, line: Math.max(MIN_AT_RISK_LINE, quartile ?? 0) }
}

function sampleOf(rows: ChurnRow[]): ChurnSample {
  return {
    rows: rows.map((row) => row.values),
    labels: rows.map((row) => row.label),
  }
}

/**
 * How long the earliest of these buyers had been known. With less history than the
 * horizon every buyer looks new, and nothing tells who stays.
 */
function historyDays({ rows }: ChurnSample): number {
  return rows.reduce((most, row) => Math.max(most, Math.expm1(row[TENURE]!)), 0)
}

function kindsOf({ labels }: ChurnSample) {
  const churned = labels.filter((label) => label === 1).length
  return { buyers: labels.length, churned, stayed: labels.length - churned }
}

function isEnough(sample: ChurnSample): boolean {
  const { buyers, churned, stayed } = kindsOf(sample)
  return buyers >= MIN_BUYERS && Math.min(churned, stayed) >= MIN_OF_A_KIND
}

function byName(values: number[]): Record<string, number> {
  return Object.fromEntries(
    CHURN_FEATURE_NAMES.map((name, index) => [name, values[index]!])
  )
}
