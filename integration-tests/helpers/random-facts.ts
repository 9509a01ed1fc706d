import type { MedusaContainer } from "@medusajs/framework/types"
import type { Random } from "../../src/scripts/demo/random"
import { trackConversionWorkflow } from "../../src/workflows/ad-planning/conversions/track-conversion"
import { adPlanning } from "./ad-planning"
import {
  conversionInput,
  identityFact,
  leadFact,
  purchaseFact,
  touchFact,
} from "./facts"
import type { OwnedRow, ToldLink } from "./who-is-who"

const HOUR_MS = 3_600_000
const START = Date.parse("2026-10-01T00:00:00Z")
const EMAILS = ["hash-a", "hash-b", "hash-c", "hash-d", "hash-e", null]
const CUSTOMERS = ["cus_1", "cus_2", null, null]
const VISITORS = ["visitor-1", "visitor-1", "visitor-2", null]
export const PEOPLE = [
  "person-1",
  "person-2",
  "person-3",
  "person-4",
  "person-5",
]
/** Something that was seen, and how the store is told of it. */
export interface Fact {
  rows: OwnedRow[]
  told: ToldLink[]
  tell(container: MedusaContainer): Promise<unknown>
}

// Few moments, so that several things happen at one of them.
const anyTime = (random: Random) => START + random.int(1, 12) * HOUR_MS

function purchase(random: Random, id: string): Fact {
  const at = anyTime(random)
  const row: OwnedRow = {
    key: `order:${id}`,
    email: random.pick(EMAILS),
    customer: random.pick(CUSTOMERS),
    visitor: random.pick(VISITORS),
    at,
    isEvidence: true,
  }
  const isStamped = random.chance(0.5)
  const stamp = touchFact("", {
    touch_key: row.key,
    source: "order",
    session_id: null,
    order_id: id,
    visitor_id: row.visitor,
    started_at: new Date(at - HOUR_MS / 2),
  })
  const fact = purchaseFact(id, {
    email_hash: row.email,
    customer_id: row.customer,
    visitor_id: row.visitor,
    converted_at: new Date(at),
    touch: isStamped ? stamp : null,
  })
  return {
    // What an order carries belongs to whom the order belongs to.
    rows: [row, ...(isStamped ? [{ ...row, key: `touch ${row.key}` }] : [])],
    told: [],
    tell: (container) =>
      adPlanning(container).purchases.syncPurchases([fact], []),
  }
}

function lead(random: Random, id: string): Fact {
  const at = anyTime(random)
  const row: OwnedRow = {
    key: `lead:${id}`,
    email: random.pick(EMAILS),
    customer: null,
    visitor: random.pick(VISITORS),
    at,
    isEvidence: true,
  }
  const fact = leadFact(id, {
    email_hash: row.email,
    visitor_id: row.visitor,
    converted_at: new Date(at),
  })
  return {
    rows: [row],
    told: [],
    tell: (container) =>
      adPlanning(container).conversions.syncSubmissions([fact], []),
  }
}

function visit(random: Random, id: string): Fact {
  const at = anyTime(random)
  const visitor = random.pick(VISITORS)
  const row = { email: null, customer: null, visitor, at, isEvidence: false }
  const touch = touchFact(id, {
    visitor_id: visitor,
    started_at: new Date(at),
  })
  const conversion = conversionInput(id, {
    visitor_id: visitor,
    session_id: id,
    converted_at: new Date(at).toISOString(),
  })
  return {
    rows: [
      { ...row, key: `touch session:${id}` },
      { ...row, key: `pixel:${id}` },
    ],
    told: [],
    tell: async (container) => {
      await adPlanning(container).touches.syncTouches([touch], [])
      await trackConversionWorkflow(container).run({
        input: { conversions: [conversion] },
      })
    },
  }
}

function person(random: Random, id: string, index: number): Fact {
  // A record is younger than what its person did, or older.
  const at = START + random.int(0, 13) * HOUR_MS + (index + 1) * 60_000
  const email = random.pick(EMAILS)
  const visitor = random.chance(0.3) ? random.pick(VISITORS) : null
  const link = (kind: ToldLink["kind"], value: string | null): ToldLink[] =>
    value === null
      ? []
      : [
          {
            kind,
            value,
            person_id: id,
            at,
            source: "person",
            evidence: `person:${id}`,
          },
        ]
  const told = [...link("email", email), ...link("visitor", visitor)]
  return {
    rows: [],
    told,
    tell: (container) =>
      adPlanning(container).identity.syncIdentityLinks(told.map(asFact), [
        { person_id: id, email_hash: email, visitor_id: visitor },
      ]),
  }
}

function identify(random: Random, id: string): Fact {
  const told: ToldLink[] = [
    {
      kind: "visitor",
      value: random.pick(["visitor-1", "visitor-2"]),
      person_id: random.pick(PEOPLE),
      at: anyTime(random),
      source: "identify",
      evidence: `analytics_event:${id}`,
    },
  ]
  return {
    rows: [],
    told,
    tell: (container) =>
      adPlanning(container).identity.syncIdentityLinks(told.map(asFact)),
  }
}

function asFact({ kind, value, person_id, at, source, evidence }: ToldLink) {
  return identityFact(kind, value, person_id, {
    valid_from: new Date(at),
    source,
    evidence,
  })
}

const several = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_none, index) => make(index))

/** What a few people on two devices did, and what is told of who they are. */
export function anyFacts(random: Random): Fact[] {
  return [
    ...several(7, (index) => purchase(random, `order_${index}`)),
    ...several(4, (index) => lead(random, `lead_${index}`)),
    ...several(4, (index) => visit(random, `s${index}`)),
    ...PEOPLE.map((id, index) => person(random, id, index)),
    ...several(random.int(0, 2), (index) => identify(random, `ev_${index}`)),
  ]
}

export function shuffle<Item>(random: Random, items: Item[]): Item[] {
  return items
    .map((item) => ({ item, place: random.float() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
