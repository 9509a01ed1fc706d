import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../../../lib/error-message"
import { isFieldPresent, isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { PERSON_MODULE } from "../../../../sources/person-module"
import {
  type EngagementTold,
  readToldEngagement,
  updateEngagement,
} from "../../../../sources/told-engagement"

const PAGE = 500
const FIELDS = ["engagement_score", "last_interaction_at"]

export interface WriteBackEngagementInput {
  /** Only these people; null = everybody. */
  person_ids: string[] | null
}

export const writeBackEngagementStepId = "write-back-engagement"

/**
 * Tells the store's own records of people their engagement, only where it differs.
 * A courtesy that nothing of ours reads: where it fails, one line says so.
 */
export const writeBackEngagementStep = createStep(
  writeBackEngagementStepId,
  async ({ person_ids }: WriteBackEngagementInput, { container }) => {
    const isTold =
      isModulePresent(PERSON_MODULE) &&
      FIELDS.every((field) => isFieldPresent(PERSON_MODULE, "Person", field))
    if (!isTold || person_ids?.length === 0) {
      return new StepResponse({ written: 0 })
    }
    try {
      const written = await writeBackAll(container, person_ids)
      return new StepResponse({ written })
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `ad-planning: engagement not written back: ${errorMessage(error)}`
        )
      return new StepResponse({ written: 0 })
    }
  }
)

async function writeBackAll(
  container: MedusaContainer,
  personIds: string[] | null
): Promise<number> {
  const { scores } = serviceOf(container)
  let written = 0
  let after = ""
  for (;;) {
    const page: EngagementTold[] = await scores.engagementPage(
      personIds,
      after,
      PAGE
    )
    written += await writeChunk(container, page)
    if (page.length < PAGE) {
      return written
    }
    after = page.at(-1)!.id
  }
}

async function writeChunk(
  container: MedusaContainer,
  wanted: EngagementTold[]
): Promise<number> {
  const told = await readToldEngagement(
    container,
    wanted.map(({ id }) => id)
  )
  const changed = wanted.filter((row) => {
    const known = told.get(row.id)
    return known !== undefined && !isSame(known, row)
  })
  if (changed.length > 0) {
    await updateEngagement(container, changed)
  }
  return changed.length
}

/** The plan's field is a float of four bytes in some stores. */
function isSame(known: EngagementTold, wanted: EngagementTold): boolean {
  return (
    Math.fround(known.engagement_score) ===
      Math.fround(wanted.engagement_score) &&
    (known.last_interaction_at?.getTime() ?? null) ===
      (wanted.last_interaction_at?.getTime() ??
        known.last_interaction_at?.getTime() ??
        null)
  )
}
