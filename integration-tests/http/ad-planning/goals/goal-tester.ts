import { adminHeaders } from "../../../helpers/admin-headers"
import { asJson } from "../../../helpers/as-json"
import { readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const SIGNUP = {
  name: "Signup",
  goal_type: "custom_event",
  conditions: { event_name: "signup", pathname_pattern: "/join/*" },
  default_value: 5,
  currency: "eur",
}

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    admin = await adminHeaders(getContainer())
  })

  const create = async (body: object): Promise<string> =>
    (await api.post("/admin/ad-planning/goals", ...asJson(admin, body))).data
      .goal.id
  const trial = async (id: string, event: object) => {
    const { status, data } = await api.post(
      `/admin/ad-planning/goals/${id}/test`,
      ...asJson(admin, { event })
    )
    expect(status).toBe(200)
    return data
  }
  const met = { event_name: "signup", pathname: "/join/now" }

  it("says that an event matches, what it is worth, and writes nothing", async () => {
    const id = await create(SIGNUP)
    const before = await readTables(getContainer())
    expect(await trial(id, met)).toEqual({
      goal_id: id,
      matches: true,
      reasons: [],
      conversion_type: "custom",
      value: 5,
      currency: "eur",
      would_label: false,
      wins: true,
      won_by: id,
    })
    expect(await readTables(getContainer())).toEqual(before)
  })

  it("says everything that is against it", async () => {
    const id = await create(SIGNUP)
    expect(await trial(id, { pathname: "/shop" })).toEqual({
      goal_id: id,
      matches: false,
      reasons: [
        {
          condition: "goal_type",
          expected: "custom_event",
          actual: "page_view",
          message: "a custom_event goal is met by a custom event only",
        },
        {
          condition: "event_name",
          expected: "signup",
          actual: null,
          message: "the event has to be called signup, not nothing",
        },
        {
          condition: "pathname_pattern",
          expected: "/join/*",
          actual: "/shop",
          message: "the page /shop is not like /join/*",
        },
      ],
      conversion_type: "custom",
      value: null,
      currency: null,
      would_label: false,
      wins: false,
      won_by: null,
    })
  })

  it("says which goal wins, among those that are active", async () => {
    const id = await create(SIGNUP)
    const other = await create({ ...SIGNUP, priority: 1 })
    expect(await trial(id, met)).toMatchObject({
      matches: true,
      wins: false,
      won_by: other,
      value: 5,
    })
    expect(await trial(other, met)).toMatchObject({
      matches: true,
      wins: true,
      won_by: other,
    })
    await api.put(
      `/admin/ad-planning/goals/${other}`,
      { is_active: false },
      admin
    )
    expect(await trial(id, met)).toMatchObject({ wins: true, won_by: id })
    expect(await trial(other, met)).toMatchObject({
      matches: false,
      reasons: [{ condition: "is_active" }],
      wins: false,
      won_by: id,
    })
  })

  it("tries goals that are switched off, and says so", async () => {
    const id = await create({ ...SIGNUP, is_active: false })
    expect(await trial(id, met)).toMatchObject({
      matches: false,
      reasons: [{ condition: "is_active", expected: true, actual: false }],
      won_by: null,
    })
  })

  it.each([
    ["purchase", "purchase"],
    ["lead_form", "lead_form_submission"],
    ["add_to_cart", "add_to_cart"],
  ])(
    "a %s goal is met by a conversion, which it only labels: %s",
    async (goal_type, conversion_type) => {
      const id = await create({
        name: "x",
        goal_type,
        value_from_event: true,
      })
      expect(
        await trial(id, { conversion_type, value: 9.9, currency: "USD" })
      ).toEqual({
        goal_id: id,
        matches: true,
        reasons: [],
        conversion_type,
        value: 9.9,
        currency: "usd",
        would_label: true,
        wins: true,
        won_by: id,
      })
    }
  )

  it.each<[string, string, object, object]>([
    [
      "an order keeps its own value",
      "purchase",
      { conversion_type: "purchase", value: 9.9, currency: "usd" },
      { value: 9.9, currency: "usd" },
    ],
    [
      "an order without a value has none of the goal",
      "purchase",
      { conversion_type: "purchase" },
      { value: null, currency: null },
    ],
    [
      "a lead is worth what the goal says",
      "lead_form",
      {
        conversion_type: "lead_form_submission",
        value: 9.9,
        currency: "usd",
      },
      { value: 5, currency: "eur" },
    ],
  ])("%s", async (_case, goal_type, event, worth) => {
    const id = await create({ ...SIGNUP, goal_type, conditions: {} })
    expect(await trial(id, event)).toMatchObject({ matches: true, ...worth })
  })

  it("a conversion keeps its own value where the goal sets none", async () => {
    const id = await create({ name: "x", goal_type: "lead_form" })
    const event = { conversion_type: "lead_form_submission", value: 9.9 }
    expect(await trial(id, { ...event, currency: "usd" })).toMatchObject({
      value: 9.9,
      currency: "usd",
    })
    expect(await trial(id, event)).toMatchObject({
      matches: true,
      value: null,
      currency: null,
    })
  })

  it.each<[string, object, string]>([
    ["a page view", { event_type: "pageview" }, "page_view"],
    ["nothing", {}, "page_view"],
    ["a path alone", { pathname: "/x" }, "page_view"],
    ["seconds alone", { seconds: 60 }, "time_on_page"],
    ["scrolling alone", { scroll_percent: 50 }, "scroll_depth"],
    ["a custom event", { event_type: "custom_event" }, "custom_event"],
    ["a checkout", { conversion_type: "begin_checkout" }, "custom_event"],
  ])("takes %s for what it is", async (_case, event, goal_type) => {
    const id = await create({ name: "x", goal_type })
    expect(await trial(id, event)).toMatchObject({ matches: true })
  })

  it("reads seconds and scrolling from metadata, as of a real event", async () => {
    const id = await create({
      name: "x",
      goal_type: "scroll_depth",
      conditions: { min_scroll_percent: 50 },
    })
    const event = (scroll_percent: number) => ({
      conversion_type: "page_engagement",
      metadata: { depth: scroll_percent },
    })
    expect(await trial(id, event(50))).toMatchObject({ matches: true })
    expect(await trial(id, event(49))).toMatchObject({
      reasons: [{ condition: "min_scroll_percent", actual: 49 }],
    })
  })

  it("calls a checkout without a name begin_checkout", async () => {
    const id = await create({
      ...SIGNUP,
      conditions: { event_name: "begin_checkout" },
    })
    expect(
      await trial(id, { conversion_type: "begin_checkout" })
    ).toMatchObject({ matches: true })
    expect(
      await trial(id, {
        conversion_type: "begin_checkout",
        event_name: "express",
      })
    ).toMatchObject({ matches: false })
  })

  it("does not count what was before the goal", async () => {
    const id = await create(SIGNUP)
    expect(
      await trial(id, { ...met, occurred_at: "2026-01-01T00:00:00+02:00" })
    ).toMatchObject({
      matches: false,
      reasons: [
        { condition: "created_at", actual: "2025-12-31T22:00:00.000Z" },
      ],
    })
  })

  it("reads hostile properties and shows them", async () => {
    const id = await create({
      name: "x",
      goal_type: "custom_event",
      conditions: {
        properties: { constructor: "a", "it's": ["%", 5, true] },
      },
    })
    expect(
      await trial(id, { event_name: "x", metadata: { "it's": 5 } })
    ).toMatchObject({
      reasons: [
        {
          condition: "properties.constructor",
          expected: "a",
          actual: null,
          message: "the event has no property constructor",
        },
      ],
    })
    expect(
      await trial(id, {
        event_name: "x",
        metadata: { "it's": "%", constructor: "a" },
      })
    ).toMatchObject({ matches: true })
  })
}
