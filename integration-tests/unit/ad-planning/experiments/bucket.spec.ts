import { GrowthBook } from "@growthbook/growthbook"
import {
  type Bucketing,
  variantOf,
} from "../../../../src/modules/ad-planning/utils/statistical-utils"

const VISITORS = 20_000
const EXPERIMENTS: Bucketing[] = [
  {
    key: "checkout-button",
    hash_seed: null,
    coverage: 1,
    namespace: null,
    variants: [
      { key: "a", weight: 0.5 },
      { key: "b", weight: 0.5 },
    ],
  },
  {
    key: "landing",
    hash_seed: "seed-7",
    coverage: 0.4,
    namespace: null,
    variants: [
      { key: "a", weight: 0.2 },
      { key: "b", weight: 0.3 },
      { key: "c", weight: 0.5 },
    ],
  },
  {
    key: "crowded",
    hash_seed: null,
    coverage: 0.9,
    namespace: { id: "pricing", range: [0.25, 0.75] },
    variants: [
      { key: "a", weight: 0.34 },
      { key: "b", weight: 0.33 },
      { key: "c", weight: 0.33 },
    ],
  },
]

/** What GrowthBook's own SDK of npm gives a visitor. */
function theirs(experiment: Bucketing, visitorId: string): string | null {
  const { key, hash_seed, coverage, namespace, variants } = experiment
  const growthBook = new GrowthBook({ attributes: { id: visitorId } })
  const { inExperiment, value } = growthBook.run<string>({
    key,
    hashVersion: 2,
    ...(hash_seed === null ? {} : { seed: hash_seed }),
    coverage,
    weights: variants.map(({ weight }) => weight),
    variations: [
      variants[0]!.key,
      variants[1]!.key,
      ...variants.slice(2).map((one) => one.key),
    ],
    ...(namespace ? { namespace: [namespace.id, ...namespace.range] } : {}),
  })
  growthBook.destroy()
  return inExperiment ? value : null
}

describe("variantOf", () => {
  it.each(EXPERIMENTS)(
    "gives 20,000 visitors of $key what GrowthBook's SDK gives them",
    (experiment) => {
      const counts: Record<string, number> = {}
      for (let index = 0; index < VISITORS; index++) {
        // Beyond ASCII too: the hash is over UTF-16 units.
        const visitorId = index % 3 ? `visitor-${index}` : `größe-😀-${index}`
        const ours = variantOf(experiment, visitorId)
        if (ours !== theirs(experiment, visitorId)) {
          throw new Error(`${visitorId} differs`)
        }
        counts[`${ours}`] = (counts[`${ours}`] ?? 0) + 1
      }
      const share = experiment.namespace ? 0.5 : 1
      for (const { key, weight } of experiment.variants) {
        const expected = VISITORS * weight * experiment.coverage * share
        expect(Math.abs(counts[key]! - expected)).toBeLessThan(
          6 * Math.sqrt(expected)
        )
      }
    }
  )
})
