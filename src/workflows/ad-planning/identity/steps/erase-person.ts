import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import type { ErasureSubject } from "../../../../modules/ad-planning/sql/identity/erased-names"
import {
  type ErasureReason,
  pendingState,
} from "../../../../modules/ad-planning/types"
import { errorMessage } from "../../../../lib/error-message"
import { readPeople } from "../../../../sources/read-people"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { rejectUnknownPerson } from "../known-person"
import { PERSON_MODULE } from "../../../../sources/person-module"
import { personLinks } from "../person-links"

export interface ErasePersonInput {
  person_ids?: string[]
  /** Medusa's customers; whoever they are is erased with them. */
  customer_ids?: string[]
  reason: ErasureReason
  /** The user of the store who asked for it. */
  requested_by?: string
}

export const erasePersonStepId = "erase-person"

/**
 * Erases people, each in a transaction of their own; there is no way back. What the
 * store itself deleted is erased until it succeeds: a failure is kept by its ids and
 * tried again by `retry-pending-work`; who asks for it is told at once.
 */
export const erasePersonStep = createStep(
  { name: erasePersonStepId, noCompensation: true },
  async (input: ErasePersonInput, { container }) => {
    if (input.reason === "request") {
      for (const id of input.person_ids ?? []) {
        await rejectUnknownPerson(container, id, { orErased: true })
      }
    }
    try {
      return new StepResponse({ erasure_ids: await erase(container, input) })
    } catch (error) {
      if (input.reason !== "request") {
        await serviceOf(container).sync.failSync(pendingState("erasures"), {
          message: `erasures: ${errorMessage(error)}`,
          ids: [
            ...(input.person_ids ?? []).map((id) => `person:${id}`),
            ...(input.customer_ids ?? []).map((id) => `customer:${id}`),
          ],
          now: new Date(),
        })
      }
      throw error
    }
  }
)

/** Erases whom pending work names, each by itself: one that fails holds up no other. */
export async function eraseNamed(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  const reasons: string[] = []
  for (const named of ids) {
    const id = named.slice(named.indexOf(":") + 1)
    const input: ErasePersonInput = named.startsWith("customer:")
      ? { customer_ids: [id], reason: "customer_deleted" }
      : { person_ids: [id], reason: "person_deleted" }
    try {
      await erase(container, input)
    } catch (error) {
      reasons.push(errorMessage(error))
    }
  }
  if (reasons.length > 0) {
    throw new Error(reasons.join("; "))
  }
}

async function erase(
  container: MedusaContainer,
  input: ErasePersonInput
): Promise<string[]> {
  const service = serviceOf(container)
  const erasure_ids: string[] = []
  for (const subject of await readSubjects(container, input)) {
    const id = await service.erasure.erase({
      ...subject,
      reason: input.reason,
      requested_by: input.requested_by ?? null,
    })
    erasure_ids.push(...(id ? [id] : []))
  }
  return erasure_ids
}

/** With what the store's own record names a person by, where there is still one. */
async function readSubjects(
  container: MedusaContainer,
  { person_ids = [], customer_ids = [] }: ErasePersonInput
): Promise<ErasureSubject[]> {
  const { secret } = serviceOf(container).options
  const people =
    person_ids.length > 0 && isModulePresent(PERSON_MODULE)
      ? await readPeople(container, person_ids)
      : []
  const records = new Map(people.map((person) => [person.id, person]))
  return [
    ...person_ids.map((person_id) => {
      const record = records.get(person_id)
      const links = record ? personLinks(record, secret) : []
      const names = links.map(({ kind, value }) => ({ kind, value }))
      return { person_id, customer_id: null, names }
    }),
    ...customer_ids.map((customer_id) => ({
      person_id: null,
      customer_id,
      names: [],
    })),
  ]
}
