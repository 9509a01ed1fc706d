import type { InferTypeOf } from "@medusajs/framework/types"
import type Conversion from "../../../../src/modules/ad-planning/models/conversion"
import { GOAL_TYPES } from "../../../../src/modules/ad-planning/types"
import { adminHeaders } from "../../../helpers/admin-headers"
import { asJson } from "../../../helpers/as-json"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { HOSTILE_TEXTS } from "../../../helpers/facts"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"

const NO_CONVERSIONS = { conversions: 0, last_converted_at: null, values: [] }

/** What `{ name, goal_type }` alone makes. */
const PLAIN = {
  id: expect.stringMatching(/^convgoal_/),
  name: "Newsletter",
  goal_type: "custom_event",
  conditions: {},
  default_value: null,
  raw_default_value: null,
  currency: null,
  value_from_event: false,
  is_active: true,
  is_primary: false,
  priority: 0,
  website_id: null,
  created_at: expect.any(String),
  updated_at: expect.any(String),
  counters: NO_CONVERSIONS,
}

const FULL = {
  name: "Big signup",
  goal_type: "custom_event",
  conditions: {
    event_name: "signup",
    pathname_pattern: "/join/*",
    min_seconds: 5,
    min_scroll_percent: 10,
    properties: { plan: ["pro", "team"], beta: true, "order.seats": 5 },
  },
  default_value: 12.5,
  currency: "EUR",
  value_from_event: true,
  is_active: false,
  is_primary: true,
  priority: 7,
  website_id: "web_a",
}

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    admin = await adminHeaders(getContainer())
  })

  const url = (path: string) => `/admin/ad-planning/goals${path}`
  const get = (path = "") => api.get(url(path), admin)
  const post = (path: string, body: object) =>
    api.post(url(path), ...asJson(admin, body))
  const create = async (body: object) => {
    const { status, data } = await post("", body)
    expect({ status, type: data.type }).toEqual({ status: 200 })
    return data.goal
  }
  const service = () => adPlanning(getContainer())
  const convert = (
    goal_id: string,
    key: string,
    other: Partial<InferTypeOf<typeof Conversion>>
  ) =>
    service().createConversions({
      conversion_type: "custom",
      source: "pixel",
      idempotency_key: key,
      goal_id,
      converted_at: new Date("2026-10-01T10:00:00Z"),
      ...other,
    })

  describe("POST /goals", () => {
    it("takes a name and a type", async () => {
      const goal = await create({
        name: " Newsletter ",
        goal_type: "custom_event",
      })
      expect(goal).toEqual(PLAIN)
      const { data } = await get(`/${goal.id}`)
      expect(data).toEqual({ goal })
    })

    it("takes everything that a goal has", async () => {
      expect(await create(FULL)).toEqual({
        ...PLAIN,
        ...FULL,
        currency: "eur",
        raw_default_value: { value: "12.5", precision: 20 },
      })
    })

    itAll(
      "takes every type",
      GOAL_TYPES.map((type): [string] => [type]),
      async (goal_type) => {
        const goal = await create({ name: goal_type, goal_type })
        expect(goal).toEqual({ ...PLAIN, name: goal_type, goal_type })
      }
    )

    itAll(
      "keeps a hostile text as it is",
      HOSTILE_TEXTS.filter((text) => text !== "__proto__").map(
        (text): [string] => [text]
      ),
      async (text) => {
        const conditions = {
          event_name: text,
          pathname_pattern: `/${text.replace(/[?#]/g, "")}*`,
          properties: { [text]: text },
        }
        const goal = await create({
          name: text,
          goal_type: "custom_event",
          conditions,
          website_id: text,
        })
        const [row] = await sql(
          getContainer(),
          `SELECT name, website_id, conditions FROM conversion_goal WHERE id = ?`,
          [goal.id]
        )
        expect(row).toEqual({ name: text, website_id: text, conditions })
        expect(JSON.stringify(goal.conditions.properties)).toBe(
          JSON.stringify(conditions.properties)
        )
        const { data } = await get(
          `?name=${encodeURIComponent(text)}&website_id=${encodeURIComponent(text)}`
        )
        expect(data.goals.map(({ id }: { id: string }) => id)).toEqual([
          goal.id,
        ])
      }
    )
  })

  describe.each(["POST", "PUT"] as const)("%s /goals/:id", (method) => {
    const change = (id: string, body: object) =>
      api.request({ ...admin, method, url: url(`/${id}`), data: body })

    it("changes what is named and leaves the rest", async () => {
      const before = await create(FULL)
      const { status, data } = await change(before.id, { name: "Renamed" })
      expect(status).toBe(200)
      expect(data.goal).toEqual({
        ...before,
        name: "Renamed",
        updated_at: expect.any(String),
      })
      expect(data.goal.updated_at > before.updated_at).toBe(true)
      expect((await get(`/${before.id}`)).data.goal).toEqual(data.goal)
    })

    it("replaces conditions: what is left out is gone", async () => {
      const { id } = await create(FULL)
      const conditions = { properties: { plan: "pro" } }
      const { data } = await change(id, { conditions })
      expect(data.goal.conditions).toEqual(conditions)
      expect(
        await sql(getContainer(), `SELECT conditions FROM conversion_goal`)
      ).toEqual([{ conditions }])
      const emptied = await change(id, { conditions: {} })
      expect(emptied.data.goal.conditions).toEqual({})
    })

    it("changes an amount and both its columns, and clears with null", async () => {
      const { id } = await create(FULL)
      const changed = await change(id, {
        default_value: 0.1,
        currency: "USD",
      })
      expect(changed.data.goal).toMatchObject({
        default_value: 0.1,
        raw_default_value: { value: "0.1", precision: 20 },
        currency: "usd",
      })
      const cleared = await change(id, {
        default_value: null,
        currency: null,
        website_id: null,
      })
      expect(cleared.data.goal).toMatchObject({
        default_value: null,
        raw_default_value: null,
        currency: null,
        website_id: null,
        name: FULL.name,
      })
    })

    it("changes one goal only", async () => {
      const other = await create({ ...FULL, name: "Other" })
      const { id } = await create(FULL)
      await change(id, { name: "x", conditions: {}, priority: 0 })
      expect((await get(`/${other.id}`)).data.goal).toEqual(other)
    })
  })

  describe("DELETE /goals/:id", () => {
    it("deletes one goal; its conversions stay and still name it", async () => {
      const gone = await create(FULL)
      const other = await create({ name: "Other", goal_type: "page_view" })
      await convert(gone.id, "a", {})
      await convert(other.id, "b", {})
      const { status, data } = await api.delete(url(`/${gone.id}`), admin)
      expect({ status, data }).toEqual({
        status: 200,
        data: { id: gone.id, object: "conversion_goal", deleted: true },
      })
      expect((await get()).data).toMatchObject({
        count: 1,
        goals: [{ id: other.id, counters: { conversions: 1 } }],
      })
      expect(
        await sql(
          getContainer(),
          `SELECT goal_id FROM conversion WHERE deleted_at IS NULL ORDER BY idempotency_key`
        )
      ).toEqual([{ goal_id: gone.id }, { goal_id: other.id }])
    })

    it("of a deleted goal nothing is found, changed or tried any more", async () => {
      const { id } = await create({ name: "x", goal_type: "page_view" })
      await api.delete(url(`/${id}`), admin)
      const answers = [
        await get(`/${id}`),
        await post(`/${id}`, { name: "y" }),
        await api.put(url(`/${id}`), { name: "y" }, admin),
        await post(`/${id}/test`, { event: {} }),
        await api.delete(url(`/${id}`), admin),
      ]
      expect(answers.map(({ status, data }) => ({ status, ...data }))).toEqual(
        answers.map(() => ({
          status: 404,
          type: "not_found",
          message: `ConversionGoal with id: ${id} was not found`,
        }))
      )
      expect(await service().goals.activeGoals()).toEqual([])
    })
  })

  describe("GET /goals", () => {
    const names = async (query: string) =>
      (await get(query)).data.goals.map((row: { name: string }) => row.name)

    it("answers pages with count, offset and limit", async () => {
      expect((await get()).data).toEqual({
        goals: [],
        count: 0,
        offset: 0,
        limit: 20,
      })
      for (const name of ["a", "b", "c"]) {
        await create({ name, goal_type: "page_view" })
      }
      const { data } = await get("?limit=1&offset=1&order=-name&fields=name")
      expect(data).toEqual({
        goals: [
          {
            id: expect.any(String),
            name: "b",
            counters: NO_CONVERSIONS,
          },
        ],
        count: 3,
        offset: 1,
        limit: 1,
      })
    })

    it("filters, and orders by what is newest", async () => {
      await create({ ...FULL, name: "full" })
      await create({
        name: "view",
        goal_type: "page_view",
        website_id: "web_b",
      })
      await create({
        name: "lead",
        goal_type: "lead_form",
        is_primary: true,
      })
      const answers: Record<string, string[]> = {
        "": ["lead", "view", "full"],
        "?order=name": ["full", "lead", "view"],
        "?order=-priority&limit=1": ["full"],
        "?goal_type=page_view": ["view"],
        "?goal_type=page_view&goal_type=lead_form": ["lead", "view"],
        "?is_active=false": ["full"],
        "?is_active=true": ["lead", "view"],
        "?is_primary=true": ["lead", "full"],
        "?is_primary=true&is_active=true": ["lead"],
        "?website_id=web_b": ["view"],
        "?website_id=web_b&website_id=web_a": ["view", "full"],
        "?name=lead": ["lead"],
        "?name=nobody": [],
      }
      for (const [query, expected] of Object.entries(answers)) {
        expect([query, await names(query)]).toEqual([query, expected])
      }
    })
  })

  describe("counters", () => {
    const at = (day: string) => new Date(`2026-10-${day}T10:00:00Z`)

    it("count conversions, the last of them, and money by currency", async () => {
      const goal = await create({ name: "Sale", goal_type: "purchase" })
      const other = await create({ name: "Other", goal_type: "page_view" })
      const order = {
        conversion_type: "purchase",
        source: "order",
        currency: "eur",
      } as const
      await convert(goal.id, "o1", {
        ...order,
        converted_at: at("02"),
        conversion_value: 100,
        net_value: 60.5,
      })
      await convert(goal.id, "o2", {
        ...order,
        converted_at: at("03"),
        conversion_value: 10,
        net_value: 10.25,
      })
      await convert(goal.id, "o3", {
        ...order,
        converted_at: at("01"),
        currency: "usd",
        conversion_value: 7,
        net_value: 7,
      })
      // Canceled: no conversion, and the newest of all.
      await convert(goal.id, "o4", {
        ...order,
        converted_at: at("09"),
        canceled_at: at("10"),
        conversion_value: 50,
        net_value: 0,
      })
      // No purchase: worth what it says, and worth nothing.
      await convert(goal.id, "c1", {
        converted_at: at("04"),
        currency: "eur",
        conversion_value: 5,
        net_value: 1_000,
      })
      await convert(goal.id, "c2", { converted_at: at("05") })
      await convert(other.id, "c3", { converted_at: at("08") })
      const deleted = await convert(goal.id, "c4", {
        converted_at: at("07"),
        currency: "eur",
        conversion_value: 9,
      })
      await service().softDeleteConversions(deleted.id)

      const counters = {
        conversions: 5,
        last_converted_at: at("05").toISOString(),
        values: [
          { currency: "eur", value: 75.75 },
          { currency: "usd", value: 7 },
        ],
      }
      expect((await get(`/${goal.id}`)).data.goal.counters).toEqual(counters)
      const { data } = await get("?order=name")
      expect(
        data.goals.map((row: { counters: object }) => row.counters)
      ).toEqual([
        {
          conversions: 1,
          last_converted_at: at("08").toISOString(),
          values: [],
        },
        counters,
      ])
    })

    it("are of canceled orders only: none", async () => {
      const goal = await create({ name: "Sale", goal_type: "purchase" })
      await convert(goal.id, "o", {
        conversion_type: "purchase",
        canceled_at: at("10"),
        currency: "eur",
        conversion_value: 50,
        net_value: 0,
      })
      expect((await get(`/${goal.id}`)).data.goal.counters).toEqual({
        conversions: 0,
        last_converted_at: null,
        values: [{ currency: "eur", value: 0 }],
      })
    })

    it("are one statement for a page, and none of no goals", async () => {
      expect(await service().goals.goalCounters([])).toEqual(new Map())
      expect(
        await service().goals.goalCounters(["constructor", "__proto__", "?"])
      ).toEqual(
        new Map(
          ["constructor", "__proto__", "?"].map((id) => [id, NO_CONVERSIONS])
        )
      )
    })
  })

  describe("activeGoals", () => {
    it("are exact, and without those that are off or deleted", async () => {
      await create({ ...FULL, name: "off" })
      const { id: deleted } = await create({ ...FULL, is_active: true })
      await api.delete(url(`/${deleted}`), admin)
      await create({ name: "low", goal_type: "page_view" })
      const on = await create({ ...FULL, is_active: true, name: "on" })
      const [first, ...others] = await service().goals.activeGoals()
      expect(first).toEqual({
        ...FULL,
        id: on.id,
        name: "on",
        is_active: true,
        default_value: "12.5",
        currency: "eur",
        created_at: new Date(on.created_at),
      })
      expect(others.map(({ name }) => name)).toEqual(["low"])
    })
  })
}
