import type { ExperimentMetric } from "../../../../src/modules/ad-planning/types"
import {
  analyse,
  type AnalysisInput,
  type DaySums,
  rhoSquared,
} from "../../../../src/modules/ad-planning/utils/statistical-utils"
import { NO_SUMS } from "../../../../src/modules/ad-planning/utils/experiments/metric-sums"

const RATE: ExperimentMetric = {
  metric: "conversion_rate",
  direction: "increase",
}
const CHECKOUT: ExperimentMetric = {
  metric: "checkout_rate",
  direction: "increase",
}

const rate = (
  variant: string,
  visitors: number,
  converters: number,
  matured_on: string | null = "2026-10-09"
): DaySums => ({
  ...NO_SUMS,
  variant,
  matured_on,
  visitors,
  converters,
  sum: converters,
  sum_squares: converters,
  raw_sum: converters,
  raw_sum_squares: converters,
})

const exposed = (variant: string, count: number, excluded = 0) => ({
  variant,
  exposed: count,
  excluded,
  looked_exposed: count,
  looked_excluded: excluded,
})

const metric = (
  rows: DaySums[],
  other: Partial<AnalysisInput["metrics"][0]> = {}
) => ({
  id: "conversion_rate",
  metric: RATE,
  role: "primary" as const,
  cap: null,
  unpriced: 0,
  rows,
  ...other,
})

const experiment = (
  rows: DaySums[],
  other: Partial<AnalysisInput> = {}
): AnalysisInput => ({
  id: "abexp_1",
  status: "running",
  variants: [
    { key: "a", name: "Before", weight: 0.5, is_control: true },
    { key: "b", name: "After", weight: 0.5, is_control: false },
  ],
  method: "sequential",
  confidence_level: 0.95,
  rho_squared: rhoSquared(0.05),
  effect: 0.05,
  planned_visitors: null,
  started_at: new Date("2026-10-01T00:00:00Z"),
  as_of: new Date("2026-10-20T00:00:00Z"),
  is_final: false,
  is_observational: false,
  is_of_ads: false,
  use_cuped: false,
  cuped: {},
  currency: null,
  exposures: [exposed("a", 5_000), exposed("b", 5_000)],
  linked_conflicts: 0,
  metrics: [metric(rows)],
  ...other,
})

const told = (input: AnalysisInput) => {
  const { decision, reason, variant } = analyse(input)
  return { decision, reason, variant }
}

