import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isModulePresent } from "../../../../lib/host-modules"
import {
  SCORE_TYPES,
  type ScoreType,
} from "../../../../modules/ad-planning/types"
import { PERSON_MODULE } from "../../../../sources/person-module"
import {
  SCORE_CALCULATIONS,
  type ScoreCalculation,
} from "../../../../workflows/ad-planning/scores/score-calculations"
import { NO_PERSON_MODULE } from "./with-places"

/**
 * The type of score in the path.
 *
 * @throws MedusaError not_found for what is none
 */
export function typeParam(req: MedusaRequest): ScoreType {
  const type = SCORE_TYPES.find((name) => name === req.params.type)
  if (!type) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Score type was not found: must be one of ${SCORE_TYPES.join(", ")}`
    )
  }
  return type
}

/**
 * How scores of a type are calculated.
 *
 * @throws MedusaError not_allowed where they are off
 */
export function calculationOf(type: ScoreType): ScoreCalculation {
  const calculation = SCORE_CALCULATIONS[type]
  if (!isModulePresent(PERSON_MODULE) || !calculation) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      calculation ? NO_PERSON_MODULE : `Scores of type ${type} are off`
    )
  }
  return calculation
}
