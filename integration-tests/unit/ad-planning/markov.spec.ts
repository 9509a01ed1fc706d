import { readFileSync } from "node:fs"
import path from "node:path"
import fc from "fast-check"
import { inverse, Matrix } from "ml-matrix"
import { fundamentalMatrix } from "../../../src/modules/ad-planning/utils/attribution/fundamental-matrix"
import {
  markovRemovalEffects,
  type Transition,
} from "../../../src/modules/ad-planning/utils/attribution/markov"
import {
  PATH_CONVERSION,
  PATH_NULL,
  PATH_START,
  trainedModel,
  trainingWindow,
} from "../../../src/modules/ad-planning/utils/attribution/training"
import { plainShares, type PlainTouch } from "../../helpers/plain-credits"

interface FixturePath {
  steps: string[]
  converts: boolean
  value: number
}
type ByChannel = Record<string, number>
interface Result {
  conversions: ByChannel
  value: ByChannel
}
interface Fixture {
  paths: FixturePath[]
  first_touch: Result
  last_touch: Result
  linear: Result
  simulated: {
    converted: number
    effects: ByChannel
    value_effects: ByChannel
    mean_square: ByChannel
    mean_value: number
  }
  exact: { rate: number; effects: ByChannel; value_effects: ByChannel }
  classical: Result
}

type Heuristics = Pick<Fixture, "first_touch" | "last_touch" | "linear">

interface PackageFixture extends Heuristics {
  simulations: number
  effects: ByChannel
  value_effects: ByChannel
}

/** Made by `Rscript fixtures/attribution-models.R`; the script says what it runs. */
const R = fixture<Fixture>("attribution-models")

/** What the package ChannelAttribution says of the same paths, by `fixtures/channel-attribution.R`. */
const PACKAGE = fixture<PackageFixture>("channel-attribution")

function fixture<T>(name: string): T {
  return JSON.parse(
    readFileSync(path.join(__dirname, `fixtures/${name}.json`), "utf8")
  )
}

function transitionsOf(paths: readonly FixturePath[]): Transition[] {
  return paths.flatMap(({ steps, converts, value }) => {
    const ending = converts ? ("conversion" as const) : ("null" as const)
    return [
      ...steps.map((step, index) => ({
        from: steps[index - 1] ?? null,
        to: step,
        count: 1,
        value: 0,
      })),
      { from: steps.at(-1)!, to: { ending }, count: 1, value },
    ]
  })
}

const model = markovRemovalEffects(transitionsOf(R.paths))

describe("against R", () => {
  it.each(model.effects.map((effect) => [effect.state, effect] as const))(
    "the exact effects of %s are those of solve()",
    (state, effect) => {
      expect(
        Math.abs(effect.conversions - R.exact.effects[state]!)
      ).toBeLessThan(1e-9)
      expect(
        Math.abs(effect.value - R.exact.value_effects[state]!)
      ).toBeLessThan(1e-9)
    }
  )

  it("solves for every channel, and converts as often", () => {
    expect(model.effects.map(({ state }) => state)).toEqual(
      Object.keys(R.exact.effects).toSorted()
    )
    expect(model.conversion_rate).toBeCloseTo(R.exact.rate, 12)
  })

  it("is within 4 standard errors of ChannelAttribution's algorithm, run again in R", () => {
    for (const effect of model.effects) {
      expectSimulated(effect, R.simulated)
    }
  })

  it("gives the classical aggregate result", () => {
    const counts = new Map<string, { transitions: number; value: number }>()
    for (const { from, to, count, value } of transitionsOf(R.paths)) {
      const target =
        typeof to === "string"
          ? to
          : to.ending === "conversion"
            ? PATH_CONVERSION
            : PATH_NULL
      const key = JSON.stringify([from ?? PATH_START, target])
      const known = counts.get(key) ?? { transitions: 0, value: 0 }
      counts.set(key, {
        transitions: known.transitions + count,
        value: known.value + value,
      })
    }
    const rows = [...counts].map(([key, { transitions, value }]) => {
      const [from_state, to_state] = JSON.parse(key)
      return { from_state, to_state, transitions, value: value.toFixed(2) }
    })
    const now = new Date("2026-10-01T00:00:00Z")
    const { states, training } = trainedModel(
      rows,
      trainingWindow(now, now, 90)
    )
    expect(training).toMatchObject({
      converting_paths: R.paths.filter(({ converts }) => converts).length,
      null_paths: R.paths.filter(({ converts }) => !converts).length,
      states: 6,
      is_thin: false,
    })
    expect(states).toHaveLength(6)
    for (const state of states) {
      expect(state.classical_conversions).toBeCloseTo(
        R.classical.conversions[state.key]!,
        8
      )
      expect(state.classical_value).toBeCloseTo(
        R.classical.value[state.key]!,
        6
      )
    }
  })

  it.each(["first_touch", "last_touch", "linear"] as const)(
    "%s is that of heuristic_models",
    (name) => expectHeuristic(name, R)
  )
})

