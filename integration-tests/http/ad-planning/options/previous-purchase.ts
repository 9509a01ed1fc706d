import type AdPlanningService from "../../../../src/modules/ad-planning/service"
import type { PurchaseFact } from "../../../../src/modules/ad-planning/types"
import { randomFor, type Random } from "../../../../src/scripts/demo/random"
import { trackConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-conversion"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import {
  campaignFact,
  conversionInput,
  leadFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import { failingAfter } from "../../../helpers/failing-workflow"
import {
  plainPath,
  type PlainConversion,
  type PlainTouch,
} from "../../../helpers/plain-credits"
import { silenceEvents } from "../../../helpers/silent-bus"
import { readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const HOUR_MS = 3_600_000
const LOOKBACK_HOURS = 5 * 24
const START = Date.parse("2026-10-01T00:00:00Z")
const ARRIVALS = 120

/** The options of the store, below `attribution`. */
export const SHORT_LOOKBACK = {
  lookback_days: 5,
  stop_at_previous_purchase: true,
}

type StoredConversion = PlainConversion & {
  conversion_type: string
  canceled_at: Date | null
}

interface Explanation {
  attribution_id: string | null
  touches: { id: string; session_id: string | null }[]
  left_out: { session_id: string | null; reason: string }[]
}

export default function suite({ api, getContainer }: StoreContext) {
  let service: AdPlanningService
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    silenceEvents(getContainer())
    service = adPlanning(getContainer())
    admin = await adminHeaders(getContainer())
  })

  const at = (hour: number) => new Date(START + hour * HOUR_MS)
  const explain = async (id: string): Promise<Explanation> =>
    (await api.get(`/admin/ad-planning/attribution/conversions/${id}`, admin))
      .data.explanation

  const visit = (session: string, hour: number, visitor = "v") =>
    service.touches.syncTouches(
      [touchFact(session, { visitor_id: visitor, started_at: at(hour) })],
      []
    )
  const order = (id: string, hour: number, other: Partial<PurchaseFact> = {}) =>
    purchaseFact(id, { converted_at: at(hour), ...other })
  const buy = (...told: Parameters<typeof order>) =>
    service.purchases.syncPurchases([order(...told)], [])
  const ask = (id: string, hour: number) =>
    service.conversions.syncSubmissions(
      [leadFact(id, { visitor_id: "v", converted_at: at(hour) })],
      []
    )
  /** The session that each conversion has stored as its last touch. */
  const lastSessions = async () => {
    const rows = await sql<{ key: string; session: string | null }>(
      getContainer(),
      `SELECT conversion.idempotency_key AS key, touch.session_id AS session
           FROM conversion
           LEFT JOIN campaign_attribution touch ON touch.id = conversion.attribution_id
          ORDER BY 1`
    )
    return Object.fromEntries(rows.map(({ key, session }) => [key, session]))
  }

  /** A touch, a purchase, and a lead that has no touch of its own after it. */
  async function tellParted() {
    await visit("early", 1)
    await buy("o1", 2)
    await ask("l", 3)
    expect(await lastSessions()).toEqual({
      "lead:l": null,
      "order:o1": "early",
    })
  }

  it("explains what an earlier purchase leaves out, in every model", async () => {
    await visit("before", 1)
    await visit("with", 2)
    await buy("o1", 2)
    await visit("after", 3)
    await visit("last", 4)
    await buy("o2", 5, {
      touch: touchFact("", {
        touch_key: "order:o2",
        source: "order",
        session_id: null,
        order_id: "o2",
        utm_campaign: "Stamped",
        confidence: "undated",
        started_at: at(5),
      }),
    })
    const first = await explain("o1")
    expect(first.touches.map((touch) => touch.session_id)).toEqual([
      "before",
      "with",
    ])
    const second = await explain("o2")
    expect(second.touches.map((touch) => touch.session_id)).toEqual([
      null,
      "after",
      "last",
    ])
    expect(second.touches).toMatchObject([
      { credits: { first_touch: { share: 1 } } },
      { credits: { position_based: { share: 0.2 } } },
      { credits: { last_touch: { share: 1 }, linear: { amount: 33.33 } } },
    ])
    expect(second.attribution_id).toBe(second.touches[2]!.id)
    expect(
      second.left_out.map(({ session_id, reason }) => [session_id, reason])
    ).toEqual([
      ["with", "before_previous_purchase"],
      ["before", "before_previous_purchase"],
    ])
    const { data } = await api.get(
      `/admin/ad-planning/attribution/stats?from=2026-10-01&to=2026-10-02&timezone=UTC&model=linear`,
      admin
    )
    expect(data.totals.revenue).toBe(200)
    await service.campaigns.syncCampaigns([campaignFact("chosen", "Chosen")])
    const chosen = await api.post(
      "/admin/ad-planning/attribution/conversions/o2",
      { ad_campaign_id: "chosen" },
      admin
    )
    expect(
      chosen.data.explanation.left_out.map(
        ({ reason }: { reason: string }) => reason
      )
    ).toEqual([
      "replaced_by_choice",
      "replaced_by_choice",
      "replaced_by_choice",
      "before_previous_purchase",
      "before_previous_purchase",
    ])
  })

  it("a purchase that comes late takes the touches before it, and notes it", async () => {
    await visit("early", 1)
    await ask("l", 3)
    await sql(
      getContainer(),
      "UPDATE conversion SET created_at = created_at - interval '2 days'"
    )
    expect(await lastSessions()).toEqual({ "lead:l": "early" })
    await buy("o1", 2)
    expect(await lastSessions()).toEqual({
      "lead:l": null,
      "order:o1": "early",
    })
    const changes = await service.listAdPlanningAttributionChanges({})
    expect(changes).toMatchObject([
      {
        cause: "other",
        from_key: "(unresolved campaign)",
        to_key: "(direct or unknown)",
      },
    ])
  })

  it.each<[string, () => Promise<unknown>]>([
    ["is canceled", () => buy("o1", 2, { canceled_at: at(9) })],
    ["is deleted", () => service.purchases.syncPurchases([], ["o1"])],
    ["was another visitor's", () => buy("o1", 2, { visitor_id: "other" })],
    ["was later", () => buy("o1", 4)],
  ])("a purchase that %s gives the touches back", async (_what, change) => {
    await tellParted()
    const before = await service.purchases.snapshotPurchases(["o1"])
    const told = await readTables(getContainer(), ["conversion"])
    await change()
    expect(await lastSessions()).toMatchObject({ "lead:l": "early" })
    await change()
    expect(await lastSessions()).toMatchObject({ "lead:l": "early" })
    await service.purchases.restorePurchases(["o1"], before)
    expect(await readTables(getContainer(), ["conversion"])).toEqual(told)
  })

  it("an order that is read again moves what was credited without the option", async () => {
    await tellParted()
    await sql(
      getContainer(),
      "UPDATE conversion SET attribution_id = (SELECT id FROM campaign_attribution)"
    )
    expect(await lastSessions()).toMatchObject({ "lead:l": "early" })
    await buy("o1", 2)
    expect(await lastSessions()).toEqual({
      "lead:l": null,
      "order:o1": "early",
    })
  })

  it("a purchase gets its visitor from a claim, and loses it when that fails", async () => {
    const container = getContainer()
    await visit("early", 1)
    await buy("o1", 2, { visitor_id: null })
    await ask("l", 3)
    await sql(
      container,
      "UPDATE conversion SET created_at = created_at - interval '2 days'"
    )
    const before = await readTables(container)
    const claim = {
      conversions: [
        conversionInput("claim", {
          conversion_type: "purchase",
          order_id: "o1",
          session_id: null,
          converted_at: at(2).toISOString(),
        }),
      ],
    }
    await failingAfter(trackConversionWorkflow)(container, claim)
    expect(await readTables(container)).toEqual(before)
    await trackConversionWorkflow(container).run({ input: claim })
    expect(await lastSessions()).toEqual({
      "lead:l": null,
      "order:o1": "early",
    })
  })

  it("a purchase of somebody who is erased parts nothing any more", async () => {
    await visit("early", 1)
    const emails = ["a", "b", "c", "d"]
    await service.purchases.syncPurchases(
      emails.map((email, index) =>
        order(`o-${email}`, 10 + index, { email_hash: email })
      ),
      []
    )
    await buy("first", 2, { email_hash: "e", customer_id: "cus" })
    await buy("second", 4, { email_hash: "f" })
    expect(await lastSessions()).toMatchObject({
      "order:first": "early",
      "order:second": null,
    })
    await service.erasure.erase({
      person_id: null,
      customer_id: "cus",
      names: [],
      reason: "request",
      requested_by: null,
    })
    expect(await lastSessions()).toMatchObject({ "order:second": "early" })
  })

  it("stores the last touch of each path, whatever comes in which order", async () => {
    const random = randomFor("parted paths")
    for (let arrival = 0; arrival < ARRIVALS; arrival += 1) {
      await anyArrival(random)
      if (arrival % 4 === 0) {
        await expectStoredPaths()
      }
    }
    const { conversions, paths, wholePaths } = await expectStoredPaths()
    expect(paths.some((path) => path.length > 1)).toBe(true)
    expect(
      paths.filter((path, index) => path.length < wholePaths[index]!.length)
        .length
    ).toBeGreaterThan(5)
    for (const [index, { id }] of conversions.entries()) {
      const { touches, left_out } = await explain(id)
      const ids = paths[index]!.map((touch) => touch.id)
      expect(touches.map((touch) => touch.id)).toEqual(ids)
      expect(
        left_out.filter(({ reason }) => reason === "before_previous_purchase")
      ).toHaveLength(wholePaths[index]!.length - ids.length)
      const listed = await service.attribution.listTouchesOfConversion(id)
      expect(listed.map((touch) => touch.id).toSorted()).toEqual(ids.toSorted())
    }
  })

  /** Compares what is stored with a plain reading of touches and purchases. */
  async function expectStoredPaths() {
    const touches = await sql<PlainTouch>(
      getContainer(),
      "SELECT * FROM campaign_attribution WHERE deleted_at IS NULL"
    )
    const conversions = await sql<StoredConversion>(
      getContainer(),
      "SELECT * FROM conversion WHERE deleted_at IS NULL ORDER BY idempotency_key"
    )
    const parting = conversions.filter(
      ({ conversion_type, canceled_at }) =>
        conversion_type === "purchase" && canceled_at === null
    )
    const pathsOf = (purchases: StoredConversion[]) =>
      conversions.map((conversion) =>
        plainPath(conversion, touches, LOOKBACK_HOURS, purchases)
      )
    const paths = pathsOf(parting)
    expect(
      conversions.map((row) => [row.idempotency_key, row.attribution_id])
    ).toEqual(
      conversions.map((row, index) => [
        row.idempotency_key,
        paths[index]!.at(-1)?.id ?? null,
      ])
    )
    return { conversions, paths, wholePaths: pathsOf([]) }
  }

  /** Something that may happen to a store, to things told before or new ones. */
  async function anyArrival(random: Random) {
    const id = `${random.int(0, 15)}`
    const visitor = random.pick(["v1", "v2", "v3", null])
    // Few moments, so that several things happen at one of them.
    const time = at(random.int(0, 30) * 6)
    const told = purchaseFact(id, {
      visitor_id: visitor,
      converted_at: time,
      canceled_at: random.chance(0.2) ? new Date(+time + HOUR_MS) : null,
      touch: random.chance(0.3)
        ? touchFact("", {
            touch_key: `order:${id}`,
            source: "order",
            session_id: null,
            order_id: id,
            visitor_id: visitor,
            utm_campaign: random.pick(["Sale", `stamp ${id}`]),
            confidence: random.pick(["dated", "undated"]),
            started_at: time,
          })
        : null,
    })
    const tell = {
      visit: () =>
        service.touches.syncTouches(
          [touchFact(id, { visitor_id: visitor, started_at: time })],
          []
        ),
      leave: () => service.touches.syncTouches([], [`session:${id}`]),
      buy: () => service.purchases.syncPurchases([told], []),
      forget: () => service.purchases.syncPurchases([], [id]),
      fail: async () => {
        const before = await service.purchases.snapshotPurchases([id])
        await service.purchases.syncPurchases([told], [])
        await service.purchases.restorePurchases([id], before)
      },
      ask: () =>
        service.conversions.syncSubmissions(
          [leadFact(id, { visitor_id: visitor, converted_at: time })],
          []
        ),
      track: () =>
        trackConversionWorkflow(getContainer()).run({
          input: {
            conversions: [
              conversionInput(`${id} ${random.int(0, 9)}`, {
                conversion_type: random.pick(["add_to_cart", "purchase"]),
                order_id: id,
                visitor_id: random.pick(["v1", "v2", "v3"]),
                session_id: null,
                converted_at: time.toISOString(),
              }),
            ],
          },
        }),
    }
    const what = random.weighted([
      ["visit", 6],
      ["leave", 1],
      ["buy", 5],
      ["forget", 1],
      ["fail", 1],
      ["ask", 3],
      ["track", 3],
    ] as const)
    await tell[what]()
  }
}
