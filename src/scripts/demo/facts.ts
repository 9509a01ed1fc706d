import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reconcileSources } from "../../runners/reconcile-sources"
import { AD_PLANNING_MODULE } from "../../modules/ad-planning"
import type AdPlanningService from "../../modules/ad-planning/service"
import { SYNC_SOURCES, type SyncSource } from "../../modules/ad-planning/types"
import type { Progress } from "./progress"

// Reconcile leaves the newest five seconds for its next run.
export const SETTLING_MS = 5_500
const POLL_MS = 1_000

/**
 * Makes the facts, as reconcile does in real life. Rows that seem older than
 * the last run, because this database has seen runs before, are read by when
 * they were created.
 *
 * @param written - how many rows of each source there must be at least
 * @param settledAt - from when on reconcile reads all of them
 * @throws RangeError if it read fewer
 */
export async function makeFacts(
  container: MedusaContainer,
  written: Record<SyncSource, number>,
  settledAt: number,
  progress: Progress
): Promise<void> {
  await analyse(container)
  await wait(settledAt - Date.now())
  for (const source of SYNC_SOURCES.filter((name) => written[name] > 0)) {
    await progress.phase(`Reading: ${source}`, written[source], (advance) =>
      watched(container, source, advance, () =>
        readAll(container, source, written[source])
      )
    )
  }
  await analyse(container)
}

/** A bulk load leaves the planner without statistics: reads are 30 times slower. */
export async function analyse(container: MedusaContainer) {
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw("ANALYZE")
}

async function readAll(
  container: MedusaContainer,
  source: SyncSource,
  expected: number
) {
  const { [source]: rows = 0 } = await reconcileSources(container, [source])
  if (rows >= expected) {
    return
  }
  const again = await reconcileSources(container, [source], {
    createdSince: new Date(0),
  })
  if ((again[source] ?? 0) < expected) {
    throw new RangeError(
      `reconcile read ${again[source]} rows of ${source}, ${expected} were written`
    )
  }
}

/** Tells how far a source is, by the facts it has left. */
async function watched(
  container: MedusaContainer,
  source: SyncSource,
  advance: (rows: number) => void,
  work: () => Promise<void>
) {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const countFacts = FACT_COUNTS[source]
  if (!countFacts) {
    return await work()
  }
  let seen = await countFacts(service)
  let isCounting = false
  const timer = setInterval(async () => {
    if (!isCounting) {
      isCounting = true
      const facts = await countFacts(service)
      advance(facts - seen)
      seen = facts
      isCounting = false
    }
  }, POLL_MS)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
}

type CountFacts = (service: AdPlanningService) => Promise<number>

const FACT_COUNTS: Partial<Record<SyncSource, CountFacts>> = {
  session: async (service) =>
    (await service.listAndCountCampaignAttributions({}, { take: 1 }))[1],
  analytics_event: async (service) =>
    (await service.listAndCountCustomerJourneys({}, { take: 1 }))[1],
  order: async (service) =>
    (await service.listAndCountConversions({}, { take: 1 }))[1],
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
