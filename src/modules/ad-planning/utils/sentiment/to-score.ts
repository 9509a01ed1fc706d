// As VADER has it: the sum at which the score is about 0.7.
const ALPHA = 15

/** A sum of word values, each up to 4, as a score in (-1, 1). */
export function toScore(raw: number): number {
  return raw / Math.sqrt(raw ** 2 + ALPHA)
}
