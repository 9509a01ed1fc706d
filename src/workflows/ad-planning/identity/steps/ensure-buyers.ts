import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { IdentityChanges } from "../../../../modules/ad-planning/effects/identity-links"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import {
  emailHash,
  normaliseEmail,
} from "../../../../modules/ad-planning/utils/identity/email-hash"
import { isExcluded } from "../../../../modules/ad-planning/utils/identity/exclusion"
import { personName } from "../../../../modules/ad-planning/utils/identity/person-name"
import { readBuyers, type SourceBuyer } from "../../../../sources/read-buyers"
import {
  readPeopleByEmail,
  readPeopleMadeSince,
  type SourcePerson,
} from "../../../../sources/read-people"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { unreadSince } from "../../sync/unread-since"
import {
  personModule,
  type PersonModule,
} from "../../../../sources/person-module"
import { personLinks } from "../person-links"

export interface EnsureBuyersInput {
  order_ids: string[]
  /** ISO instant: every person that the store had made by then has been read. */
  people_read_until?: string
}

// Waiting for another run that makes the same person.
const LOCK_TIMEOUT_SECONDS = 30

interface EnsureBuyersUndo {
  /** Persons that were made. */
  person_ids: string[]
  /** What happened to links, in that order. */
  links: IdentityChanges[]
}

export const ensureBuyersStepId = "ensure-buyers"

/**
 * Sees to it that every buyer of these orders has a person (by the option
 * `create_person_from_order`). One e-mail never gets two persons: it is looked up
 * and made under a lock.
 */
export const ensureBuyersStep = createStep(
  ensureBuyersStepId,
  async (
    { order_ids, people_read_until }: EnsureBuyersInput,
    { container }
  ) => {
    const service = serviceOf(container)
    const persons = personModule(container)
    const undo: EnsureBuyersUndo = { person_ids: [], links: [] }
    if (!persons || !service.options.create_person_from_order) {
      return new StepResponse({ created: 0, linked: 0 }, undo)
    }
    const buyers = await countedBuyers(container, service, order_ids)
    const made = await makeMissingPersons(
      container,
      persons,
      buyers,
      people_read_until
    )
    undo.person_ids.push(...made.person_ids)
    undo.links.push(...made.links)
    const linked = made.links.flatMap((changes) => changes.link_ids).length
    return new StepResponse({ created: undo.person_ids.length, linked }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    for (const changes of undo.links.toReversed()) {
      await serviceOf(container).identity.restoreIdentityLinks(changes)
    }
    if (undo.person_ids.length) {
      await personModule(container)?.deletePeople(undo.person_ids)
    }
  }
)

interface Buyer extends SourceBuyer {
  email: string
  hash: string
}

async function countedBuyers(
  container: MedusaContainer,
  service: AdPlanningService,
  orderIds: string[]
): Promise<Buyer[]> {
  const { exclude, secret } = service.options
  const orders = await readBuyers(container, orderIds, {
    withCustomerGroups: exclude.customer_groups.length > 0,
  })
  return orders
    .filter(
      (order) =>
        !order.is_draft_order &&
        order.status !== "draft" &&
        !isExcluded(exclude, {
          email: order.email,
          groups: order.customer?.groups ?? [],
        })
    )
    .flatMap((order) => {
      const email = normaliseEmail(order.email)
      const hash = emailHash(order.email, secret)
      return email && hash ? [{ ...order, email, hash }] : []
    })
}

async function makeMissingPersons(
  container: MedusaContainer,
  persons: PersonModule,
  buyers: Buyer[],
  peopleReadUntil: string | undefined
): Promise<EnsureBuyersUndo> {
  const service = serviceOf(container)
  const byHash = new Map(buyers.map((buyer) => [buyer.hash, buyer]))
  const unlinked = await service.identity.listUnlinkedEmails([...byHash.keys()])
  if (unlinked.size === 0) {
    return { person_ids: [], links: [] }
  }
  const keys = [...unlinked]
    .toSorted()
    .map((hash) => `ad-planning:person:${hash}`)
  return await container.resolve(Modules.LOCKING).execute(
    keys,
    async () => {
      const still = await service.identity.listUnlinkedEmails([...unlinked])
      const missing = [...still].flatMap((hash) => byHash.get(hash) ?? [])
      const known = await knownPersons(container, missing, peopleReadUntil)
      const knownEmails = new Set(
        known.map(({ email }) => normaliseEmail(email))
      )
      const created = await createPersons(
        persons,
        missing.filter((buyer) => !knownEmails.has(buyer.email))
      )
      const changes = await service.identity.syncIdentityLinks(
        [...known, ...created].flatMap((person) =>
          personLinks(person, service.options.secret)
        )
      )
      return {
        person_ids: created.map((person) => person.id),
        links: [changes],
      }
    },
    { timeout: LOCK_TIMEOUT_SECONDS }
  )
}

/** Persons of the store with the e-mails of these buyers, linked by nobody yet. */
async function knownPersons(
  container: MedusaContainer,
  buyers: Buyer[],
  peopleReadUntil: string | undefined
): Promise<SourcePerson[]> {
  const wanted = new Set<string | null>(buyers.map(({ email }) => email))
  const known = await readPeopleByEmail(
    container,
    buyers.map(({ email }) => email)
  )
  known.forEach((person) => wanted.delete(normaliseEmail(person.email)))
  if (wanted.size === 0) {
    return known
  }
  // The store keeps an e-mail in any case, and has no index that finds it so.
  const [person] = await serviceOf(container).listAdPlanningSyncCursors({
    name: "person",
  })
  const read = [person?.cursor, peopleReadUntil].flatMap((time) =>
    time ? [new Date(time).getTime()] : []
  )
  const since =
    read.length > 0 ? unreadSince(new Date(Math.max(...read))) : null
  for await (const page of readPeopleMadeSince(container, since)) {
    known.push(...page.filter(({ email }) => wanted.has(normaliseEmail(email))))
  }
  return known
}

async function createPersons(persons: PersonModule, buyers: Buyer[]) {
  if (buyers.length === 0) {
    return []
  }
  const created = await persons.createPeople(
    buyers.map((buyer) => ({
      email: buyer.email,
      ...personName(
        [buyer.billing_address, buyer.shipping_address, buyer.customer],
        buyer.email
      ),
    }))
  )
  return created.map(({ id, email, created_at }) => ({
    id,
    email,
    created_at: new Date(created_at),
  }))
}
