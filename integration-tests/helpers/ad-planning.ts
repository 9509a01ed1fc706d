import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../src/modules/ad-planning"
import type AdPlanningService from "../../src/modules/ad-planning/service"

export function adPlanning(container: MedusaContainer): AdPlanningService {
  return container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
}

/** Runs a statement on the test's database and returns its rows. */
export async function sql<Row>(
  container: MedusaContainer,
  statement: string,
  params: (string | number | null)[] = []
): Promise<Row[]> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await pg.raw<{ rows: Row[] }>(statement, params)
  return result.rows
}

const WAIT_MS = 50

/** Waits until a probe answers something, as a user would press reload. */
export async function eventually<Value>(
  probe: () => Promise<Value | undefined | null | false>,
  timeoutMs = 10_000
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await probe()
    if (value) {
      return value
    }
    if (Date.now() > deadline) {
      throw new Error(`nothing after ${timeoutMs} ms: ${probe.toString()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  }
}
