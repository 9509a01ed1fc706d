import {
  REMAINDER_BUCKETS,
  type RemainderBucket,
} from "../../modules/ad-planning/types/report"

/** Whether a row is what no campaign is credited with: its name is translated. */
export function isRemainder(key: string | null): key is RemainderBucket {
  return REMAINDER_BUCKETS.some((bucket) => bucket === key)
}
