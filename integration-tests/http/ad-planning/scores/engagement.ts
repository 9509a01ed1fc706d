import { calculateEngagementScoresWorkflow } from "../../../../src/workflows/ad-planning/scores/calculate-engagement-scores"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { feedback, people } from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { createStore, type TestStore } from "../../../helpers/store"
import { readTables, type Row } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const AS_OF = "2026-10-01T00:00:00.000Z"

type Event = [type: string, at: string, data?: string]

export default function suite({ getContainer }: StoreContext) {
  let store: TestStore
  beforeAll(async () => {
    store = await createStore(getContainer())
  })

  const person = async (email: string, other: Record<string, unknown> = {}) => {
    const made = await people(getContainer()).createPeople({
      first_name: "A",
      last_name: "B",
      email,
      ...other,
    })
    await eventually(
      async () => (await scoreOf(made.id, "engagement")) !== undefined
    )
    return made.id
  }
  const scoreOf = async (id: string, type: string) => {
    const [row] = await sql<Row>(
      getContainer(),
      "SELECT * FROM customer_score WHERE person_id = ? AND score_type = ?",
      [id, type]
    )
    return row
  }
  const happened = (person_id: string, events: Event[]) =>
    sql(
      getContainer(),
      `INSERT INTO customer_journey
              (id, source_type, source_id, event_type, event_data, channel, stage, "timestamp", person_id)
       SELECT 'cjrn_' || md5(n::text || e::text), 'pixel', md5(n::text || e::text), e ->> 0,
              COALESCE((e ->> 2)::jsonb, '{}'), 'web', 'awareness', (e ->> 1)::timestamptz, ?
         FROM jsonb_array_elements(?::jsonb) WITH ORDINALITY AS event(e, n)`,
      [person_id, JSON.stringify(events)]
    )
  // In the past of what events calculated: those are put out of the way.
  const calculate = async (person_ids?: string[]) => {
    await sql(getContainer(), "DELETE FROM customer_score")
    await sql(getContainer(), "DELETE FROM ad_planning_score_history")
    return (
      await calculateEngagementScoresWorkflow(getContainer()).run({
        input: { as_of: AS_OF, person_ids },
      })
    ).result
  }

  it("is weights times counts of 90 days, page views capped by day", async () => {
    const id = await person("ada@example.com")
    await happened(id, [
      ["purchase", "2026-09-01T10:00:00Z"],
      ["purchase", "2026-09-02T10:00:00Z", '{"canceled":true}'],
      ["purchase", "2026-09-03T10:00:00Z", '{"canceled":false}'],
      ["feedback", "2026-07-03T00:00:00Z"],
      ["feedback", "2026-07-02T23:59:59Z"],
      ["form_submit", "2026-09-30T23:59:59Z"],
      ["lead_capture", "2026-10-01T00:00:00Z"],
      ["add_to_cart", "2026-09-30T10:00:00Z"],
      ...Array.from({ length: 25 }, (_, minute): Event => [
        "page_view",
        `2026-09-10T10:${`${minute}`.padStart(2, "0")}:00Z`,
      ]),
      ["page_view", "2026-09-11T10:00:00Z"],
    ])
    expect(await calculate()).toEqual({ scored: 1, changed: 1, removed: 0 })
    // 2 purchases, 1 feedback (the other is of the window before), 1 form, 20 + 1 views.
    const score = await scoreOf(id, "engagement")
    expect(score).toMatchObject({
      score_value: 2 * 10 + 5 + 3 + 21,
      level: "high",
      calculated_at: new Date(AS_OF),
      expires_at: new Date("2026-10-03T00:00:00Z"),
      previous_value: null,
      breakdown: {
        window_days: 90,
        raw: 2 * 10 + 5 + 3 + 26,
        former: 5,
        trend: 44,
        events: {
          page_view: { events: 26, counted: 21, points: 21 },
          purchase: { events: 2, counted: 2, points: 20 },
        },
      },
    })
  })

  it("calculated twice with the same as_of changes nothing", async () => {
    const id = await person("ada@example.com")
    await happened(id, [["purchase", "2026-09-01T10:00:00Z"]])
    await calculate()
    const before = await readTables(getContainer())
    const { result } = await calculateEngagementScoresWorkflow(
      getContainer()
    ).run({ input: { as_of: AS_OF } })
    expect(result).toEqual({ scored: 1, changed: 0, removed: 0 })
    expect(await readTables(getContainer())).toEqual(before)
  })

  it("history begins with the first score and notes changes of a point", async () => {
    const id = await person("ada@example.com")
    await happened(id, [
      ["purchase", "2026-09-01T10:00:00Z"],
      ["form_submit", "2026-10-02T10:00:00Z"],
    ])
    await calculate()
    for (const as_of of [
      "2026-10-02T00:00:00.000Z",
      "2026-10-03T00:00:00.000Z",
    ]) {
      await calculateEngagementScoresWorkflow(getContainer()).run({
        input: { as_of },
      })
    }
    expect(await scoreOf(id, "engagement")).toMatchObject({
      score_value: 13,
      previous_value: 10,
    })
    const history = await sql<Row>(
      getContainer(),
      "SELECT score_value, calculated_at FROM ad_planning_score_history ORDER BY calculated_at"
    )
    expect(history).toEqual([
      { score_value: 10, calculated_at: new Date(AS_OF) },
      { score_value: 13, calculated_at: new Date("2026-10-03T00:00:00Z") },
    ])
    // One of the past is not written over one of a later moment.
    const { result } = await calculateEngagementScoresWorkflow(
      getContainer()
    ).run({ input: { as_of: AS_OF } })
    expect(result.changed).toBe(0)
  })

  it("agrees with plain SQL, and of some people changes only theirs", async () => {
    const ids = [
      await person("a@example.com"),
      await person("b@example.com"),
      await person("c@example.com"),
    ]
    await happened(ids[0]!, [
      ["purchase", "2026-09-01T10:00:00Z"],
      ["page_view", "2026-09-01T10:00:00Z"],
    ])
    await happened(ids[1]!, [["social_engage", "2026-09-01T10:00:00Z"]])
    await calculate()
    const plain = await sql<Row>(
      getContainer(),
      `SELECT p.person_id, COALESCE(SUM(CASE j.event_type WHEN 'purchase' THEN 10 WHEN 'social_engage' THEN 5
                WHEN 'feedback' THEN 5 WHEN 'page_view' THEN 1 WHEN 'form_submit' THEN 3 WHEN 'lead_capture' THEN 3 ELSE 0 END), 0)::float8 AS score_value
         FROM ad_planning_person_profile p LEFT JOIN customer_journey j
           ON j.person_id = p.person_id AND j."timestamp" >= '${AS_OF}'::timestamptz - interval '2160 hours' AND j."timestamp" < '${AS_OF}'
        GROUP BY 1 ORDER BY 1`
    )
    const scores = () =>
      sql<Row>(
        getContainer(),
        "SELECT person_id, score_value FROM customer_score ORDER BY 1"
      )
    expect(await scores()).toEqual(plain)
    expect(await calculate([ids[2]!])).toEqual({
      scored: 1,
      changed: 1,
      removed: 0,
    })
    expect(await scores()).toEqual([{ person_id: ids[2], score_value: 0 }])
  })

  it("an order and an answer score their person anew, by events given twice", async () => {
    const id = await person("ann@example.com")
    expect(await scoreOf(id, "engagement")).toMatchObject({ score_value: 0 })
    const order = await placeOrder(getContainer(), store, {
      email: "ann@example.com",
    })
    await eventually(
      async () => (await scoreOf(id, "engagement"))?.score_value === 10
    )
    await feedback(getContainer()).createFeedbacks({
      submitted_by: "ann@example.com",
      submitted_at: new Date(),
      order_id: order.id,
      rating: "four",
    })
    await eventually(
      async () => (await scoreOf(id, "engagement"))?.score_value === 15
    )
    expect(await scoreOf(id, "nps")).toMatchObject({
      score_value: 7.5,
      level: "passive",
    })
    const [profile] = await sql<Row>(
      getContainer(),
      "SELECT country FROM ad_planning_person_profile WHERE person_id = ?",
      [id]
    )
    expect(profile).toEqual({ country: "gb" })
    // A courtesy: the store's own record says it too.
    const [record] = await eventually(async () => {
      const found = await sql<Row>(
        getContainer(),
        "SELECT engagement_score, last_interaction_at FROM person WHERE id = ?",
        [id]
      )
      return found[0]?.engagement_score === 15 && found
    })
    expect(record!.last_interaction_at).not.toBeNull()
  })

  it("a profile has address, tags and metadata, and follows changes of details", async () => {
    const id = await person("ada@example.com", {
      date_of_birth: new Date("1990-05-06T00:00:00Z"),
      metadata: { loyalty: { tier: "gold" } },
    })
    await people(getContainer()).createPersonAddresses({
      person_id: id,
      city: "Lyon",
      country: "France",
    })
    await people(getContainer()).createPersonTags([
      { person_id: id, name: { label: "vip" } },
      { person_id: id, name: { name: "press" } },
    ])
    const profile = await eventually(async () => {
      const [row] = await sql<Row & { tags: string[] }>(
        getContainer(),
        "SELECT * FROM ad_planning_person_profile WHERE person_id = ?",
        [id]
      )
      return row?.tags.length === 2 && row
    })
    expect(profile).toMatchObject({
      country: "fr",
      city: "Lyon",
      birth_date: "1990-05-06",
      tags: ["press", "vip"],
      has_account: false,
      // No path was asked for.
      metadata: {},
    })
    const [record] = await people(getContainer()).listPeople({ id })
    expect(profile.created_at).toEqual(record!.created_at)
  })

  it("who is erased has no profile, score, history or rating", async () => {
    const id = await person("ada@example.com")
    await happened(id, [["purchase", "2026-09-01T10:00:00Z"]])
    await calculate()
    await adPlanning(getContainer()).erasure.erase({
      person_id: id,
      customer_id: null,
      names: [],
      reason: "request",
      requested_by: null,
    })
    for (const table of [
      "ad_planning_person_profile",
      "customer_score",
      "ad_planning_score_history",
    ]) {
      const rows = await sql(
        getContainer(),
        `SELECT id FROM ${table} WHERE person_id = ?`,
        [id]
      )
      expect(rows).toEqual([])
    }
  })
}
