import type AdPlanningService from "../../../../src/modules/ad-planning/service"
import type { ReportRequest } from "../../../../src/modules/ad-planning/types"
import { randomFor, type Random } from "../../../../src/scripts/demo/random"
import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { erasePersonWorkflow } from "../../../../src/workflows/ad-planning/identity/erase-person"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { campaignFact } from "../../../helpers/facts"
import {
  anyFacts,
  type Fact,
  PEOPLE,
  shuffle,
} from "../../../helpers/random-facts"
import { silenceEvents } from "../../../helpers/silent-bus"
import { OUR_TABLES, readTables, rowsNaming } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"
import { whoIsWho } from "../../../helpers/who-is-who"

const MAX_PERSONS = 3
const ROUNDS = 2
const EVERYTHING: ReportRequest = {
  periods: [
    {
      from: new Date("2026-09-01T00:00:00Z"),
      to: new Date("2026-12-01T00:00:00Z"),
      from_date: "2026-09-01",
      to_date: "2026-12-01",
    },
  ],
  timezone: "UTC",
  currency: "gbp",
  basis: "order_date",
  revenue_basis: "total",
  group_by: "campaign",
  filters: {},
}

/** What names a person, by the definition and not by our statements. */
function namesOf(facts: Fact[], personId: string): string[] {
  const rows = facts.flatMap((fact) => fact.rows)
  const { links, shared, person } = whoIsWho(
    facts.flatMap((fact) => fact.told),
    rows.filter((row) => !row.key.startsWith("touch ")),
    MAX_PERSONS
  )
  const isTheirs = ({ kind, value, person_id }: (typeof links)[number]) =>
    kind === "visitor"
      ? person_id === personId && !shared.includes(value)
      : person({
          email: kind === "email" ? value : null,
          customer: kind === "customer" ? value : null,
          visitor: null,
          at: 0,
        }) === personId
  const values = links.filter(isTheirs).map(({ value }) => value)
  return [...new Set([personId, ...values])]
}

export default function suite({ getContainer }: StoreContext) {
  let service: AdPlanningService

  beforeEach(() => {
    silenceEvents(getContainer())
    service = adPlanning(getContainer())
  })
  afterEach(() => jest.restoreAllMocks())

  async function clear() {
    for (const table of OUR_TABLES) {
      await sql(getContainer(), `DELETE FROM ${table}`)
    }
    await service.campaigns.syncCampaigns([campaignFact("camp", "Sale")])
  }

  async function tell(random: Random, facts: Fact[]) {
    const repeated = facts.filter(() => random.chance(0.3))
    for (const fact of shuffle(random, [...facts, ...repeated])) {
      await fact.tell(getContainer())
    }
    await bulkResolveAttributionsWorkflow(getContainer()).run({ input: {} })
  }

  const erase = async (personId: string) => {
    const { result } = await erasePersonWorkflow(getContainer()).run({
      input: { person_ids: [personId], reason: "person_deleted" },
    })
    return result.erasure_ids
  }

  /** What campaigns and channels earned, without how well buyers are known. */
  async function money() {
    const results = await service.reports.campaignResults(EVERYTHING)
    const stats = await service.attribution.attributionStats(
      EVERYTHING,
      "source"
    )
    return {
      results: results
        .map(
          ({
            with_visitor: _visitor,
            unidentified_purchases: _unidentified,
            // Who is known by an erased device alone is somebody else then.
            new_customers: _new,
            complete_new_customers: _completeNew,
            ...row
          }) => row
        )
        .toSorted((a, b) => `${a.bucket}`.localeCompare(`${b.bucket}`)),
      stats: stats
        .map(({ key, purchases, leads, goals, revenue }) => ({
          key,
          purchases,
          leads,
          goals,
          revenue,
        }))
        .filter((row) => row.purchases + row.leads + row.goals > 0)
        .toSorted((a, b) => `${a.key}`.localeCompare(`${b.key}`)),
    }
  }

  /** Whose every conversion is, of people who are known by more than a device. */
  const othersOf = async (personId: string) =>
    await sql(
      getContainer(),
      `SELECT idempotency_key, person_id, email_hash, customer_id
           FROM conversion
          WHERE person_id <> ? AND EXISTS (
            SELECT 1 FROM ad_planning_identity_link link
             WHERE link.revoked_at IS NULL AND link.person_id = conversion.person_id
               AND (link.kind = 'email' AND link.value = conversion.email_hash
                 OR link.kind = 'customer' AND link.value = conversion.customer_id))
          ORDER BY 1`,
      [personId]
    )

  /** Of somebody's orders, those that were their first. */
  const firstsOf = async (condition: string) =>
    await sql(
      getContainer(),
      `SELECT idempotency_key FROM conversion
          WHERE is_first_purchase AND ${condition} ORDER BY 1`
    )

  it.each(["hazel", "maple", "rowan"])(
    "nothing names who was erased, also when all is told again, seed %s",
    async (seed) => {
      const random = randomFor(seed)
      const seen = { names: 0, rows: 0, credited: 0 }
      for (let round = 0; round < ROUNDS; round += 1) {
        await clear()
        const facts = anyFacts(random)
        await tell(random, facts)
        const personId = random.pick(PEOPLE)
        const names = namesOf(facts, personId)
        const before = {
          money: await money(),
          others: await othersOf(personId),
          firsts: await firstsOf(`person_id = '${personId}'`),
          rows: rowsNaming(await readTables(getContainer()), names),
        }
        const [erasureId] = await erase(personId)
        const erased = await readTables(getContainer(), OUR_TABLES)
        expect(rowsNaming(erased, names)).toEqual([])
        expect(await money()).toEqual(before.money)
        expect(await othersOf(personId)).toEqual(before.others)
        expect(await firstsOf("erased_at IS NOT NULL")).toEqual(
          expect.arrayContaining(before.firsts)
        )
        await tell(random, facts)
        const again = await readTables(getContainer(), OUR_TABLES)
        expect(rowsNaming(again, names)).toEqual([])
        expect(await money()).toEqual(before.money)
        expect(again).toEqual(erased)
        expect(await erase(personId)).toEqual([erasureId])
        expect(await readTables(getContainer(), OUR_TABLES)).toEqual(again)
        seen.names += names.length
        seen.rows += before.rows.length
        seen.credited += again.campaign_attribution!.filter(({ touch_key }) =>
          `${touch_key}`.startsWith("erased:")
        ).length
      }
      // So that the test means something.
      expect(seen.names).toBeGreaterThan(ROUNDS)
      expect(seen.rows).toBeGreaterThan(10)
      expect(seen.credited).toBeGreaterThan(0)
    }
  )

  it("nothing names them when it is told at the same time", async () => {
    const random = randomFor("yew")
    for (let round = 0; round < ROUNDS; round += 1) {
      await clear()
      const facts = anyFacts(random)
      await tell(random, facts)
      const personId = random.pick(PEOPLE)
      const names = namesOf(facts, personId)
      await Promise.all([
        ...shuffle(random, facts).map((fact) => fact.tell(getContainer())),
        erase(personId),
      ])
      const tables = await readTables(getContainer(), OUR_TABLES)
      expect(rowsNaming(tables, names)).toEqual([])
    }
  })
}
