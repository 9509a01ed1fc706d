/** Why a list by scores is empty. */
export const NO_SCORES =
  "Scores are not calculated yet, so nobody can be listed by them."
