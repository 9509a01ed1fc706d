import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { RememberedHeader } from "../../../modules/ad-planning/types"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import { importSpendStep, type ImportSpendInput } from "./steps/import-spend"
import { rememberSpendHeaderStep } from "./steps/remember-spend-header"

export interface ImportSpendWorkflowInput extends ImportSpendInput {
  /** How the file was read, to be remembered. */
  header?: RememberedHeader | null
}

export const importSpendWorkflowId = "import-spend"

/** Imports what campaigns cost; a new campaign may explain unresolved touches. */
export const importSpendWorkflow = createWorkflow(
  importSpendWorkflowId,
  (input: WorkflowData<ImportSpendWorkflowInput>) => {
    const result = importSpendStep(input)
    rememberSpendHeaderStep(transform({ input }, headerOf))
    when(result, ({ campaigns_changed }) => campaigns_changed > 0).then(() => {
      const { touch_ids } = resolveTouchesStep({})
      writeBackTouchesStep({ touch_ids })
    })
    return new WorkflowResponse(result)
  }
)

function headerOf(data: { input: ImportSpendWorkflowInput }) {
  return { header: data.input.header ?? null }
}
