import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { randomFor, type Random } from "../../../src/scripts/demo/random"
import { adPlanning, sql } from "../../helpers/ad-planning"
import {
  conversionInput,
  identityFact,
  leadFact,
  purchaseFact,
  touchFact,
} from "../../helpers/facts"
import { silenceEvents } from "../../helpers/silent-bus"
import { OUR_TABLES } from "../../helpers/tables"
import {
  type OwnedRow,
  type ToldLink,
  whoIsWho,
} from "../../helpers/who-is-who"
import { trackConversionWorkflow } from "../../../src/workflows/ad-planning/conversions/track-conversion"

jest.setTimeout(240_000)

const HOUR_MS = 3_600_000
const START = Date.parse("2026-10-01T00:00:00Z")
const EMAILS = ["a", "b", "c", "d", "e", null]
const CUSTOMERS = ["cus_1", "cus_2", null, null]
const VISITORS = ["v1", "v1", "v2", null]
const PEOPLE = ["p1", "p2", "p3", "p4", "p5"]
const MAX_PERSONS = 3

/** Something that was seen, and how the store is told of it. */
interface Fact {
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
    tell: (container) => adPlanning(container).syncPurchases([fact], []),
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
    tell: (container) => adPlanning(container).syncSubmissions([fact], []),
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
      await adPlanning(container).syncTouches([touch], [])
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
      adPlanning(container).syncIdentityLinks(told.map(asFact), [
        { person_id: id, email_hash: email, visitor_id: visitor },
      ]),
  }
}

function identify(random: Random, id: string): Fact {
  const told: ToldLink[] = [
    {
      kind: "visitor",
      value: random.pick(["v1", "v2"]),
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
      adPlanning(container).syncIdentityLinks(told.map(asFact)),
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

function anyFacts(random: Random): Fact[] {
  return [
    ...several(7, (index) => purchase(random, `order_${index}`)),
    ...several(4, (index) => lead(random, `lead_${index}`)),
    ...several(4, (index) => visit(random, `s${index}`)),
    ...PEOPLE.map((id, index) => person(random, id, index)),
    ...several(random.int(0, 2), (index) => identify(random, `ev_${index}`)),
  ]
}

function shuffle<Item>(random: Random, items: Item[]): Item[] {
  return items
    .map((item) => ({ item, place: random.float() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    const rows = <Row>(statement: string) => sql<Row>(getContainer(), statement)

    async function clear() {
      for (const table of OUR_TABLES) {
        await rows(`DELETE FROM ${table}`)
      }
    }

    /** Touchpoints of the rows, of which nobody knows yet whose they are. */
    async function writeJourneys(owned: OwnedRow[]) {
      for (const { key, email, customer, visitor, at } of owned) {
        await sql(
          getContainer(),
          `INSERT INTO customer_journey (id, source_type, source_id, event_type, event_data, channel, stage, timestamp, email_hash, customer_id, visitor_id)
           VALUES (?, 'social_mention', ?, 'custom', '{}', 'web', 'awareness', ?, ?, ?, ?)`,
          [key, key, new Date(at).toISOString(), email, customer, visitor]
        )
      }
    }

    const persons = async () =>
      Object.fromEntries(
        (
          await rows<{ key: string; person_id: string | null }>(
            `SELECT idempotency_key AS key, person_id FROM conversion
              UNION ALL SELECT 'touch ' || touch_key, person_id FROM campaign_attribution
              UNION ALL SELECT 'journey ' || id, person_id FROM customer_journey WHERE source_type = 'social_mention'`
          )
        ).map(({ key, person_id }) => [key, person_id])
      )
    const links = () =>
      rows<Record<string, string>>(
        `SELECT kind, value, person_id, source, evidence,
                (EXTRACT(EPOCH FROM valid_from) * 1000)::float8 AS at
           FROM ad_planning_identity_link WHERE revoked_at IS NULL`
      )
    const shared = async () =>
      (
        await rows<{ value: string }>(
          `SELECT value FROM ad_planning_identity_status ORDER BY 1`
        )
      ).map(({ value }) => value)

    /** Every row is whose the definition says, and so is every link. */
    async function expectOwners(facts: Fact[]) {
      const owned = facts.flatMap((fact) => fact.rows)
      const expected = whoIsWho(
        facts.flatMap((fact) => fact.told),
        // A stamp shows nothing that its order does not.
        owned.filter((row) => !row.key.startsWith("touch ")),
        MAX_PERSONS
      )
      expect(await persons()).toEqual(
        Object.fromEntries(
          owned.flatMap((row) => [
            [row.key, expected.person(row)],
            [`journey ${row.key}`, expected.person(row)],
          ])
        )
      )
      const found = await links()
      expect(found).toHaveLength(expected.links.length)
      expect(found).toEqual(expect.arrayContaining(expected.links))
      expect(await shared()).toEqual(expected.shared.toSorted())
      return { owned, expected }
    }

    describe("whatever is told in whatever order, and repeated", () => {
      beforeEach(() => silenceEvents(getContainer()))
      afterEach(() => jest.restoreAllMocks())

      it.each(["ash", "birch", "elm", "fir"])(
        "belongs to whom the definition says, seed %s",
        async (seed) => {
          const random = randomFor(seed)
          const seen = { persons: 0, shared: 0 }
          for (let round = 0; round < 4; round += 1) {
            await clear()
            const facts = anyFacts(random)
            await writeJourneys(facts.flatMap((fact) => fact.rows))
            const repeated = facts.filter(() => random.chance(0.5))
            for (const fact of shuffle(random, [...facts, ...repeated])) {
              await fact.tell(getContainer())
            }
            const { owned, expected } = await expectOwners(facts)
            seen.persons += owned.filter((row) => expected.person(row)).length
            seen.shared += expected.shared.length
          }
          // So that the test means something.
          expect(seen.persons).toBeGreaterThan(20)
          expect(seen.shared).toBeGreaterThan(0)
        }
      )

      it("and at the same time, where nothing waits for itself", async () => {
        const random = randomFor("oak")
        for (let round = 0; round < 5; round += 1) {
          await clear()
          const facts = anyFacts(random)
          await writeJourneys(facts.flatMap((fact) => fact.rows))
          const told = shuffle(random, [...facts, ...facts])
          await Promise.all(told.map((fact) => fact.tell(getContainer())))
          await expectOwners(facts)
        }
      })
    })
  },
})
