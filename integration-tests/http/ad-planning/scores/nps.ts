import { aggregateNpsWorkflow } from "../../../../src/workflows/ad-planning/scores/aggregate-nps"
import { createNpsLinkWorkflow } from "../../../../src/workflows/ad-planning/scores/create-nps-link"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { describeUndo } from "../../../helpers/failing-workflow"
import { people } from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { createStore, type TestStore } from "../../../helpers/store"
import { countRows, readTables, type Row } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const MAY = "from=2026-05-01&to=2026-05-31"
const BOTH = "from=2026-05-01&to=2026-06-30"

export default function suite({ api, getContainer }: StoreContext) {
  let store: TestStore
  let headers: Awaited<ReturnType<typeof adminHeaders>>
  let ann = ""
  beforeAll(async () => {
    store = await createStore(getContainer())
    headers = await adminHeaders(getContainer())
    const person = await people(getContainer()).createPeople({
      first_name: "Ann",
      last_name: "Lee",
      email: "ann@example.com",
    })
    ann = person.id
    await eventually(async () => {
      const rows = await sql(getContainer(), "SELECT id FROM customer_score")
      return rows.length === 1
    })
  })

  const get = (path: string) =>
    api.get(`/admin/ad-planning/nps/${path}`, headers)
  const post = (path: string, body: unknown) =>
    api.post(`/admin/ad-planning/nps/${path}`, body, headers)
  const answer = (value: number, answered_at: string, other: object) =>
    post("answers", { value, answered_at, ...other })
  const web = {
    get: (query: string, accept = "application/json") =>
      api.get(`/web/ad-planning/nps?${query}`, {
        headers: { accept },
        validateStatus: () => true,
      }),
    post: (
      body: unknown,
      accept = "application/json",
      type = "application/json"
    ) =>
      api.post("/web/ad-planning/nps", body, {
        headers: { accept, "content-type": type },
        validateStatus: () => true,
      }),
  }

  it("1 star in May and 5 in June: +100 of one, 0 of two, May -100 (case 20)", async () => {
    await sql(
      getContainer(),
      `INSERT INTO ad_planning_rating (id, source_type, source_id, person_id, answered_at, state, scale, value)
       VALUES ('r1', 'feedback', 'f1', ?, '2026-05-10', 'answered', '1-5', 1),
              ('r2', 'feedback', 'f2', ?, '2026-06-10', 'answered', '1-5', 5)`,
      [ann, ann]
    )
    const both = await get(`score?${BOTH}`)
    expect(both.data.score).toMatchObject({
      nps: 100,
      count: 1,
      status: "insufficient_data",
      required: 10,
      all_responses: { nps: 0, count: 2 },
      has_stars: true,
      response_rate: null,
    })
    const may = await get(`score?${MAY}&compare=previous_period`)
    expect(may.data.score).toMatchObject({ nps: -100, count: 1 })
    expect(may.data.previous_score).toMatchObject({ nps: null, margin: null })
    const trends = await get(`trends?${BOTH}&interval=month`)
    expect(trends.data.trends.map((row: Row) => [row.date, row.nps])).toEqual([
      ["2026-05-01", -100],
      ["2026-06-01", 100],
    ])
  })

  it("POST /answers takes answers by person, order and e-mail, once by its id", async () => {
    const order = await placeOrder(getContainer(), store, {
      email: "ann@example.com",
    })
    const one = await answer(9, "2026-05-02T10:00:00Z", {
      id: "survey-1",
      order_id: order.id,
      comment: "Good shirts",
    })
    expect([one.status, one.data.answer]).toEqual([
      200,
      expect.objectContaining({
        source_id: "survey-1",
        person_id: ann,
        order_id: order.id,
        scale: "0-10",
        value: 9,
        comment: "Good shirts",
        answered_at: "2026-05-02T10:00:00.000Z",
      }),
    ])
    const again = await answer(3, "2026-05-03T10:00:00Z", {
      id: "survey-1",
      order_id: order.id,
    })
    expect(again.data.answer).toMatchObject({
      id: one.data.answer.id,
      value: 3,
      comment: null,
      // When it was first answered never moves.
      answered_at: "2026-05-02T10:00:00.000Z",
    })
    await answer(10, "2026-05-04T10:00:00Z", { email: "nobody@example.com" })
    const { data } = await get(`score?${MAY}`)
    expect(data.score).toMatchObject({
      nps: 0,
      count: 2,
      unknown: 1,
      stars: { count: 0, nps: null },
    })
    const [score] = await sql<Row>(
      getContainer(),
      "SELECT score_value, level FROM customer_score WHERE person_id = ? AND score_type = 'nps'",
      [ann]
    )
    expect(score).toEqual({ score_value: 3, level: "detractor" })
    const german = await get(`score?${MAY}&country=de`)
    expect(german.data.score.count).toBe(0)
    const british = await get(`score?${MAY}&country=gb`)
    expect(british.data.score.count).toBe(1)
  })

  it("GET /breakdown has what each group bought, and the latest comments", async () => {
    const order = await placeOrder(getContainer(), store, {
      email: "ann@example.com",
    })
    await eventually(async () => {
      const rows = await sql(
        getContainer(),
        "SELECT id FROM conversion WHERE person_id = ?",
        [ann]
      )
      return rows.length === 1
    })
    await post("answers", { value: 10, comment: "Lovely", order_id: order.id })
    const { data } = await get(
      `breakdown?currency=gbp&from=2026-01-01&to=2027-12-31`
    )
    expect(data.breakdown).toEqual([
      {
        group: "promoter",
        people: 1,
        share: 1,
        buyers: 1,
        orders: 1,
        revenue: 100,
        revenue_per_buyer: 100,
        unconverted: [],
      },
      expect.objectContaining({ group: "passive", people: 0, revenue: 0 }),
      expect.objectContaining({ group: "detractor", people: 0, revenue: 0 }),
    ])
    expect(data.distribution).toEqual([{ scale: "0-10", value: 10, count: 1 }])
    expect(data.comments).toMatchObject([
      {
        comment: "Lovely",
        group: "promoter",
        person: { email: "ann@example.com" },
      },
    ])
  })

  it("a link asks once, records nothing when it is opened, and can be answered again", async () => {
    const order = await placeOrder(getContainer(), store, {
      email: "ann@example.com",
    })
    await eventually(async () => {
      const rows = await sql(
        getContainer(),
        `SELECT profile.id FROM ad_planning_person_profile profile
           JOIN customer_score score USING (person_id)
           JOIN person ON person.id = person_id AND person.engagement_score = 10
          WHERE profile.country = 'gb' AND score.score_value = 10`
      )
      return rows.length === 1
    })
    const { data } = await post("links", { order_id: order.id })
    const { token } = data.link
    expect(data.link.url).toContain(`/web/ad-planning/nps?token=${token}`)
    const retry = await post("links", { order_id: order.id })
    expect(retry.data.link.token).toBe(token)
    const before = await readTables(getContainer())
    const page = await web.get(`token=${token}`, "text/html")
    expect([page.status, page.headers["content-type"]]).toEqual([
      200,
      "text/html; charset=utf-8",
    ])
    expect(page.headers["content-security-policy"]).toContain(
      "default-src 'none'"
    )
    expect(page.data).not.toContain("ann@example.com")
    expect((await web.get(`token=${token}`)).data).toMatchObject({
      question: { value: null },
    })
    expect(await readTables(getContainer())).toEqual(before)
    const sent = await web.post(
      `token=${token}&value=9&comment=Nice+%3Cb%3E`,
      "text/html",
      "application/x-www-form-urlencoded"
    )
    expect([sent.status, sent.data]).toEqual([
      200,
      expect.stringContaining("Thank you"),
    ])
    const changed = await web.post({ token, value: 2 })
    expect([changed.status, changed.data.question.value]).toEqual([200, 2])
    const [rating] = await sql<Row>(
      getContainer(),
      "SELECT * FROM ad_planning_rating"
    )
    expect(rating).toMatchObject({
      state: "answered",
      value: 2,
      person_id: ann,
      order_id: order.id,
    })
    const score = await get("score?from=2026-01-01")
    expect(score.data.score).toMatchObject({
      asked: 1,
      answered_of_asked: 1,
      response_rate: 1,
    })
  })

  it("a link that expired, was not signed, or asks somebody erased is gone", async () => {
    const { data } = await post("links", { person_id: ann })
    const { token } = data.link
    await sql(
      getContainer(),
      "UPDATE ad_planning_rating SET expires_at = now() - interval '1 second'"
    )
    for (const given of [token, `${"0".repeat(32)}.${"0".repeat(64)}`, "x"]) {
      const read = await web.get(`token=${encodeURIComponent(given)}`)
      expect([read.status, read.data.message]).toEqual([
        404,
        "The link is not valid any more",
      ])
      const sent = await web.post({ token: given, value: 9 })
      expect(sent.status).toBe(404)
    }
    await sql(
      getContainer(),
      "UPDATE ad_planning_rating SET expires_at = now() + interval '1 day'"
    )
    expect((await web.get(`token=${token}`)).status).toBe(200)
    await adPlanning(getContainer()).erasure.erase({
      person_id: ann,
      customer_id: null,
      names: [],
      reason: "request",
      requested_by: null,
    })
    expect((await web.post({ token, value: 9 })).status).toBe(404)
    const refused = await post("links", { person_id: ann })
    expect([refused.status, refused.data.type]).toEqual([400, "not_allowed"])
    expect((await countRows(getContainer())).ad_planning_rating).toBe(0)
  })

  it.each([
    [{ token: "t", value: 11 }, "Field 'value': "],
    [{ token: "t", value: 1.5 }, "Field 'value': "],
    [{ token: "t", value: "<script>" }, "Field 'value': "],
    [{ token: "t" }, "Field 'value': "],
    [{ value: 1 }, "Field 'token': "],
    [
      { token: "t", value: 1, person_id: "x" },
      "Unrecognized fields: 'person_id'",
    ],
    [{ token: "t", value: 1, comment: "x".repeat(4_001) }, "Field 'comment': "],
  ])("POST /web/ad-planning/nps of %# is refused", async (body, message) => {
    const { status, data } = await web.post(body)
    expect([status, data.type]).toEqual([400, "invalid_data"])
    expect(data.message).toContain(message)
  })

  it("a body that is no answer shows the page again, and hostile tokens none of theirs", async () => {
    const { status, data } = await web.post(
      `token=${encodeURIComponent('"><script>alert(1)</script>')}`,
      "text/html",
      "application/x-www-form-urlencoded"
    )
    expect(status).toBe(400)
    expect(data).not.toContain("<script>")
    expect((await web.post("x".repeat(40_000))).status).toBe(413)
  })

  it.each([
    [
      { value: 10 },
      "one of person_id, order_id, customer_id, email is required",
    ],
    [{ value: 10.5, email: "a@b.c" }, "Field 'value': "],
    [
      { value: "10", email: "a@example.com" },
      "Field 'value': must be a number",
    ],
    [{ value: 1, email: "nobody" }, "Field 'email': must be an e-mail"],
    [
      { value: 1, email: "a@example.com", scale: "1-5" },
      "Unrecognized fields: 'scale'",
    ],
    [
      { value: 1, email: "a@example.com", answered_at: "2999-01-01T00:00:00Z" },
      "must not be in the future",
    ],
    [{ value: 1, email: "a@example.com", comment: "a\u0000b" }, "NUL"],
  ])("POST /answers of %j is refused", async (body, message) => {
    const { status, data } = await post("answers", body)
    expect([status, data.type]).toEqual([400, "invalid_data"])
    expect(data.message).toContain(message)
    expect((await countRows(getContainer())).ad_planning_rating).toBe(0)
  })

  it("what there is not is not found", async () => {
    for (const body of [
      { person_id: "nobody" },
      { order_id: "order_0" },
      { customer_id: "cus_0" },
    ]) {
      const { status } = await post("answers", { value: 1, ...body })
      expect(status).toBe(404)
    }
    const neither = await post("links", {})
    expect([neither.status, neither.data.message]).toEqual([
      400,
      "Invalid request: exactly one of order_id and person_id is required",
    ])
  })

  it("snapshots are of the trailing window, and made twice the same", async () => {
    await answer(10, "2026-05-02T10:00:00Z", { person_id: ann })
    const run = async () =>
      (
        await aggregateNpsWorkflow(getContainer()).run({
          input: { as_of: "2026-05-04T06:00:00Z", days: 2 },
        })
      ).result
    expect(await run()).toEqual({ days: 2, changed: 2 })
    const before = await readTables(getContainer(), [
      "ad_planning_nps_snapshot",
    ])
    expect(
      before.ad_planning_nps_snapshot!.toSorted((a, b) =>
        `${a.day}`.localeCompare(`${b.day}`)
      )
    ).toMatchObject([
      { day: "2026-05-02", scope: "store", promoters: 1, nps: 100 },
      { day: "2026-05-03", scope: "store", promoters: 1, nps: 100 },
    ])
    expect(await run()).toEqual({ days: 2, changed: 0 })
    expect(
      await readTables(getContainer(), ["ad_planning_nps_snapshot"])
    ).toEqual(before)
    const { data } = await get(`trends?${MAY}`)
    expect(data.snapshots).toMatchObject([
      { day: "2026-05-02", nps: 100 },
      { day: "2026-05-03", nps: 100 },
    ])
  })

  it("GET /by-segment has the answers of each segment's members", async () => {
    await answer(10, "2026-05-02T10:00:00Z", { person_id: ann })
    const segment = await adPlanning(getContainer()).createCustomerSegments({
      name: "Everybody",
      segment_type: "custom",
      criteria: {},
    })
    await sql(
      getContainer(),
      "INSERT INTO segment_member (id, segment_id, person_id, added_reason, added_at) VALUES ('m1', ?, ?, 'manual', now())",
      [segment.id, ann]
    )
    const { data } = await get(`by-segment?${MAY}`)
    expect(data.segments).toMatchObject([
      { segment_id: segment.id, name: "Everybody", nps: 100, count: 1 },
    ])
    const one = await get(`score?${MAY}&segment_id=${segment.id}`)
    expect(one.data.score).toMatchObject({ nps: 100, count: 1 })
  })

  describeUndo(getContainer, createNpsLinkWorkflow, [
    [
      "a new question",
      async () => ({ person_id: ann }),
      ["ad_planning_rating"],
    ],
  ])
}
