import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import {
  type CalculateScoresInput,
  churnScoring,
  clvParams,
  type ModelType,
  type ScoreCounts,
} from "../../../../modules/ad-planning/types"
import { PERSON_MODULE } from "../../../../sources/person-module"
import { scoringOf, trainClv } from "../train-clv"
import { trainChurn } from "../train-churn"
import { NO_SCORES } from "./calculate-scores"

export interface CalculateModelScoresStepInput extends CalculateScoresInput {
  type: ModelType
}

export interface ModelScoreCounts extends ScoreCounts {
  /** Who came over the at-risk line. */
  crossed: string[]
}

const EVERYBODY = 1_000

export const calculateModelScoresStepId = "calculate-model-scores"

/**
 * Trains a model and scores everybody by it, or a few people by the current one.
 * There is nothing to undo: both are functions of the facts and their moment.
 */
export const calculateModelScoresStep = createStep(
  calculateModelScoresStepId,
  async (input: CalculateModelScoresStepInput, { container }) => {
    const nothing: ModelScoreCounts = { ...NO_SCORES, crossed: [] }
    if (!isModulePresent(PERSON_MODULE)) {
      return new StepResponse(nothing)
    }
    const service = serviceOf(container)
    const currency = await service.scoreModels.currency()
    const scope = {
      person_ids: input.person_ids ?? null,
      as_of: input.as_of ? new Date(input.as_of) : new Date(),
      currency,
    }
    const isForAll = scope.person_ids === null
    if (input.type === "churn_risk") {
      const params = churnScoring.parse(
        await modelOf(service, "churn_risk", scope.as_of, isForAll, () =>
          trainChurn(service, scope.as_of, currency)
        )
      )
      return new StepResponse(
        await service.scoreModels.writeChurn(scope, params)
      )
    }
    if (currency === null) {
      return new StepResponse(nothing)
    }
    const params = clvParams.parse(
      await modelOf(service, "clv", scope.as_of, isForAll, () =>
        trainClv(service, scope.as_of, currency)
      )
    )
    const histories = await service.scoreModels.histories(scope, EVERYBODY)
    const scoring = await scoringOf(params, histories)
    const counts = await service.scoreModels.writeClv(scope, scoring)
    return new StepResponse<ModelScoreCounts>({ ...counts, crossed: [] })
  }
)

/** The current model; a new one for everybody, and where there is none yet. */
async function modelOf(
  service: AdPlanningService,
  type: ModelType,
  asOf: Date,
  isForAll: boolean,
  train: () => Promise<{ params: object; metrics: object }>
): Promise<unknown> {
  const [current] = await service.listAdPlanningScoreModels({
    type,
    current: true,
  })
  if (current && !isForAll) {
    return current.params
  }
  const { params, metrics } = await train()
  // A calculation of the past does not replace the model of today.
  if (!current || current.trained_at <= asOf) {
    await service.scoreModels.saveModel(type, asOf, params, metrics)
  }
  return params
}
