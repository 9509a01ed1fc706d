import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  createCustomerGroupsWorkflow,
  deleteCustomerGroupsWorkflow,
} from "@medusajs/medusa/core-flows"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface SetGroupSyncInput {
  segment_id: string
  is_on: boolean
  /** What becomes of the group when it is off: kept as it is, or deleted. */
  group: "keep" | "delete"
}

export const setGroupSyncStepId = "set-segment-group-sync"

/** Begins or ends the mirroring of a segment to a group of its own. */
export const setGroupSyncStep = createStep(
  setGroupSyncStepId,
  async (input: SetGroupSyncInput, { container }) => {
    const service = serviceOf(container)
    const { segment_id } = input
    const segment = await service.retrieveCustomerSegment(segment_id)
    const groupId = segment.customer_group_id
    if (input.is_on === segment.sync_customer_group) {
      return new StepResponse({ segment_id, customer_group_id: groupId }, null)
    }
    if (!input.is_on) {
      await service.segmentGroups.forget(segment_id)
      if (groupId && input.group === "delete") {
        await deleteCustomerGroupsWorkflow(container).run({
          input: { ids: [groupId] },
        })
      }
      return new StepResponse({ segment_id, customer_group_id: null }, null)
    }
    const created = await createGroup(container, segment_id, segment.name)
    await service.updateCustomerSegments({
      id: segment_id,
      sync_customer_group: true,
      customer_group_id: created,
    })
    return new StepResponse(
      { segment_id, customer_group_id: created },
      { segment_id, created }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).segmentGroups.forget(undo.segment_id)
      await deleteCustomerGroupsWorkflow(container).run({
        input: { ids: [undo.created] },
      })
    }
  }
)

async function createGroup(
  container: MedusaContainer,
  segmentId: string,
  name: string
): Promise<string> {
  const { options } = serviceOf(container)
  // Names of groups are unique in Medusa; the id makes ours so.
  const groupName = `${name} (segment ${segmentId.slice(-6)})`
  if (options.exclude.customer_groups.some((one) => isNamed(one, name))) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `the option exclude.customer_groups names ${name}: orders of its members would leave every report`
    )
  }
  const { result } = await createCustomerGroupsWorkflow(container).run({
    input: {
      customersData: [
        { name: groupName, metadata: { ad_planning_segment_id: segmentId } },
      ],
    },
  })
  return result[0]!.id
}

function isNamed(excluded: string, name: string): boolean {
  return excluded.trim().toLowerCase() === name.trim().toLowerCase()
}