describe("against the package ChannelAttribution", () => {
  it.each(["first_touch", "last_touch", "linear"] as const)(
    "%s is that of heuristic_models",
    (name) => expectHeuristic(name, PACKAGE)
  )

  it.each(model.effects.map((effect) => [effect.state, effect] as const))(
    "the effects of %s are within 4 standard errors of markov_model's",
    (_state, effect) =>
      expectSimulated(effect, {
        ...PACKAGE,
        converted: PACKAGE.simulations * R.exact.rate,
      })
  )
})

interface Simulated {
  /** How many of the simulated paths ended in a conversion. */
  converted: number
  effects: ByChannel
  value_effects: ByChannel
}

/** Within 4 standard errors of a simulation. */
function expectSimulated(
  { state, conversions, value }: (typeof model.effects)[number],
  { converted, effects, value_effects }: Simulated
): void {
  const error = Math.sqrt((conversions * (1 - conversions)) / converted)
  expect(Math.abs(conversions - effects[state]!)).toBeLessThan(4 * error)
  // A sum of values over a sum of values: the error of its numerator is the larger.
  const { mean_square, mean_value } = R.simulated
  const valueError = Math.sqrt(mean_square[state]! / converted) / mean_value
  expect(Math.abs(value - value_effects[state]!)).toBeLessThan(4 * valueError)
}

function expectHeuristic(name: keyof Heuristics, expected: Heuristics): void {
  const sums: Result = { conversions: {}, value: {} }
  for (const { steps, converts, value } of R.paths) {
    const touches = steps.map(
      (step) =>
        ({
          channel_group: step,
          started_at: new Date(0),
        }) as PlainTouch
    )
    const shares = plainShares(name, touches, new Date(0), 720, new Map())
    steps.forEach((step, index) => {
      const share = converts ? shares[index]! : 0
      sums.conversions[step] = (sums.conversions[step] ?? 0) + share
      sums.value[step] = (sums.value[step] ?? 0) + share * value
    })
  }
  const { conversions, value } = expected[name]
  expect(Object.keys(conversions)).toHaveLength(Object.keys(sums.value).length)
  for (const [channel, number] of Object.entries(conversions)) {
    expect(sums.conversions[channel]).toBeCloseTo(number, 9)
    expect(sums.value[channel]).toBeCloseTo(value[channel]!, 8)
  }
}

const somePaths = fc.array(
  fc.record({
    steps: fc.array(
      fc.constantFrom("a", "b", "c", "__proto__", "constructor"),
      {
        minLength: 1,
        maxLength: 6,
      }
    ),
    converts: fc.boolean(),
    value: fc.integer({ min: 0, max: 1_000 }),
  }),
  { minLength: 1, maxLength: 30 }
)

