import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  CalculateScoresInput,
  JourneySource,
  ScoreCounts,
  ScoreType,
} from "../../../modules/ad-planning/types"
import { calculateChurnRiskWorkflow } from "./calculate-churn-risk"
import { calculateClvWorkflow } from "./calculate-clv"
import { calculateEngagementScoresWorkflow } from "./calculate-engagement-scores"
import { calculateNpsScoresWorkflow } from "./calculate-nps-scores"

/** How scores of one type are calculated. */
export interface ScoreCalculation {
  /** A person's is calculated again when something of these sources happens. */
  rescored_by: readonly JourneySource[]
  run(
    container: MedusaContainer,
    input: CalculateScoresInput
  ): Promise<ScoreCounts>
}

/**
 * Every type that can be calculated, in the order in which all are: a later one may
 * read what an earlier one found. A type is added here, and nowhere else.
 */
export const SCORE_CALCULATIONS: Partial<Record<ScoreType, ScoreCalculation>> =
  {
    nps: {
      rescored_by: ["feedback", "nps_answer"],
      run: async (container, input) => {
        const { result } = await calculateNpsScoresWorkflow(container).run({
          input,
        })
        return result
      },
    },
    engagement: {
      rescored_by: ["order", "feedback", "form_response", "lead", "nps_answer"],
      run: async (container, input) => {
        const { result } = await calculateEngagementScoresWorkflow(
          container
        ).run({ input })
        return result
      },
    },
    clv: {
      rescored_by: ["order"],
      run: async (container, input) => {
        const { result } = await calculateClvWorkflow(container).run({ input })
        return countsOf(result)
      },
    },
    churn_risk: {
      rescored_by: [],
      run: async (container, input) => {
        const { result } = await calculateChurnRiskWorkflow(container).run({
          input,
        })
        return countsOf(result)
      },
    },
  }

function countsOf({ scored, changed, removed }: ScoreCounts): ScoreCounts {
  return { scored, changed, removed }
}
