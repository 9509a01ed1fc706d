import { randomFor } from "../../../../src/scripts/demo/random"
import { sql } from "../../../helpers/ad-planning"
import { anyFacts, type Fact, shuffle } from "../../../helpers/random-facts"
import { silenceEvents } from "../../../helpers/silent-bus"
import { OUR_TABLES } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"
import { type OwnedRow, whoIsWho } from "../../../helpers/who-is-who"

const MAX_PERSONS = 3

export default function suite({ getContainer }: StoreContext) {
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
}
