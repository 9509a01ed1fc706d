import {
  differenceScore,
  rhoSquared,
  sequentialP,
} from "../../../../src/modules/ad-planning/utils/statistical-utils"
import { normalP } from "../../../../src/modules/ad-planning/utils/experiments/distributions"

const RUNS = 2_000
const LOOKS = 100
const VISITORS_A_LOOK = 100
const RATE = 0.1
const ALPHA = 0.05
/** Two standard errors of a share of RUNS that is really ALPHA. */
const ERROR = 2 * Math.sqrt((ALPHA * (1 - ALPHA)) / RUNS)

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function seededRandom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe("looking 100 times at two variants that are the same", () => {
  const random = seededRandom(21)
  const rho2 = rhoSquared(ALPHA)
  const found = { sequential: 0, naive: 0, fixed: 0 }

  beforeAll(() => {
    for (let run = 0; run < RUNS; run++) {
      const counts = [0, 0]
      const lowest = { sequential: 1, naive: 1 }
      let p = 1
      for (let look = 1; look <= LOOKS; look++) {
        for (let visitor = 0; visitor < VISITORS_A_LOOK; visitor++) {
          counts[0]! += random() < RATE ? 1 : 0
          counts[1]! += random() < RATE ? 1 : 0
        }
        const visitors = look * VISITORS_A_LOOK
        const score = differenceScore(
          { visitors, conversions: counts[0]! },
          { visitors, conversions: counts[1]! }
        )
        if (score !== null) {
          p = normalP(score)
          lowest.naive = Math.min(lowest.naive, p)
          lowest.sequential = Math.min(
            lowest.sequential,
            sequentialP(score, 2 * visitors, rho2)
          )
        }
      }
      found.sequential += lowest.sequential < ALPHA ? 1 : 0
      found.naive += lowest.naive < ALPHA ? 1 : 0
      found.fixed += p < ALPHA ? 1 : 0
    }
  })

  it("finds a difference in at most 5 % of all experiments by the sequence", () => {
    expect(found.sequential / RUNS).toBeLessThanOrEqual(ALPHA + ERROR)
  })

  it("finds one in 5 % by one look at the end, and in far more by the same test at every look", () => {
    expect(Math.abs(found.fixed / RUNS - ALPHA)).toBeLessThanOrEqual(ERROR)
    expect(found.naive / RUNS).toBeGreaterThan(0.2)
  })
})
