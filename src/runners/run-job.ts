import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../modules/ad-planning"
import type AdPlanningService from "../modules/ad-planning/service"
import { errorMessage } from "../lib/error-message"

const LOCK_SECONDS = 60
const RENEW_MS = 20_000

/**
 * Runs a scheduled job at most once at a time over all processes that share a
 * locking provider, unless this process runs none.
 */
export async function runJob(
  container: MedusaContainer,
  name: string,
  job: () => Promise<unknown>
): Promise<void> {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  if (service.options.jobs) {
    await runAlone(container, name, job)
  }
}

/**
 * Runs work at most once at a time: while another process does it, this run is
 * skipped. The lock is renewed while it works and expires soon after a crash. Its
 * outcome is in `GET /admin/ad-planning/health`; a failure is thrown, and of a
 * job logged by Medusa.
 */
export async function runAlone(
  container: MedusaContainer,
  name: string,
  job: () => Promise<unknown>
): Promise<void> {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const locking = container.resolve(Modules.LOCKING)
  const key = `ad-planning:job:${name}`
  const lock = { ownerId: randomUUID(), expire: LOCK_SECONDS }
  if (!(await isAcquired(() => locking.acquire(key, lock)))) {
    return
  }
  const renewal = setInterval(() => void locking.acquire(key, lock), RENEW_MS)
  const state = `job:${name}`
  try {
    await service.sync.startSync(state, new Date())
    await job()
    await service.sync.finishSync(state, {
      cursor: null,
      rowsRead: 0,
      now: new Date(),
    })
  } catch (error) {
    await service.sync.failSync(state, {
      message: errorMessage(error),
      ids: [],
      now: new Date(),
    })
    throw error
  } finally {
    clearInterval(renewal)
    await locking.release(key, { ownerId: lock.ownerId })
  }
}

/** False when somebody else holds the lock; any other failure is thrown. */
async function isAcquired(acquire: () => Promise<unknown>): Promise<boolean> {
  try {
    await acquire()
    return true
  } catch (error) {
    if (error instanceof Error && /acquire lock/i.test(error.message)) {
      return false
    }
    throw error
  }
}
