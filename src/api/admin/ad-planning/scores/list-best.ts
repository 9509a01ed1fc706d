import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { ScoreType } from "../../../../modules/ad-planning/types"
import { PERSON_MODULE } from "../../../../sources/person-module"
import { NO_PERSON_MODULE, withNames, withPlaces } from "./with-places"

/** One page of people by one type of score, the highest first, with their names. */
export async function listBest(
  container: MedusaContainer,
  score_type: ScoreType,
  { limit, offset }: { limit: number; offset: number }
) {
  const [scores, count] = await serviceOf(container).listAndCountCustomerScores(
    { score_type },
    {
      select: [
        "id",
        "person_id",
        "score_value",
        "level",
        "previous_value",
        "breakdown",
        "calculated_at",
      ],
      take: limit,
      skip: offset,
      order: { score_value: "DESC", person_id: "ASC" },
    }
  )
  return {
    rows: await withNames(container, await withPlaces(container, scores)),
    count,
    hint: isModulePresent(PERSON_MODULE) ? {} : { hint: NO_PERSON_MODULE },
  }
}
