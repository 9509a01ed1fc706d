export interface CalibrationBin {
  /** Mean of what was foreseen, 0 to 1. */
  predicted: number
  /** Share to whom it happened, 0 to 1. */
  observed: number
  count: number
}

/**
 * Area under the ROC curve: the probability that somebody to whom it happened was
 * given a higher value than somebody to whom it did not; a tie is a half.
 *
 * @returns 0 to 1, 0.5 is chance; null where one kind is missing
 * @see J. Hanley, B. McNeil (1982), Radiology 143(1), 29-36
 */
export function areaUnderCurve(
  values: number[],
  labels: number[]
): number | null {
  const sorted = values
    .map((value, index) => ({ value, label: labels[index]! }))
    .toSorted((left, right) => left.value - right.value)
  const positives = labels.filter((label) => label === 1).length
  const negatives = labels.length - positives
  if (positives === 0 || negatives === 0) {
    return null
  }
  let rankSum = 0
  for (let begin = 0; begin < sorted.length;) {
    let end = begin
    while (sorted[end]?.value === sorted[begin]!.value) {
      end++
    }
    const rank = (begin + 1 + end) / 2
    const inTie = sorted.slice(begin, end).filter(({ label }) => label === 1)
    rankSum += rank * inTie.length
    begin = end
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/**
 * Mean squared difference between what was foreseen and what happened.
 *
 * @returns 0 (always right) to 1
 * @throws RangeError for none
 */
export function brierScore(probabilities: number[], labels: number[]): number {
  if (probabilities.length === 0) {
    throw new RangeError("brierScore requires at least one probability")
  }
  return (
    probabilities.reduce(
      (sum, probability, index) => sum + (probability - labels[index]!) ** 2,
      0
    ) / probabilities.length
  )
}

/** What was foreseen and what happened, in groups of equal size by the former. */
export function calibrationBins(
  probabilities: number[],
  labels: number[],
  bins: number
): CalibrationBin[] {
  const sorted = probabilities
    .map((probability, index) => ({ probability, label: labels[index]! }))
    .toSorted((left, right) => left.probability - right.probability)
  return Array.from({ length: bins }, (_, bin) =>
    sorted.slice(
      Math.floor((bin * sorted.length) / bins),
      Math.floor(((bin + 1) * sorted.length) / bins)
    )
  )
    .filter((members) => members.length > 0)
    .map((members) => ({
      predicted:
        members.reduce((sum, { probability }) => sum + probability, 0) /
        members.length,
      observed:
        members.reduce((sum, { label }) => sum + label, 0) / members.length,
      count: members.length,
    }))
}
