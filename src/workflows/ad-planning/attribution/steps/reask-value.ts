import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { AliasKey } from "../../../../modules/ad-planning/sql/attribution/upsert-alias"
import type { AttributionCause } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { answerTuples } from "../answer-tuples"

export interface ReaskValueInput {
  key: AliasKey
  cause: AttributionCause
}

export const reaskValueStepId = "reask-value"

/**
 * Asks the rules again for every touch that carries a utm value, answered or not,
 * and credits their conversions anew; never for what a person chose. Undone by what
 * the touches said before, which is kept as text: it may be of very many.
 */
export const reaskValueStep = createStep(
  reaskValueStepId,
  async ({ key, cause }: ReaskValueInput, { container }) => {
    const service = serviceOf(container)
    const scope = {
      kind: key.kind,
      website_id: key.website_id,
      values: await service.aliases.listSpellings(key),
    }
    const touch_ids: string[] = []
    const former: string[] = []
    let after: string | null = ""
    while (after !== null) {
      const { tuples, next } = await service.aliases.listValueTuples(
        scope,
        after
      )
      if (tuples.length > 0) {
        const answers = await answerTuples(container, tuples)
        const changed = await service.aliases.reapplyResolutions(answers, cause)
        touch_ids.push(...changed.touch_ids)
        former.push(changed.former)
      }
      after = next
    }
    return new StepResponse({ touch_ids }, former)
  },
  async (former, { container }) => {
    for (const answers of former ?? []) {
      await serviceOf(container).aliases.restoreResolutions(answers)
    }
  }
)
