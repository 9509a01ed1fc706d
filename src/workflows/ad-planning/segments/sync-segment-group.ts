import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import { errorMessage } from "../../../lib/error-message"
import { inChunks } from "../../../lib/in-chunks"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import {
  readAccounts,
  readGroupCustomers,
} from "../../../sources/read-customer-groups"

const BATCH_SIZE = 500

export interface SyncedGroup {
  added: number
  removed: number
}

/**
 * Makes the customer group of a segment equal to its members who have an account,
 * in batches, through Medusa's own workflow. Changes by hand are undone and counted.
 * A group that fails is logged and made good by the next calculation: the members
 * are right without it.
 */
export async function syncSegmentGroup(
  container: MedusaContainer,
  segmentId: string
): Promise<SyncedGroup> {
  const service = serviceOf(container)
  const [segment] = await service.listCustomerSegments({ id: segmentId })
  const groupId = segment?.customer_group_id
  if (!segment?.sync_customer_group || !groupId) {
    return { added: 0, removed: 0 }
  }
  try {
    return await mirror(container, segmentId, groupId)
  } catch (error) {
    const reason = errorMessage(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `ad-planning: group ${groupId} of segment ${segmentId} was not synced: ${reason}`
      )
    await service.segments.noteFailure(segmentId, `customer group: ${reason}`)
    return { added: 0, removed: 0 }
  }
}

async function mirror(
  container: MedusaContainer,
  segmentId: string,
  groupId: string
): Promise<SyncedGroup> {
  const { segmentGroups } = serviceOf(container)
  const actual = await readGroupCustomers(container, groupId)
  const ours = new Set(await segmentGroups.customers(segmentId))
  const wanted = new Set<string>()
  let withoutAccount = 0
  for await (const page of segmentGroups.memberPages(segmentId)) {
    const ids = page.flatMap((row) => row.customer_ids)
    const accounts = await readAccounts(container, ids)
    for (const { customer_ids } of page) {
      const theirs = customer_ids.filter((id) => accounts.has(id))
      theirs.forEach((id) => wanted.add(id))
      withoutAccount += theirs.length === 0 ? 1 : 0
    }
  }
  const added = [...wanted].filter((id) => !actual.has(id))
  const removed = [...actual].filter((id) => !wanted.has(id))
  await change(container, groupId, "add", added)
  await change(container, groupId, "remove", removed)
  const edits =
    [...actual].filter((id) => !ours.has(id)).length +
    [...ours].filter((id) => !actual.has(id)).length
  await segmentGroups.note(segmentId, {
    wanted: [...wanted],
    gone: [...ours].filter((id) => !wanted.has(id)),
    withoutAccount,
    edits,
  })
  return { added: added.length, removed: removed.length }
}

async function change(
  container: MedusaContainer,
  id: string,
  kind: "add" | "remove",
  customerIds: string[]
): Promise<void> {
  await inChunks(customerIds, { size: BATCH_SIZE }, (batch) =>
    linkCustomersToCustomerGroupWorkflow(container).run({
      input: { id, [kind]: batch },
    })
  )
}
