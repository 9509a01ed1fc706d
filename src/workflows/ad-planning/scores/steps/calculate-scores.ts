import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type {
  CalculateScoresInput,
  ScoreCounts,
} from "../../../../modules/ad-planning/types"
import { scoreHistoryStart } from "../../../../modules/ad-planning/utils/scores/score-expiry"
import { PERSON_MODULE } from "../../../../sources/person-module"

export interface CalculateScoresStepInput extends CalculateScoresInput {
  type: "nps" | "engagement"
}

export const NO_SCORES: ScoreCounts = { scored: 0, changed: 0, removed: 0 }

export const calculateScoresStepId = "calculate-scores"

/**
 * Calculates one type of score in one statement. There is nothing to undo: a score
 * is a function of the facts and its moment, and the next run makes it again.
 */
export const calculateScoresStep = createStep(
  calculateScoresStepId,
  async (
    { type, person_ids, as_of }: CalculateScoresStepInput,
    { container }
  ) => {
    if (!isModulePresent(PERSON_MODULE)) {
      return new StepResponse(NO_SCORES)
    }
    const { scores } = serviceOf(container)
    const request = {
      person_ids: person_ids ?? null,
      as_of: as_of ? new Date(as_of) : new Date(),
    }
    const counts =
      type === "nps"
        ? await scores.calculateNps(request)
        : await scores.calculateEngagement(request)
    if (request.person_ids === null) {
      await scores.pruneHistory(scoreHistoryStart(request.as_of))
    }
    return new StepResponse(counts)
  }
)
