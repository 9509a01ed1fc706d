/** The named groups of an RFM grid, the most valuable first. */
export const RFM_GROUPS = [
  "champions",
  "loyal",
  "potential_loyalists",
  "new",
  "promising",
  "need_attention",
  "about_to_sleep",
  "at_risk",
  "cannot_lose",
  "hibernating",
  "lost",
] as const
export type RfmGroup = (typeof RFM_GROUPS)[number]

/**
 * The group by recency (rows: 1 to 5) and by the rounded-up mean of frequency and
 * monetary value (columns: 1 to 5). Names as marketers use them; the cut is ours.
 */
export const RFM_GRID: readonly (readonly RfmGroup[])[] = [
  ["lost", "hibernating", "at_risk", "cannot_lose", "cannot_lose"],
  ["about_to_sleep", "about_to_sleep", "at_risk", "at_risk", "at_risk"],
  ["promising", "need_attention", "need_attention", "loyal", "loyal"],
  ["new", "potential_loyalists", "loyal", "loyal", "champions"],
  [
    "new",
    "potential_loyalists",
    "potential_loyalists",
    "champions",
    "champions",
  ],
]

const SCORES = 5

/**
 * The group of one cell.
 *
 * @param recency - score 1 to 5, 5 the most recent
 * @param frequency - score 1 to 5
 * @param monetary - score 1 to 5
 * @throws RangeError if a score is no whole number of 1 to 5
 */
export function rfmGroup(
  recency: number,
  frequency: number,
  monetary: number
): RfmGroup {
  const value = Math.ceil((frequency + monetary) / 2)
  for (const score of [recency, frequency, monetary]) {
    if (!Number.isInteger(score) || score < 1 || score > SCORES) {
      throw new RangeError(`an RFM score must be 1 to 5, got ${score}`)
    }
  }
  return RFM_GRID[recency - 1]![value - 1]!
}
