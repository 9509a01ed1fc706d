import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"
import {
  dayIn,
  rangeParams,
  readRange,
  type DateRangeState,
} from "../lib/date-range"

const KEYS = ["range", "from", "to", "compare"]

/** The page's date range, kept in its URL beside whatever else is there. */
export function useDateRange(timeZone: string) {
  const [params, setParams] = useSearchParams()
  const state = useMemo(
    () => readRange(params, dayIn(timeZone, new Date())),
    [params, timeZone]
  )
  const change = (next: DateRangeState) =>
    setParams((current) => {
      const kept = new URLSearchParams(current)
      KEYS.forEach((key) => kept.delete(key))
      for (const [key, value] of Object.entries(rangeParams(next))) {
        kept.set(key, value)
      }
      return kept
    })
  return [state, change] as const
}
