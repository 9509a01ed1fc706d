import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { emailHash } from "../../../../src/modules/ad-planning/utils/identity/email-hash"
import type { TouchFact } from "../../../../src/modules/ad-planning/types"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import {
  campaignFact,
  identityFact,
  journeyFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import { createCampaigns, forms, people, visit } from "../../../helpers/host"
import { itAll } from "../../../helpers/it-all"
import { placeOrder } from "../../../helpers/orders"
import { createStore } from "../../../helpers/store"
import { countRows } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const PERSON = "person_1"

const on = (day: string, time = "12:00:00") =>
  new Date(`2026-${day}T${time}.000Z`)

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })

  const get = (path: string) =>
    api.get(`/admin/ad-planning${path}`, {
      ...admin,
      validateStatus: () => true,
    })
  const profileOf = async (id: string) => {
    const { status, data } = await get(`/customers/${id}/profile`)
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data.profile
  }

  it("from an anonymous page view to an order: one person, and the campaign that brought them", async () => {
    const container = getContainer()
    const store = await createStore(container)
    const [campaign] = await createCampaigns(container, ["Summer Sale"])
    await eventually(async () => {
      const rows = await sql(container, `SELECT 1 FROM ad_planning_campaign`)
      return rows.length === 1
    })
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    const arrived = ago(50)
    await visit(container, {
      visitor_id: "v",
      session_id: "s",
      started_at: arrived.toISOString(),
      query:
        "utm_source=facebook&utm_medium=paid_social&utm_campaign=summer_sale",
    })
    const form = await forms(container).createForms({
      handle: "newsletter",
      name: "Newsletter",
      website_id: "site",
    })
    await forms(container).createFormResponses({
      form_id: form.id,
      email: "ada@example.com",
      data: {},
      submitted_at: ago(49),
      metadata: { visitor_id: "v", session_id: "s" },
    })
    const order = await placeOrder(container, store, {
      email: "ADA@EXAMPLE.COM",
    })

    const timeline = await eventually(async () => {
      const rows = await adPlanning(container).listCustomerJourneys(
        {},
        { order: { timestamp: "ASC" } }
      )
      const person = rows[0]?.person_id
      const isOneOfAll =
        rows.length === 3 &&
        person &&
        rows.every(({ person_id }) => person_id === person)
      return isOneOfAll ? rows : null
    })
    const [person] = await people(container).listPeople({})
    expect(timeline[0]).toMatchObject({
      event_type: "page_view",
      visitor_id: "v",
      timestamp: arrived,
      person_id: person!.id,
      ad_campaign_id: campaign!.id,
    })
    expect(await people(container).listPeople({})).toHaveLength(1)

    const touch = {
      ad_campaign_id: campaign!.id,
      campaign_name: "Summer Sale",
      channel_group: "Paid Social",
      platform: "meta",
      utm_source: "facebook",
      utm_medium: "paid_social",
      at: arrived.toISOString(),
    }
    const placed = timeline[2]!.timestamp.toISOString()
    expect(await profileOf(person!.id)).toEqual({
      person_id: person!.id,
      person: {
        first_name: "Ann",
        last_name: "Lee",
        email: expect.stringMatching(/^ada@example\.com$/i),
        created_at: expect.any(String),
      },
      first_seen_at: arrived.toISOString(),
      last_seen_at: placed,
      touchpoints: 3,
      identities: expect.arrayContaining([
        {
          id: expect.any(String),
          kind: "visitor",
          value: "v",
          source: "form_response",
          valid_from: timeline[1]!.timestamp.toISOString(),
        },
      ]),
      orders: {
        count: 1,
        first_at: placed,
        last_at: placed,
        by_currency: [
          { currency: "gbp", count: 1, net_value: 100, average_value: 100 },
        ],
      },
      acquisition: touch,
      last_touch: touch,
      scores: [],
      segments: [],
      sentiment: null,
    })
    const period = `from=${ago(72).toISOString()}&to=${ago(-1).toISOString()}`
    const { data: funnel } = await get(
      `/journey/funnel?steps=page_view,form_submit,purchase&window_days=3&${period}&as_of=${ago(-96).toISOString()}`
    )
    expect(funnel.steps.map(({ count }: { count: number }) => count)).toEqual([
      1, 1, 1,
    ])
    const { data: paths } = await get(
      `/journey/paths?window_days=3&${period}&as_of=${ago(-96).toISOString()}`
    )
    expect(paths.paths).toEqual([
      {
        steps: ["page_view", "form_submit", "purchase"],
        end: "(left)",
        count: 1,
        share: 1,
      },
    ])
    const { data: read } = await get(
      `/customers/${person!.id}/interactions?order=timestamp`
    )
    expect(
      read.interactions.map(
        ({ event_type, source_id }: Record<string, string>) =>
          event_type === "purchase" ? source_id : event_type
      )
    ).toEqual(["page_view", "form_submit", order.id])
  })

  describe("GET /customers/:id/profile", () => {
    const touch = (
      session: string,
      day: string,
      other: Partial<TouchFact> = {}
    ) => touchFact(session, { started_at: on(day), ...other })
    /** What an order carries of a visit that nobody recorded. */
    const stamp = (order_id: string, day: string) =>
      touch("", day, {
        touch_key: `order:${order_id}`,
        source: "order",
        session_id: null,
        order_id,
        confidence: "undated",
        utm_campaign: "Elsewhere",
      })
    const buy = (
      id: string,
      day: string,
      other: Parameters<typeof purchaseFact>[1] = {}
    ) =>
      adPlanning(getContainer()).purchases.syncPurchases(
        [
          purchaseFact(id, {
            email_hash: null,
            converted_at: on(day),
            ...other,
          }),
        ],
        []
      )
    const money = (net: string) => ({
      value: { amount: net, tax: "0", shipping: "0", discount: "0" },
      net: { amount: net, tax: "0", shipping: "0" },
      adjustments: [],
    })

    beforeEach(async () => {
      await adPlanning(getContainer()).identity.syncIdentityLinks([
        identityFact("visitor", "v", PERSON),
      ])
      await adPlanning(getContainer()).journeys.syncJourneys(
        [journeyFact("e1")],
        []
      )
    })

    it("counts orders by currency, without cancelled ones", async () => {
      await buy("o1", "10-02", { money: money("100.25") })
      await buy("o2", "10-05", { money: money("50") })
      await buy("o3", "10-04", { money: money("0") })
      await buy("o4", "10-09", { currency: "jpy", money: money("1200") })
      await buy("o5", "09-01", { canceled_at: on("09-02") })
      await buy("o6", "10-30", { visitor_id: "somebody else" })
      const { orders, touchpoints, first_seen_at, last_seen_at } =
        await profileOf(PERSON)
      expect(orders).toEqual({
        count: 4,
        first_at: "2026-10-02T12:00:00.000Z",
        last_at: "2026-10-09T12:00:00.000Z",
        by_currency: [
          {
            currency: "gbp",
            count: 3,
            net_value: 150.25,
            average_value: expect.closeTo(50.083333, 6),
          },
          {
            currency: "jpy",
            count: 1,
            net_value: 1200,
            average_value: 1200,
          },
        ],
      })
      expect({ touchpoints, first_seen_at, last_seen_at }).toEqual({
        touchpoints: 6,
        first_seen_at: "2026-09-01T12:00:00.000Z",
        last_seen_at: "2026-10-09T12:00:00.000Z",
      })
    })

    it("names the touch that brought them to their first purchase, and the last one", async () => {
      const service = adPlanning(getContainer())
      const from = (profile: Record<string, { at: string } | null>) => [
        profile.acquisition?.at ?? null,
        profile.last_touch?.at ?? null,
      ]
      const time = (day: string) => `2026-${day}T12:00:00.000Z`
      expect(from(await profileOf(PERSON))).toEqual([null, null])

      await service.touches.syncTouches(
        [touch("old", "08-01"), touch("last", "10-20")],
        []
      )
      expect(from(await profileOf(PERSON))).toEqual([
        time("08-01"),
        time("10-20"),
      ])

      // Bought on 15 October: the touch of August is out of the lookback.
      await service.touches.syncTouches(
        [touch("first", "10-01"), touch("second", "10-10")],
        []
      )
      await buy("o1", "10-15")
      expect(from(await profileOf(PERSON))).toEqual([
        time("10-01"),
        time("10-20"),
      ])

      // Their stamps say that something brought them before they came.
      await buy("o1", "10-15", { touch: stamp("o1", "10-15") })
      await buy("o2", "10-25", { touch: stamp("o2", "10-25") })
      expect(from(await profileOf(PERSON))).toEqual([
        time("10-15"),
        time("10-20"),
      ])

      // An order before all of them, without a touch in its lookback.
      await buy("o0", "06-01")
      expect(from(await profileOf(PERSON))).toEqual([
        time("08-01"),
        time("10-20"),
      ])

      // A stamp alone is first and last.
      await service.identity.syncIdentityLinks([
        identityFact("visitor", "w", "person_2"),
      ])
      await buy("o3", "10-25", {
        visitor_id: "w",
        touch: { ...stamp("o3", "10-25"), visitor_id: "w" },
      })
      expect(from(await profileOf("person_2"))).toEqual([
        time("10-25"),
        time("10-25"),
      ])
    })

    it("names the campaign of a touch, and whence it came", async () => {
      const service = adPlanning(getContainer())
      await service.campaigns.syncCampaigns([campaignFact("camp", "Sale")])
      await service.touches.syncTouches(
        [touch("s", "10-01", { utm_source: "fb", utm_medium: "cpc" })],
        []
      )
      await sql(
        getContainer(),
        `UPDATE campaign_attribution SET ad_campaign_id = 'camp'`
      )
      const { acquisition } = await profileOf(PERSON)
      expect(acquisition).toEqual({
        ad_campaign_id: "camp",
        campaign_name: "Sale",
        channel_group: "Unassigned",
        platform: "generic",
        utm_source: "fb",
        utm_medium: "cpc",
        at: "2026-10-01T12:00:00.000Z",
      })
    })

    it("lists each identifier once, e-mails without their hash, none that was revoked", async () => {
      const service = adPlanning(getContainer())
      const hash = emailHash("ada@example.com", service.options.secret)!
      await service.identity.syncIdentityLinks([
        identityFact("visitor", "v", PERSON, { valid_from: on("02-01") }),
        identityFact("email", hash, PERSON, { valid_from: on("03-01") }),
        identityFact("customer", "cus_1", PERSON, {
          valid_from: on("04-01"),
        }),
        identityFact("visitor", "theirs", "person_2"),
        identityFact("visitor", "lost", PERSON, { valid_from: on("05-01") }),
      ])
      await sql(
        getContainer(),
        `UPDATE ad_planning_identity_link SET revoked_at = now() WHERE value = 'lost'`
      )
      const profile = await profileOf(PERSON)
      expect(
        profile.identities.map(
          ({ kind, value, source, valid_from }: Record<string, string>) => [
            kind,
            value,
            source,
            valid_from!.slice(0, 10),
          ]
        )
      ).toEqual([
        ["visitor", "v", "person", "2026-01-01"],
        ["email", null, "person", "2026-03-01"],
        ["customer", "cus_1", "person", "2026-04-01"],
      ])
      expect(JSON.stringify(profile)).not.toContain(hash)
    })

    it("of somebody without anything is empty, and asks as often for much as for little", async () => {
      const { id } = await people(getContainer()).createPeople({
        first_name: "Ada",
        last_name: "L",
      })
      expect(await profileOf(id)).toMatchObject({
        person_id: id,
        person: { first_name: "Ada", last_name: "L", email: null },
        first_seen_at: null,
        last_seen_at: null,
        touchpoints: 0,
        orders: { count: 0, first_at: null, last_at: null, by_currency: [] },
        acquisition: null,
        last_touch: null,
      })

      const connection = getContainer().resolve(
        ContainerRegistrationKeys.PG_CONNECTION
      )
      let statements = 0
      const count = () => (statements += 1)
      const asked = async (path: string) => {
        statements = 0
        connection.on("query", count)
        const { status } = await get(path)
        connection.off("query", count)
        expect(status).toBe(200)
        return statements
      }
      const service = adPlanning(getContainer())
      const fill = async (from: number, to: number) => {
        const ids = Array.from(
          { length: to - from },
          (_, index) => `${from + index}`
        )
        await service.journeys.syncJourneys(
          ids.map((number) => journeyFact(`e${number}`)),
          []
        )
        await service.touches.syncTouches(
          ids.map((number) => touch(`s${number}`, "10-01")),
          []
        )
        await service.purchases.syncPurchases(
          ids.map((number) => purchaseFact(`o${number}`, { email_hash: null })),
          []
        )
      }
      await fill(0, 2)
      const paths = ["profile", "interactions?limit=200"].map(
        (path) => `/customers/${PERSON}/${path}`
      )
      const few = [await asked(paths[0]!), await asked(paths[1]!)]
      await fill(2, 60)
      expect([await asked(paths[0]!), await asked(paths[1]!)]).toEqual(few)
      expect(Math.min(...few)).toBeGreaterThan(0)
    })
  })

  describe("GET /customers/:id/interactions", () => {
    const MINUTE_MS = 60_000
    const sourceIds = (rows: { source_id: string }[]) =>
      rows.map(({ source_id }) => source_id)

    beforeEach(async () => {
      const service = adPlanning(getContainer())
      await service.campaigns.syncCampaigns([campaignFact("camp", "Sale")])
      await service.identity.syncIdentityLinks([
        identityFact("visitor", "v", PERSON),
        identityFact("visitor", "w", "person_2"),
      ])
      await service.journeys.syncJourneys(
        [
          ...[1, 2, 3, 4].map((number) =>
            journeyFact(`e${number}`, {
              timestamp: new Date(on("10-01").getTime() + number * MINUTE_MS),
              ...(number === 3
                ? { event_type: "add_to_cart", stage: "consideration" }
                : {}),
              ...(number === 4 ? { channel: "social" } : {}),
            })
          ),
          journeyFact("other", { visitor_id: "w" }),
        ],
        []
      )
      await sql(
        getContainer(),
        `UPDATE customer_journey SET ad_campaign_id = 'camp' WHERE source_id = 'e2'`
      )
    })

    it("is the timeline as a list, with campaigns", async () => {
      const { status, data } = await get(`/customers/${PERSON}/interactions`)
      expect(status).toBe(200)
      expect({ ...data, interactions: undefined }).toEqual({
        count: 4,
        offset: 0,
        limit: 20,
      })
      const { data: timeline } = await get(`/journey/person/${PERSON}`)
      expect(data.interactions).toEqual(
        timeline.journeys.map((row: { source_id: string }) => ({
          ...row,
          ad_campaign:
            row.source_id === "e2" ? { id: "camp", name: "Sale" } : null,
        }))
      )
      expect(sourceIds(data.interactions)).toEqual(["e4", "e3", "e2", "e1"])
    })

    itAll(
      "filters, orders and pages",
      [
        ["order=timestamp&limit=2", ["e1", "e2"], 4],
        ["order=timestamp&limit=2&offset=2", ["e3", "e4"], 4],
        ["offset=4", [], 4],
        ["limit=0", [], 4],
        ["event_type=add_to_cart", ["e3"], 1],
        ["stage=consideration", ["e3"], 1],
        ["channel=social", ["e4"], 1],
        ["event_type=page_view&event_type=add_to_cart&limit=1", ["e4"], 4],
        ["source_type=order", [], 0],
        [
          "timestamp[$gte]=2026-10-01T12:02:00Z&timestamp[$lt]=2026-10-01T12:04:00Z",
          ["e3", "e2"],
          2,
        ],
      ] as [string, string[], number][],
      async (query, expected, count) => {
        const { status, data } = await get(
          `/customers/${PERSON}/interactions?${query}`
        )
        expect(status).toBe(200)
        expect(sourceIds(data.interactions)).toEqual(expected)
        expect(data.count).toBe(count)
      }
    )
  })

  describe("GET /customers/at-risk and /top-engaged", () => {
    it("are empty without scores", async () => {
      for (const path of ["at-risk", "top-engaged"]) {
        const { status, data } = await get(
          `/customers/${path}?limit=5&offset=10`
        )
        expect({ status, data }).toEqual({
          status: 200,
          data: {
            customers: [],
            count: 0,
            offset: 10,
            limit: 5,
            ...(path === "at-risk" ? { value_at_stake: null } : {}),
          },
        })
      }
    })
  })

  it("knows nobody whom neither a touchpoint nor a record names", async () => {
    const before = await countRows(getContainer())
    for (const id of ["person_x", "constructor", "__proto__", "%", "'", "\0"]) {
      for (const path of ["profile", "interactions"]) {
        const { status, data } = await get(
          `/customers/${encodeURIComponent(id)}/${path}`
        )
        expect({ status, data }).toEqual({
          status: 404,
          data: {
            type: "not_found",
            message: `Person with id: ${id} was not found`,
          },
        })
      }
    }
    expect(await countRows(getContainer())).toEqual(before)
  })

  const NO_ORDER = "Field 'order': must be one of: timestamp"
  const LIMITS: [string, string][] = [
    ["limit=201", "Field 'limit': Too big: expected number to be <=200"],
    ["limit=-1", "Field 'limit': Too small: expected number to be >=0"],
    ["limit=x", "Field 'limit': must be a number"],
    ["offset=-1", "Field 'offset': Too small: expected number to be >=0"],
    [
      "offset=1.5",
      "Field 'offset': Invalid input: expected int, received number",
    ],
    ["nope=1", "Unrecognized fields: 'nope'"],
  ]
  const at = (path: string, refusals: [string, string][]) =>
    refusals.map(([query, reason]): [string, string] => [
      `${path}?${query}`,
      reason,
    ])
  itAll(
    "refuses what is wrong",
    [
      ...at(`${PERSON}/profile`, [
        ["fields=id", "Unrecognized fields: 'fields'"],
      ]),
      ...at(`${PERSON}/interactions`, [
        ...LIMITS,
        ["order=-value", NO_ORDER],
        ["order=", NO_ORDER],
        ["order=constructor", NO_ORDER],
        ["fields=id", "Unrecognized fields: 'fields'"],
        ["person_id=x", "Unrecognized fields: 'person_id'"],
        ["cursor=x", "Unrecognized fields: 'cursor'"],
        [
          "stage=__proto__",
          'Field \'stage\': Invalid option: expected one of "awareness"|"consideration"|"conversion"|"retention"',
        ],
        [
          "timestamp[$gte]=x",
          "Field 'timestamp.$gte': must be an ISO 8601 date or instant",
        ],
      ]),
      ...at("at-risk", LIMITS),
      ...at("top-engaged", LIMITS),
    ],
    async (path, reason) => {
      const { status, data } = await get(`/customers/${path}`)
      expect({ status, data }).toEqual({
        status: 400,
        data: {
          type: "invalid_data",
          message: `Invalid request: ${reason}`,
        },
      })
    }
  )
}
