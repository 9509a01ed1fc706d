import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deleteCustomerGroupsWorkflow } from "@medusajs/medusa/core-flows"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface ReleaseGroupsInput {
  ids: string[]
  group: "keep" | "delete"
}

export const releaseGroupsStepId = "release-segment-groups"

/** Deletes the customer groups of deleted segments, or leaves them to the store. */
export const releaseGroupsStep = createStep(
  releaseGroupsStepId,
  async ({ ids, group }: ReleaseGroupsInput, { container }) => {
    const segments = await serviceOf(container).listCustomerSegments(
      { id: ids },
      { withDeleted: true, select: ["customer_group_id"], take: null }
    )
    const groups = segments.flatMap((row) => row.customer_group_id ?? [])
    if (group === "delete" && groups.length > 0) {
      await deleteCustomerGroupsWorkflow(container).run({
        input: { ids: groups },
      })
    }
    return new StepResponse({ ids: group === "delete" ? groups : [] })
  }
)