describe("analyse", () => {
  it("says of case 25 what the definitions say", () => {
    const results = analyse(
      experiment([rate("a", 500, 0), rate("b", 500, 5)], {
        exposures: [exposed("a", 502, 2), exposed("b", 503, 3)],
      })
    )
    const [{ comparisons, variants }] = results.metrics as [
      (typeof results.metrics)[0],
    ]
    const [comparison] = comparisons
    expect(results).toMatchObject({
      decision: "insufficient_data",
      excluded: 5,
      sample_ratio: {
        before: { status: "ok", observed: 1_005 },
        after: { status: "ok", observed: 1_000 },
      },
      conversions: { observed: 5, required: 50 },
    })
    expect(comparison).toMatchObject({
      lift: null,
      lift_interval: { lower: null, upper: null },
      difference: 0.01,
    })
    expect(comparison!.fixed.p_value!.toFixed(5)).toBe("0.02505")
    expect(comparison!.sequential.p_value!.toFixed(2)).toBe("0.34")
    expect(Number.isFinite(comparison!.difference_interval.lower)).toBe(true)
    expect(Number.isFinite(comparison!.difference_interval.upper)).toBe(true)
    expect(variants.map(({ mean }) => mean)).toEqual([0, 0.01])
  })

  it.each<[string, AnalysisInput, ReturnType<typeof told>]>([
    [
      "ships what is better",
      experiment([rate("a", 5_000, 500), rate("b", 5_000, 650)]),
      { decision: "ship_variant", reason: "better", variant: "b" },
    ],
    [
      "keeps the control beside what is worse",
      experiment([rate("a", 5_000, 650), rate("b", 5_000, 500)]),
      { decision: "keep_control", reason: "worse", variant: null },
    ],
    [
      "goes on where nothing is shown",
      experiment([rate("a", 5_000, 500), rate("b", 5_000, 510)]),
      { decision: "keep_running", reason: "undecided", variant: null },
    ],
    [
      "keeps the control where nothing was shown to the end",
      experiment([rate("a", 5_000, 500), rate("b", 5_000, 510)], {
        is_final: true,
        status: "completed",
      }),
      { decision: "keep_control", reason: "not_shown", variant: null },
    ],
    [
      "sees no difference that matters",
      experiment([rate("a", 5_000, 2_500), rate("b", 5_000, 2_500)], {
        effect: 0.2,
      }),
      {
        decision: "no_difference",
        reason: "too_small_to_matter",
        variant: null,
      },
    ],
    [
      "says nothing of a week that is not over",
      experiment([rate("a", 5_000, 500), rate("b", 5_000, 650)], {
        as_of: new Date("2026-10-07T23:59:59Z"),
      }),
      { decision: "insufficient_data", reason: "too_few", variant: null },
    ],
    [
      "believes no broken split, however good it looks",
      experiment([rate("a", 5_000, 500), rate("b", 4_500, 650)], {
        exposures: [exposed("a", 5_000), exposed("b", 4_500)],
      }),
      { decision: "invalid_srm", reason: "split_broken", variant: null },
    ],
    [
      "believes none of which more than 1 % is left out",
      experiment([rate("a", 4_940, 500), rate("b", 4_950, 650)], {
        exposures: [exposed("a", 5_000, 60), exposed("b", 5_000, 50)],
      }),
      { decision: "do_not_trust", reason: "too_many_excluded", variant: null },
    ],
    [
      "ships nothing that harms a guardrail",
      experiment([], {
        metrics: [
          metric([rate("a", 5_000, 500), rate("b", 5_000, 650)]),
          metric([rate("a", 5_000, 900), rate("b", 5_000, 700)], {
            id: "checkout_rate",
            metric: CHECKOUT,
            role: "guardrail",
          }),
        ],
      }),
      { decision: "keep_control", reason: "guardrail_harmed", variant: null },
    ],
    [
      "decides a fixed test not before its size",
      experiment([rate("a", 5_000, 500), rate("b", 5_000, 650)], {
        method: "fixed",
        planned_visitors: 12_000,
      }),
      {
        decision: "keep_running",
        reason: "before_planned_size",
        variant: null,
      },
    ],
    [
      "decides a fixed test once: what comes later changes nothing",
      experiment(
        [
          rate("a", 5_000, 500),
          rate("b", 5_000, 650),
          rate("a", 5_000, 900, "2026-10-12"),
          rate("b", 5_000, 100, "2026-10-12"),
        ],
        { method: "fixed", planned_visitors: 10_000 }
      ),
      { decision: "ship_variant", reason: "better", variant: "b" },
    ],
  ])("%s", (_name, input, expected) => {
    expect(told(input)).toEqual(expected)
  })

  it("counts nobody who is still maturing, and shows them", () => {
    const { metrics } = analyse(
      experiment([
        rate("a", 100, 10),
        rate("b", 100, 12),
        rate("a", 40, 3, null),
      ])
    )
    expect(
      metrics[0]!.variants.map(({ visitors, converters, maturing }) => [
        visitors,
        converters,
        maturing,
      ])
    ).toEqual([
      [100, 10, 40],
      [100, 12, 0],
    ])
  })

  it.each<[string, DaySums[]]>([
    ["nobody", []],
    ["one visitor", [rate("a", 1, 1)]],
    ["one of each", [rate("a", 1, 0), rate("b", 1, 1)]],
    ["no conversions", [rate("a", 90, 0), rate("b", 90, 0)]],
    ["everybody converted", [rate("a", 90, 90), rate("b", 90, 90)]],
  ])("of %s has an answer without NaN or Infinity", (_name, rows) => {
    const text: string[] = []
    JSON.stringify(analyse(experiment(rows)), (key, value) => {
      if (typeof value === "number" && !Number.isFinite(value)) {
        text.push(key)
      }
      return value
    })
    expect(text).toEqual([])
  })
})
