import type {
  SegmentCriteria,
  SegmentRule,
  SegmentRuleGroup,
} from "../../types"
import { segmentField } from "./fields"
import { TIMED_OPERATORS } from "./operators"

/** Every rule of criteria, in the order they are written. */
export function rulesOf(group: SegmentRuleGroup): SegmentRule[] {
  return group.rules.flatMap((entry) =>
    "rules" in entry ? rulesOf(entry) : [entry]
  )
}

/** The segments that criteria ask about. */
export function segmentsIn(criteria: SegmentRuleGroup): string[] {
  const ids = rulesOf(criteria).flatMap(({ field, value, params }) => {
    if (field === "segment.days_in") {
      return params?.segment_id ?? []
    }
    return field === "segment.member" ? [value].flat().map(String) : []
  })
  return [...new Set(ids)]
}

/** Whether who is in it may change while no fact does. */
export function changesWithTime(criteria: SegmentCriteria): boolean {
  return rulesOf(criteria).some(
    ({ field, operator, params }) =>
      segmentField(field)?.changes_with_time ||
      TIMED_OPERATORS.includes(operator) ||
      params?.within_days !== undefined
  )
}

/** Whether criteria look at a score of the type. */
export function usesScore(criteria: SegmentCriteria, type: string): boolean {
  return rulesOf(criteria).some(
    ({ field }) => segmentField(field)?.source === `score_${type}`
  )
}

/** Whether criteria compare amounts of money. */
export function usesMoney(criteria: SegmentCriteria): boolean {
  return rulesOf(criteria).some(({ field }) => {
    const known = segmentField(field)
    return (
      known?.source === "rfm" ||
      (known?.unit === "currency" && known.source !== "score_clv")
    )
  })
}
