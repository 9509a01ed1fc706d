import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { announceMembers } from "../announce-members"

export interface ChangeMembersInput {
  segment_id: string
  add: string[]
  remove: string[]
  reason: "manual" | "import"
}

export const changeMembersStepId = "change-segment-members"

/** Adds and removes members by hand; undone by putting them back. */
export const changeMembersStep = createStep(
  changeMembersStepId,
  async (input: ChangeMembersInput, { container }) => {
    const { segment_id, add, remove, reason } = input
    const { segments } = serviceOf(container)
    const now = new Date()
    const added = await segments.addMembers(segment_id, add, reason, now)
    const removed = await segments.removeMembers(segment_id, remove, now)
    await announceMembers(
      container,
      segment_id,
      added.entered,
      removed.left.map((row) => row.person_id)
    )
    return new StepResponse(
      {
        added: added.entered.length,
        removed: removed.left.length,
        unknown: added.unknown,
        customer_count: removed.customer_count,
      },
      { segment_id, entered: added.entered, left: removed.left }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).segments.restoreMembers(
        undo.segment_id,
        undo.entered,
        undo.left
      )
    }
  }
)
