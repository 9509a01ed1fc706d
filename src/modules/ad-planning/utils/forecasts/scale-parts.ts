/** What a part of a whole is forecast to be, day by day. */
export interface Part {
  scope: string
  point: readonly number[]
}

/**
 * What each day of the parts is multiplied by, so that they add up to the whole. 1 on
 * days on which the parts have nothing to scale.
 */
export function scalingFactors(
  whole: readonly number[],
  parts: readonly Part[]
): number[] {
  return whole.map((value, day) => {
    const sum = parts.reduce((total, { point }) => total + point[day]!, 0)
    return sum > 0 && value >= 0 ? value / sum : 1
  })
}
