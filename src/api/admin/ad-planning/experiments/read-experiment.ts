import type AdPlanningService from "../../../../modules/ad-planning/service"
import { EXPERIMENT_FIELDS } from "./query-config"

/** One experiment, as every route about it answers. */
export async function readExperiment(service: AdPlanningService, id: string) {
  return await service.retrieveAbExperiment(id, {
    select: [...EXPERIMENT_FIELDS],
  })
}
