/** Where the sequence is narrowest: matured visitors of both arms. */
export const TUNED_AT = 5_000

/**
 * Tuning of a confidence sequence, chosen at the start and kept for every alpha.
 *
 * @param alpha - 1 - confidence level, in (0, 1)
 * @see Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, "Time-uniform central limit
 *   theory and asymptotic confidence sequences", Annals of Statistics 52 (2024);
 *   GrowthBook's tuning
 */
export function rhoSquared(alpha: number): number {
  const log = -2 * Math.log(alpha)
  return (log + Math.log(1 + log)) / TUNED_AT
}

/**
 * How many standard errors a sequence is wide, at `visitors` of both arms (at
 * least 1): holds at all looks together.
 */
export function sequentialCritical(
  visitors: number,
  alpha: number,
  rho2: number
): number {
  const scale = visitors * rho2
  return Math.sqrt(
    ((2 * (scale + 1)) / scale) * Math.log(Math.sqrt(scale + 1) / alpha)
  )
}

/** p of a score at one of any number of looks: alpha at which its bound is hit. */
export function sequentialP(
  score: number,
  visitors: number,
  rho2: number
): number {
  const scale = visitors * rho2
  return Math.min(
    1,
    Math.sqrt(scale + 1) * Math.exp((-(score ** 2) * scale) / (2 * (scale + 1)))
  )
}
