import type { MedusaContainer } from "@medusajs/framework/types"
import type { ExposureFact } from "../../../../src/modules/ad-planning/types"
import { sql } from "../../../helpers/ad-planning"

/** An experiment's rows as they were written. */
export async function exposures(
  container: MedusaContainer,
  experimentId: string
): Promise<ExposureFact[]> {
  return await sql<ExposureFact>(
    container,
    "SELECT experiment_id, visitor_id, variant, exposed_at, conflict_at, website_id, device, country_code FROM ad_planning_experiment_exposure WHERE experiment_id = ? ORDER BY visitor_id",
    [experimentId]
  )
}

/** The same visitor, who also saw another variant. */
export function withConflict(fact: ExposureFact): ExposureFact {
  return { ...fact, conflict_at: fact.exposed_at }
}
