import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  ExperimentChange,
  NewExperiment,
} from "../../../../src/modules/ad-planning/types"
import { calculateExperimentResultsWorkflow } from "../../../../src/workflows/ad-planning/experiments/calculate-experiment-results"
import { createExperimentWorkflow } from "../../../../src/workflows/ad-planning/experiments/create-experiment"
import { deleteExperimentWorkflow } from "../../../../src/workflows/ad-planning/experiments/delete-experiment"
import { shipExperimentWorkflow } from "../../../../src/workflows/ad-planning/experiments/ship-experiment"
import { startExperimentWorkflow } from "../../../../src/workflows/ad-planning/experiments/start-experiment"
import { stopExperimentWorkflow } from "../../../../src/workflows/ad-planning/experiments/stop-experiment"
import { updateExperimentWorkflow } from "../../../../src/workflows/ad-planning/experiments/update-experiment"
import { adPlanning } from "../../../helpers/ad-planning"
import { describeUndo } from "../../../helpers/failing-workflow"
import type { StoreContext } from "../../../helpers/test-store"

const CHANGED = ["ab_experiment"]
const BUTTON: NewExperiment = {
  name: "Button",
  experiment_type: "storefront",
  primary_metric: [{ metric: "leads", direction: "increase" }],
}
const CHANGE: ExperimentChange = {
  name: "Other",
  coverage: 0.5,
  namespace: { id: "n", range: [0, 0.5] },
  guardrail_metrics: [{ metric: "checkout_rate", direction: "increase" }],
}
const NOW = "2026-11-20T12:00:00.000Z"

const draft = (container: MedusaContainer) =>
  adPlanning(container).experiments.create(BUTTON)

async function running(container: MedusaContainer): Promise<string> {
  const id = await draft(container)
  await startExperimentWorkflow(container).run({ input: { id, now: NOW } })
  return id
}

async function stopped(container: MedusaContainer): Promise<string> {
  const id = await running(container)
  await stopExperimentWorkflow(container).run({ input: { id, now: NOW } })
  return id
}

export default function suite({ getContainer }: StoreContext) {
  describeUndo(getContainer, createExperimentWorkflow, [
    ["a draft", async () => ({ experiment: BUTTON }), CHANGED],
  ])
  describeUndo(getContainer, updateExperimentWorkflow, [
    [
      "lists and columns of a draft",
      async (container) => ({
        id: await draft(container),
        change: CHANGE,
      }),
      CHANGED,
    ],
  ])
  describeUndo(getContainer, startExperimentWorkflow, [
    [
      "a draft",
      async (container) => ({ id: await draft(container), now: NOW }),
      CHANGED,
    ],
  ])
  describeUndo(getContainer, stopExperimentWorkflow, [
    [
      "one that runs",
      async (container) => ({ id: await running(container), now: NOW }),
      CHANGED,
    ],
  ])
  describeUndo(getContainer, shipExperimentWorkflow, [
    [
      "one that is over",
      async (container) => ({
        id: await stopped(container),
        shipment: {
          variant: "treatment",
          reason: "",
          shipped_at: NOW,
          shipped_by: null,
        },
      }),
      CHANGED,
    ],
  ])
  describeUndo(getContainer, deleteExperimentWorkflow, [
    ["a draft", async (container) => ({ id: await draft(container) }), CHANGED],
  ])
  describeUndo(getContainer, calculateExperimentResultsWorkflow, [
    [
      "one that runs",
      async (container) => ({ id: await running(container), as_of: NOW }),
      CHANGED,
    ],
  ])
}
