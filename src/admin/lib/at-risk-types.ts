/** A customer at risk, as `GET /customers/at-risk` answers. */
export interface AtRiskCustomer {
  person_id: string
  person: {
    first_name: string | null
    last_name: string | null
    email: string | null
  } | null
  risk: number
  value_at_stake: number | null
  reasons: string[]
  action: string
  breakdown: {
    currency: string | null
    horizon_days: number
    days_since_last_purchase: number
  }
}

export interface AtRiskAnswer {
  customers: AtRiskCustomer[]
  count: number
  offset: number
  limit: number
  value_at_stake: number | null
}

/** Of a model; null before the first calculation. */
export interface ModelAnswer {
  model: {
    trained_at: string
    params: { method: string; line?: number | null }
    metrics: {
      status?: string
      auc?: number | null
      recency_auc?: number | null
      brier?: number
      base_brier?: number
      buyers?: number
      calibration?: { predicted: number; observed: number; count: number }[]
      history_weeks?: number
      repeat_buyers?: number
    }
  } | null
}
