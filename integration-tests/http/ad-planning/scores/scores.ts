import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { adminHeaders } from "../../../helpers/admin-headers"
import { eventually, sql } from "../../../helpers/ad-planning"
import { people } from "../../../helpers/host"
import type { Row } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

export default function suite({ api, getContainer }: StoreContext) {
  let headers: Awaited<ReturnType<typeof adminHeaders>>
  let ids: string[] = []
  beforeAll(async () => {
    headers = await adminHeaders(getContainer())
    const made = await people(getContainer()).createPeople(
      ["a", "b", "c"].map((name) => ({
        first_name: name.toUpperCase(),
        last_name: "Test",
        email: `${name}@example.com`,
      }))
    )
    ids = made.map(({ id }) => id)
    await eventually(async () => (await scores()).length === 3)
    await sql(
      getContainer(),
      `UPDATE customer_score SET score_value = CASE WHEN person_id = ? THEN 30 ELSE 5 END,
              level = CASE WHEN person_id = ? THEN 'high' ELSE 'low' END`,
      [ids[0]!, ids[0]!]
    )
  })
  const scores = () => sql<Row>(getContainer(), "SELECT * FROM customer_score")
  const get = (path: string) =>
    api.get(`/admin/ad-planning/${path}`, {
      ...headers,
      validateStatus: () => true,
    })
  const post = (path: string, body: unknown) =>
    api.post(`/admin/ad-planning/${path}`, body, {
      ...headers,
      validateStatus: () => true,
    })

  it("GET /scores has filters, order, names and places that ties share", async () => {
    const { data } = await get("scores?score_type=engagement")
    expect(data).toMatchObject({ count: 3, offset: 0, limit: 20 })
    expect(
      data.scores.map((row: Row) => [row.rank, row.percentile, row.score_value])
    ).toEqual([
      [1, 200 / 3, 30],
      [2, 0, 5],
      [2, 0, 5],
    ])
    expect(data.scores[0].person).toEqual({
      first_name: "A",
      last_name: "Test",
      email: "a@example.com",
    })
    const high = await get("scores?score_value[$gte]=10&level=high")
    expect(high.data.scores.map((row: Row) => row.person_id)).toEqual([ids[0]])
  })

  it("GET /scores/person/:id, /leaderboard, top-engaged and the profile agree", async () => {
    const one = await get(`scores/person/${ids[0]}`)
    expect(one.data.scores).toMatchObject([
      { score_type: "engagement", score_value: 30, rank: 1 },
    ])
    expect(one.data.history).toMatchObject([
      { score_type: "engagement", score_value: 0 },
    ])
    const board = await get("scores/leaderboard?type=engagement&limit=1")
    expect(board.data).toMatchObject({
      type: "engagement",
      count: 3,
      leaderboard: [{ person_id: ids[0], rank: 1, score_value: 30 }],
    })
    const top = await get("customers/top-engaged?limit=1")
    expect(top.data.customers).toEqual(board.data.leaderboard)
    const { data } = await get(`customers/${ids[0]}/profile`)
    expect(data.profile.scores).toEqual(one.data.scores)
  })

  it("GET /customers lists people with all scores, filtered and searched", async () => {
    const { data } = await get("customers?order=-engagement&limit=1")
    expect(data).toMatchObject({
      count: 3,
      customers: [
        {
          person_id: ids[0],
          person: { email: "a@example.com" },
          orders: { count: 0, last_at: null, by_currency: [] },
          scores: { engagement: { value: 30, level: "high" } },
        },
      ],
    })
    const found = await get("customers?q=B%20Test")
    expect(found.data.customers.map((row: Row) => row.person_id)).toEqual([
      ids[1],
    ])
    const low = await get("customers?engagement_level=low")
    expect(low.data.count).toBe(2)
    const none = await get("customers?country=de")
    expect(none.data).toMatchObject({ count: 0, customers: [] })
    const csv = await api.get("/admin/ad-planning/customers", {
      headers: { ...headers.headers, accept: "text/csv" },
    })
    expect(csv.data.split("\n")[0]).toBe(
      "person_id,first_name,last_name,email,country,city,tags,has_account,created_at,order_count,last_order_at,net_value,nps,nps_level,engagement,engagement_level,clv,clv_level,churn_risk,churn_risk_level"
    )
    expect(csv.data.trim().split("\n")).toHaveLength(4)
  })

  it("POST /scores/calculate/:type: few at once, all in a run that can be asked", async () => {
    const few = await post("scores/calculate/engagement", {
      person_ids: [ids[0]],
    })
    expect([few.status, few.data]).toEqual([
      200,
      { type: "engagement", scored: 1, changed: 1, removed: 0 },
    ])
    const all = await post("scores/calculate/engagement", {})
    expect(all.status).toBe(202)
    expect(all.data.run).toMatchObject({
      type: "engagement",
      status: "running",
    })
    const run = await eventually(async () => {
      const { data } = await get("scores/calculate/engagement")
      return data.run.status === "completed" && data.run
    })
    expect(run).toMatchObject({ scored: 3, error: null })
    const never = await get("scores/calculate/nps")
    expect(never.data.run).toMatchObject({ status: "none", started_at: null })
  })

  it.each([
    ["scores?score_type=hug", "Field 'score_type': "],
    ["scores?unknown=1", "Unrecognized fields: 'unknown'"],
    ["scores?limit=201", "Field 'limit': "],
    ["scores?order=secret", "Field 'order': must be one of: "],
    ["scores?score_value[$like]=1", "Unrecognized fields: '$like'"],
    ["scores/leaderboard?type=love", "Field 'type': "],
    ["customers?country=deu", "Field 'country': must be an ISO 3166 code"],
    ["customers?order=name", "Field 'order': must be one of: "],
    ["customers?q=%00", "Field 'q': contains a NUL character"],
  ])("GET /%s is refused", async (path, message) => {
    const { status, data } = await get(path)
    expect([status, data.type]).toEqual([400, "invalid_data"])
    expect(data.message).toContain(message)
  })

  it.each([
    [{ person_ids: [] }, "Field 'person_ids': "],
    [{ person_ids: ["x".repeat(513)] }, "Field 'person_ids.0': "],
    [{ as_of: "yesterday" }, "Field 'as_of': must be an ISO 8601 instant"],
    [{ as_of: "2999-01-01T00:00:00Z" }, "must not be in the future"],
    [{ everybody: true }, "Unrecognized fields: 'everybody'"],
  ])(
    "POST /scores/calculate/engagement of %j is refused",
    async (body, message) => {
      const before = await scores()
      const { status, data } = await post("scores/calculate/engagement", body)
      expect([status, data.type]).toEqual([400, "invalid_data"])
      expect(data.message).toContain(message)
      expect(await scores()).toEqual(before)
    }
  )

  it("an unknown type and an unknown person are not found", async () => {
    const type = await post("scores/calculate/love", {})
    expect([type.status, type.data.type]).toEqual([404, "not_found"])
    const person = await get("scores/person/nobody")
    expect([person.status, person.data.type]).toEqual([404, "not_found"])
  })

  it("customer_score and person lead to each other by query.graph", async () => {
    const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
    const { data: scored } = await query.graph({
      entity: "customer_score",
      fields: ["score_type", "person.email"],
      filters: { person_id: ids[0] },
    })
    expect(scored).toMatchObject([
      { score_type: "engagement", person: { email: "a@example.com" } },
    ])
    const { data: persons } = await query.graph({
      entity: "person",
      fields: ["id", "customer_scores.score_value"],
      filters: { id: ids[0] },
    })
    expect(persons[0]).toMatchObject({
      customer_scores: [{ score_value: 30 }],
    })
  })
}
