import { assign } from "../../../src/pixel/experiments"
import { variantOf } from "../../../src/modules/ad-planning/utils/statistical-utils"
import { definitions } from "../../../src/api/web/ad-planning/experiments/definitions"
import { experimentParts } from "../../../src/modules/ad-planning/utils/experiments/experiment-parts"

describe("the script's own assignment", () => {
  it.each([
    {},
    { coverage: 0.3, hash_seed: "seed" },
    { namespace: { id: "n", range: [0.2, 0.7] as [number, number] } },
  ])("of %j is the server's, for 20,000 visitors", (other) => {
    const experiment = {
      ...experimentParts({
        name: "Button",
        experiment_type: "storefront",
        ...other,
      }),
      id: "abexp_1",
      status: "running" as const,
      started_at: null,
      ended_at: null,
      plan: null,
      is_final: false,
      is_significant: false,
      significant_at: null,
      shipment: null,
    }
    const { features } = definitions([experiment])
    const definition = features.button!
    let differing = 0
    for (let index = 0; index < 20_000; index++) {
      const visitor = `größe-${index}`
      const ours = assign(
        {
          ...definition,
          defaultValue: "",
          rules: definition.rules.map((rule) => ({
            ...rule,
            namespace: experiment.namespace
              ? [experiment.namespace.id, ...experiment.namespace.range]
              : undefined,
          })),
        },
        visitor
      )
      differing +=
        ours === (variantOf(experiment, visitor) ?? undefined) ? 0 : 1
    }
    expect(differing).toBe(0)
  })
})
