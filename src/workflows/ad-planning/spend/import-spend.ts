import {
  createWorkflow,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import { importSpendStep, type ImportSpendInput } from "./steps/import-spend"

export type ImportSpendWorkflowInput = ImportSpendInput

export const importSpendWorkflowId = "import-spend"

/** Imports what campaigns cost; a new campaign may explain unresolved touches. */
export const importSpendWorkflow = createWorkflow(
  importSpendWorkflowId,
  (input: WorkflowData<ImportSpendWorkflowInput>) => {
    const result = importSpendStep(input)
    when(result, ({ campaigns_changed }) => campaigns_changed > 0).then(() => {
      const { touch_ids } = resolveTouchesStep({})
      writeBackTouchesStep({ touch_ids })
    })
    return new WorkflowResponse(result)
  }
)
