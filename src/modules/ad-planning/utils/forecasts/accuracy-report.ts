import { accuracyOf, type Accuracy, type Hindsight } from "./accuracy"

type Row = Hindsight & { ad_campaign_id: string | null }

export interface AccuracyReport {
  total: Accuracy | null
  /** Days ahead, both ends included. */
  horizons: { from: number; to: number; accuracy: Accuracy }[]
  campaigns: { ad_campaign_id: string; accuracy: Accuracy }[]
  /** Each generation's sum beside what it was. */
  generations: {
    generated_on: string
    days: number
    predicted: number
    actual: number
  }[]
}

const HORIZON_BANDS = [
  { from: 1, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: 400 },
] as const

/** Of the whole shop, by how far ahead, by campaign, and each generation's own sum. */
export function accuracyReport(rows: readonly Row[]): AccuracyReport {
  const total = rows.filter(({ scope }) => scope === "total")
  const ids = [...new Set(rows.flatMap((row) => row.ad_campaign_id ?? []))]
  const generations = [...new Set(total.map((row) => row.generated_on))]
  return {
    total: accuracyOf(total),
    horizons: HORIZON_BANDS.flatMap(({ from, to }) => {
      const accuracy = accuracyOf(
        total.filter(({ horizon }) => horizon >= from && horizon <= to)
      )
      return accuracy ? [{ from, to, accuracy }] : []
    }),
    campaigns: ids.flatMap((ad_campaign_id) => {
      const accuracy = accuracyOf(
        rows.filter((row) => row.ad_campaign_id === ad_campaign_id)
      )
      return accuracy ? [{ ad_campaign_id, accuracy }] : []
    }),
    generations: generations.map((generated_on) => {
      const days = total.filter((row) => row.generated_on === generated_on)
      return {
        generated_on,
        days: days.length,
        predicted: sum(days.map(({ predicted }) => predicted)),
        actual: sum(days.map(({ actual }) => actual)),
      }
    }),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0)
}
