import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import type {
  AdPlanningOptions,
  ConversionFact,
  Goal,
} from "../../../../modules/ad-planning/types"
import { conversionScope } from "../../../../modules/ad-planning/utils/conversions/conversion-scope"
import {
  countsAsLead,
  formResponseToFact,
} from "../../../../sources/form-response-to-fact"
import { leadToFact } from "../../../../sources/lead-to-fact"
import { readFormResponses, readLeads } from "../../../../sources/read-leads"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface SyncSubmissionsInput {
  /** Lead ids of the host's socials module. */
  lead_ids?: string[]
  /** FormResponse ids of the host's forms module. */
  form_response_ids?: string[]
}

// Waiting for another event of the same lead.
const LOCK_TIMEOUT_SECONDS = 60

export const syncSubmissionsStepId = "sync-submissions"

/**
 * Makes the conversions of leads and form responses equal to what they are now;
 * one that is gone counts no more. Read and written under a lock each, so that of
 * two events at the same time the one that writes last has also read last.
 * Undone by putting back what was there.
 */
export const syncSubmissionsStep = createStep(
  syncSubmissionsStepId,
  async (input: SyncSubmissionsInput, { container }) => {
    const locks = keysOf(input).map((key) => `ad-planning:${key}`)
    const { result, undo } = await container
      .resolve(Modules.LOCKING)
      .execute(locks.toSorted(), () => sync(container, input), {
        timeout: LOCK_TIMEOUT_SECONDS,
      })
    return new StepResponse(result, undo)
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).conversions.putBackConversions(undo)
    }
  }
)

async function sync(container: MedusaContainer, input: SyncSubmissionsInput) {
  const service = serviceOf(container)
  const goals = await service.goals.activeGoals()
  const facts = await readFacts(container, input, service.options, goals)
  const read = new Set(facts.map((fact) => fact.idempotency_key))
  const gone = keysOf(input).filter((key) => !read.has(key))
  const before = await service.conversions.snapshotConversions(
    conversionScope([...read, ...gone], facts)
  )
  const result = await service.conversions.syncSubmissions(facts, gone)
  return {
    result,
    undo: {
      keys: [...read, ...gone],
      touch_keys: [],
      claim_keys: [],
      before,
    },
  }
}

async function readFacts(
  container: MedusaContainer,
  { lead_ids = [], form_response_ids = [] }: SyncSubmissionsInput,
  options: AdPlanningOptions,
  goals: Goal[]
): Promise<ConversionFact[]> {
  const leads =
    lead_ids.length && isModulePresent("socials")
      ? await readLeads(container, lead_ids)
      : []
  const responses =
    form_response_ids.length && isModulePresent("forms")
      ? await readFormResponses(container, form_response_ids)
      : []
  return [
    ...leads.map((lead) => leadToFact(lead, options, goals)),
    ...responses
      .filter(countsAsLead)
      .map((response) => formResponseToFact(response, options, goals)),
  ]
}

function keysOf({
  lead_ids = [],
  form_response_ids = [],
}: SyncSubmissionsInput): string[] {
  return [
    ...lead_ids.map((id) => `lead:${id}`),
    ...form_response_ids.map((id) => `form_response:${id}`),
  ]
}
