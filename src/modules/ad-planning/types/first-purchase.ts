/** Everything the way to a first purchase is a function of, besides the facts. */
export interface FirstPurchaseRequest {
  /** Half-open: first purchases in it. */
  from: Date
  to: Date
  as_of: Date
  website_id?: string
  /** Only members of this segment, as it is now. */
  segment_id?: string
}

/** Quartiles and the ninth decile; null of nobody. */
export type QuantileValues = [number, number, number, number] | null

export interface FirstPurchaseRow {
  buyers: number
  without_touchpoints: number
  unknown_buyers: number
  /** 25, 50, 75 and 90 %, of buyers with touchpoints. */
  days: QuantileValues
  touchpoints: QuantileValues
  /** One count for each range of the report. */
  by_days: number[]
  by_touchpoints: number[]
}