describe("properties", () => {
  it("effects are in [0, 1], and 0 of what is never on a converting path", () => {
    fc.assert(
      fc.property(somePaths, (paths) => {
        const { effects } = markovRemovalEffects(transitionsOf(paths))
        for (const { state, conversions, value } of effects) {
          expect(conversions).toBeGreaterThanOrEqual(0)
          expect(conversions).toBeLessThanOrEqual(1)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
          expect(Number.isNaN(conversions + value)).toBe(false)
          expect(
            paths.some(({ steps }) => steps.some((step) => step === state))
          ).toBe(true)
        }
      })
    )
  })

  it("a state whose paths all come to nothing has no effect", () => {
    fc.assert(
      fc.property(somePaths, (paths) => {
        const lost = [
          { steps: ["lost", "lost"], converts: false, value: 0 },
          { steps: ["lost"], converts: false, value: 0 },
        ]
        const { effects } = markovRemovalEffects(
          transitionsOf([...paths, ...lost])
        )
        expect(effects.find(({ state }) => state === "lost")).toEqual({
          state: "lost",
          conversions: 0,
          value: 0,
        })
      })
    )
  })

  it("neither the order of the rows nor the names of the states matter", () => {
    fc.assert(
      fc.property(somePaths, (paths) => {
        const transitions = transitionsOf(paths)
        const renamed = transitionsOf(
          paths.map((row) => ({
            ...row,
            steps: row.steps.map((step) => `zz ${step}`.toUpperCase()),
          }))
        )
        const { effects } = markovRemovalEffects(transitions)
        const others = markovRemovalEffects(renamed.toReversed()).effects
        for (const { state, ...effect } of effects) {
          const other = others.find(
            (row) => row.state === `zz ${state}`.toUpperCase()
          )!
          expect(other.conversions).toBeCloseTo(effect.conversions, 10)
          expect(other.value).toBeCloseTo(effect.value, 10)
        }
      })
    )
  })

  it("ten times the paths teach the same", () => {
    fc.assert(
      fc.property(somePaths, (paths) => {
        const once = markovRemovalEffects(transitionsOf(paths))
        const often = markovRemovalEffects(
          transitionsOf(paths).map((row) => ({
            ...row,
            count: row.count * 10,
            value: row.value * 10,
          }))
        )
        once.effects.forEach((effect, index) => {
          expect(often.effects[index]!.conversions).toBeCloseTo(
            effect.conversions,
            10
          )
          expect(often.effects[index]!.value).toBeCloseTo(effect.value, 10)
        })
      })
    )
  })

  it("inverts as ml-matrix does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (size, numbers) => {
          const rows = Array.from({ length: size }, () => {
            const row = Array.from(
              { length: size },
              () => numbers.next().value as number
            )
            const total = row.reduce((sum, value) => sum + value, 0.1)
            return row.map((value) => value / total)
          })
          const ours = fundamentalMatrix(Float64Array.from(rows.flat()), size)
          const theirs = inverse(Matrix.sub(Matrix.eye(size), new Matrix(rows)))
          theirs.to1DArray().forEach((value, index) => {
            expect(Math.abs(ours[index]! - value)).toBeLessThan(
              1e-9 * Math.max(1, Math.abs(value))
            )
          })
        }
      )
    )
  })
})

describe("what is no chain", () => {
  it("nothing teaches nothing", () => {
    expect(markovRemovalEffects([])).toEqual({
      effects: [],
      conversion_rate: 0,
    })
  })

  it.each([
    ["a negative count", { count: -1 }, "count must be a number >= 0, got -1"],
    ["no number", { count: NaN }, "count must be a number >= 0, got NaN"],
    ["a negative value", { value: -1 }, "value must be a number >= 0, got -1"],
  ])("refuses %s", (_case, part, message) => {
    const row = { from: null, to: "a", count: 1, value: 0, ...part }
    expect(() => markovRemovalEffects([row])).toThrow(new RangeError(message))
  })

  it("refuses a state that is never left", () => {
    expect(() =>
      markovRemovalEffects([
        { from: null, to: "a", count: 1, value: 0 },
        { from: "a", to: "a", count: 1, value: 0 },
      ])
    ).toThrow(new RangeError("state 0 must be left for good at last"))
    expect(() => fundamentalMatrix(new Float64Array(3), 2)).toThrow(
      new RangeError("among must have 2 x 2 numbers, got 3")
    )
  })
})
