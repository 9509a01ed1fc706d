import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../../../lib/error-message"
import { AD_PLANNING_EVENTS } from "../../../../lib/events"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import {
  PENDING_WORK,
  type PendingWork,
  pendingState,
} from "../../../../modules/ad-planning/types"
import { announce } from "../../conversions/steps/announce"
import {
  tellHost,
  writeBackOf,
} from "../../attribution/steps/write-back-touches"
import { eraseNamed } from "../../identity/steps/erase-person"
import { EVERYTHING } from "../as-courtesy"

const PAGE_SIZE = 1_000

export interface RetryPendingWorkInput {
  /** Only these kinds; all by default. */
  only?: PendingWork[]
}

export const retryPendingWorkStepId = "retry-pending-work"

/**
 * Does again what failed: telling the host, announcing, erasing. What fails once
 * more stays where it is; what one kind fails with holds up no other.
 *
 * @throws Error with every reason, after all of them
 */
export const retryPendingWorkStep = createStep(
  { name: retryPendingWorkStepId, noCompensation: true },
  async ({ only }: RetryPendingWorkInput, { container }) => {
    const failures: string[] = []
    for (const work of only ?? PENDING_WORK) {
      const reason = await retry(container, work)
      failures.push(...(reason === null ? [] : [reason]))
    }
    if (failures.length > 0) {
      throw new Error(failures.join("; "))
    }
    return new StepResponse({ done: true })
  }
)

const RETRIES: Record<
  PendingWork,
  (container: MedusaContainer, ids: string[]) => Promise<void>
> = {
  write_backs: async (container, ids) => {
    if (ids.includes(EVERYTHING)) {
      await tellEverything(container)
    }
    await tellHost(container, writeBackOf(ids))
  },
  announcements: async (container, ids) => {
    await announce(container, AD_PLANNING_EVENTS.CONVERSION_TRACKED, ids)
  },
  erasures: eraseNamed,
}

/** Why it failed again; null when nothing was left or all of it is done. */
async function retry(
  container: MedusaContainer,
  work: PendingWork
): Promise<string | null> {
  const { sync } = serviceOf(container)
  const name = pendingState(work)
  const { failed_ids } = await sync.startSync(name, new Date())
  if (failed_ids.length === 0) {
    return null
  }
  try {
    await RETRIES[work](container, failed_ids)
    await sync.finishSync(name, {
      cursor: null,
      rowsRead: failed_ids.length,
      now: new Date(),
    })
    return null
  } catch (error) {
    const message = `${work}: ${errorMessage(error)}`
    await sync.failSync(name, { message, ids: failed_ids, now: new Date() })
    return message
  }
}

/** All touches, page by page: only rows that say something else are written. */
async function tellEverything(container: MedusaContainer): Promise<void> {
  const service = serviceOf(container)
  let lastId = ""
  let page: { id: string }[]
  do {
    page = await service.listCampaignAttributions(
      { id: { $gt: lastId } },
      { select: ["id"], take: PAGE_SIZE, order: { id: "ASC" } }
    )
    await tellHost(container, { touch_ids: page.map(({ id }) => id) })
    lastId = page.at(-1)?.id ?? lastId
  } while (page.length === PAGE_SIZE)
}
