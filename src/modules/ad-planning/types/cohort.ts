/** How long buyers are followed, and where their value is read off. */
export const COHORT_WINDOWS = [30, 90, 365] as const
export type CohortWindow = (typeof COHORT_WINDOWS)[number]
export const COHORT_DAYS = 365

/** Sums come as exact decimal text, counts as numbers. */
export type CohortRow = Record<`revenue_${CohortWindow}`, string> & {
  /** A campaign id, or one of REMAINDER_BUCKETS. */
  bucket: string
  new_customers: number
  /** Those of days whose spend is complete. */
  complete_new_customers: number
  /** The rest is of those who can be followed: not erased, and of known rates. */
  first_order_revenue: string
  /** [days that are over, at most 365; buyers] */
  buyers_by_age: [number, number][]
  /** [day; revenue on it of those whose day is over], where there is any. */
  revenue_by_day: [number, string][]
  /** Of the whole statement, the same in each row. */
  unconverted: { currency: string; revenue: string; purchases: number }[]
}
