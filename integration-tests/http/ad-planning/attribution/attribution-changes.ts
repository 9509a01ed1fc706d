import { setTimeout } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { DateTime } from "luxon"
import type {
  BALANCE_FIELDS,
  PurchaseFact,
} from "../../../../src/modules/ad-planning/types"
import { randomFor } from "../../../../src/scripts/demo/random"
import { assignConversionCampaignWorkflow } from "../../../../src/workflows/ad-planning/attribution/assign-conversion-campaign"
import { assignSessionCampaignWorkflow } from "../../../../src/workflows/ad-planning/attribution/assign-session-campaign"
import { deleteAliasWorkflow } from "../../../../src/workflows/ad-planning/attribution/delete-alias"
import { retrySessionAttributionWorkflow } from "../../../../src/workflows/ad-planning/attribution/retry-session-attribution"
import { settleAliasWorkflow } from "../../../../src/workflows/ad-planning/attribution/settle-alias"
import { undoConversionCampaignWorkflow } from "../../../../src/workflows/ad-planning/attribution/undo-conversion-campaign"
import { adminHeaders } from "../../../helpers/admin-headers"
import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { changesOf, settle } from "../../../helpers/attribution"
import {
  campaignFact,
  conversionInput,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import type { StoreContext } from "../../../helpers/test-store"

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })
  const service = () => adPlanning(container)
  const changes = () => changesOf(container)
  const visit = (id: string, day = "01", other = {}) =>
    service().touches.syncTouches(
      [
        touchFact(id, {
          started_at: new Date(`2026-10-${day}T10:30:00Z`),
          ...other,
        }),
      ],
      []
    )
  const resolveAll = () =>
    bulkResolveAttributionsWorkflow(container).run({ input: {} })

  beforeEach(async () => {
    container = getContainer()
    await service().campaigns.syncCampaigns([
      campaignFact("c", "Sale"),
      campaignFact("d", "Other"),
    ])
  })

  describe("the ledger", () => {
    it("notes what moves a conversion that is known, with cause and touches, once", async () => {
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      await settle(container)
      await visit("s1")
      await visit("s1")
      await resolveAll()
      await resolveAll()
      await service().touches.syncTouches([], ["session:s1"])
      expect(await changes()).toEqual([
        ["touches", "(direct or unknown)", "(unresolved campaign)"],
        ["rules", "(unresolved campaign)", "c"],
        ["touches", "c", "(direct or unknown)"],
      ])
      expect(
        await sql(
          container,
          `SELECT from_attribution_id IS NULL AS was_direct, to_attribution_id LIKE 'attr_%' AS has_touch
               FROM ad_planning_attribution_change ORDER BY changed_at`
        )
      ).toEqual([
        { was_direct: true, has_touch: true },
        { was_direct: false, has_touch: true },
        { was_direct: false, has_touch: null },
      ])
    })

    it("notes nothing of an order's first hour, nor of its first day", async () => {
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      await visit("s1")
      const converted_at = new Date(Date.now() - 3_600_000)
      await service().purchases.syncPurchases(
        [purchaseFact("order_2", { converted_at, visitor_id: "w" })],
        []
      )
      await settle(container)
      await service().touches.syncTouches(
        [touchFact("s2", { visitor_id: "w", started_at: converted_at })],
        []
      )
      expect(await changes()).toEqual([])
      // They are known by now, and have moved to where they are.
      await resolveAll()
      expect(await changes()).toEqual([["rules", "(unresolved campaign)", "c"]])
    })

    it("notes nothing of another touch of the same campaign, nor of what is in no figure", async () => {
      await visit("s1")
      await resolveAll()
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      await sql(
        container,
        `INSERT INTO conversion (id, conversion_type, source, idempotency_key, converted_at, visitor_id)
           VALUES ('conv_cart', 'add_to_cart', 'pixel', ?, '2026-10-02T12:00:00Z', 'v')`,
        [conversionInput("cart").idempotency_key]
      )
      await settle(container)
      await visit("s2", "02")
      await resolveAll()
      const credited = await sql(
        container,
        `SELECT DISTINCT touch_key, conversion.ad_campaign_id
             FROM conversion JOIN campaign_attribution touch ON touch.id = attribution_id`
      )
      expect(credited).toEqual([
        { touch_key: "session:s2", ad_campaign_id: "c" },
      ])
      expect(await changes()).toEqual([
        ["touches", "c", "(unresolved campaign)"],
        ["rules", "(unresolved campaign)", "c"],
      ])
    })

    it("notes a person's choice of whatever it concerns, and who made it", async () => {
      await visit("s1")
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      const { id } = await service().touches.retrieveTouchOfSession("s1")
      const choice = { ad_campaign_id: "d", ad_set_id: null, ad_id: null }
      const cause = {
        cause: "session_choice" as const,
        cause_id: id,
        actor_id: "user_1",
      }
      await service().resolutions.assignTouch(id, choice, null, cause)
      await service().resolutions.assignTouch(id, choice, null, cause)
      await service().resolutions.clearResolution(id)
      expect(
        await sql(
          container,
          `SELECT cause, cause_id, actor_id, from_key, to_key
               FROM ad_planning_attribution_change ORDER BY changed_at`
        )
      ).toEqual([
        { ...cause, from_key: "(unresolved campaign)", to_key: "d" },
        {
          cause: "undo",
          cause_id: id,
          actor_id: null,
          from_key: "d",
          to_key: "(unresolved campaign)",
        },
      ])
    })

    it("chains: of moves at the same time, each begins where another ended", async () => {
      await visit("s1")
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      const { id } = await service().touches.retrieveTouchOfSession("s1")
      await Promise.all(
        ["c", "d", "c", "d", "c", "d"].map((ad_campaign_id) =>
          service().resolutions.assignTouch(
            id,
            { ad_campaign_id, ad_set_id: null, ad_id: null },
            null
          )
        )
      )
      const noted = await changes()
      expect(noted.length).toBeGreaterThan(0)
      let key: string | null = "(unresolved campaign)"
      for (const [, from, to] of noted) {
        expect(from).toBe(key)
        key = to!
      }
      const [conversion] = await sql<{ ad_campaign_id: string }>(
        container,
        `SELECT ad_campaign_id FROM conversion`
      )
      expect(conversion!.ad_campaign_id).toBe(key)
    })

    it("follows a campaign's id, goes with its conversion, and stays when a person is erased", async () => {
      const { campaigns } = await service().campaigns.syncCampaigns([
        campaignFact(null, "Imported", { external_id: "77" }),
      ])
      await visit("s1")
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      const { id } = await service().touches.retrieveTouchOfSession("s1")
      for (const ad_campaign_id of [campaigns[0]!.id, "c"]) {
        await service().resolutions.assignTouch(
          id,
          { ad_campaign_id, ad_set_id: null, ad_id: null },
          null
        )
      }
      await service().campaigns.syncCampaigns([
        campaignFact("adcamp_1", "Imported", { external_id: "77" }),
      ])
      const known = [
        ["session_choice", "(unresolved campaign)", "adcamp_1"],
        ["session_choice", "adcamp_1", "c"],
      ]
      expect(await changes()).toEqual(known)
      await service().erasure.erase({
        reason: "request",
        requested_by: null,
        person_id: null,
        customer_id: null,
        names: [{ kind: "email", value: "hash" }],
      })
      expect(await changes()).toEqual(known)
      await service().purchases.syncPurchases([], ["order_1"])
      expect(await changes()).toEqual([])
    })
  })

  describe("GET /attribution/changes", () => {
    const PERIOD = "from=2026-10-01&to=2026-10-31"
    const get = async (path: string) => {
      const { status, data } = await api.get(
        `/admin/ad-planning/attribution${path}`,
        admin
      )
      expect(status).toBe(200)
      return data
    }
    /** Revenue by campaign and in total, to the cent. */
    const noted = async () => {
      const { stats, totals } = await get(`/stats?${PERIOD}`)
      const earning = stats.filter(
        (row: { revenue: number }) => row.revenue !== 0
      )
      return {
        ...Object.fromEntries(
          earning.map((row: { key: string; revenue: number }) => [
            row.key,
            row.revenue.toFixed(2),
          ])
        ),
        total: totals.revenue.toFixed(2),
      }
    }
    /** This moment, between two of the database's. */
    const moment = async () => {
      await setTimeout(5)
      const at = new Date().toISOString()
      await setTimeout(5)
      return at
    }
    type Balance = Record<(typeof BALANCE_FIELDS)[number], number>
    const balanceOf = (
      report: { campaigns: (Balance & { key: string })[]; totals: Balance },
      field: (typeof BALANCE_FIELDS)[number]
    ) => ({
      ...Object.fromEntries(
        report.campaigns
          .filter((row) => row[field] !== 0)
          .map((row) => [row.key, row[field].toFixed(2)])
      ),
      total: report.totals[field].toFixed(2),
    })
    const corrected = (order: PurchaseFact, cents: number): PurchaseFact => ({
      ...order,
      money: {
        ...order.money,
        net: { ...order.money.net, amount: (100 - cents / 100).toFixed(2) },
        adjustments: [
          {
            source_type: "credit_line",
            source_id: `credit_${order.order_id}`,
            amount: (-cents / 100).toFixed(2),
            tax_amount: "0",
            shipping_amount: "0",
            occurred_at: new Date(),
          },
        ],
      },
    })

    it("says what came late, was corrected and was moved, by whom and why", async () => {
      await visit("s1", "01", { utm_campaign: "Slae" })
      await visit("s2", "01", { visitor_id: "w" })
      await service().purchases.syncPurchases(
        [
          purchaseFact("order_1"),
          purchaseFact("order_2", { visitor_id: "w" }),
          purchaseFact("order_3", { visitor_id: "x" }),
        ],
        []
      )
      await settle(container)
      await resolveAll()
      const before = await noted()
      const since = await moment()
      await service().purchases.syncPurchases(
        [
          corrected(purchaseFact("order_1"), 1001),
          purchaseFact("order_4", { visitor_id: "w" }),
        ],
        []
      )
      await settleAliasWorkflow(container).run({
        input: {
          kind: "utm_campaign",
          value: "slae",
          ad_campaign_id: "d",
          actor_id: "user_1",
        },
      })
      const report = await get(`/changes?${PERIOD}&since=${since}`)
      const day = DateTime.now().setZone("Europe/London").toISODate()
      expect(report).toMatchObject({
        changes: [
          {
            day,
            cause: "alias",
            actor_id: "user_1",
            from_key: "(unresolved campaign)",
            from_name: "(unresolved campaign)",
            to_key: "d",
            to_name: "Other",
            conversions: 1,
            purchases: 1,
            revenue: 100,
          },
        ],
        campaigns: [
          {
            key: "c",
            name: "Sale",
            revenue_then: 100,
            moved_in: 0,
            moved_out: 0,
            late: 100,
            corrected: 0,
            revenue_now: 200,
          },
          {
            key: "d",
            name: "Other",
            revenue_then: 0,
            moved_in: 100,
            moved_out: 0,
            late: 0,
            corrected: -10.01,
            revenue_now: 89.99,
          },
          { key: "(unresolved campaign)", moved_out: 100, revenue_now: 0 },
          { key: "(direct or unknown)", revenue_then: 100, revenue_now: 100 },
        ],
        totals: {
          revenue_then: 300,
          moved_in: 100,
          moved_out: 100,
          late: 100,
          corrected: -10.01,
          revenue_now: 389.99,
        },
        unconverted: [],
        since,
        currency: "gbp",
      })
      expect(report.changes).toHaveLength(1)
      expect(report.campaigns).toHaveLength(4)
      expect(balanceOf(report, "revenue_then")).toEqual(before)
      // Since the period's end, where nothing else is asked for; since now, nothing.
      const { since: theEnd } = await get(`/changes?${PERIOD}`)
      expect(theEnd).toBe("2026-11-01T00:00:00.000Z")
      const later = await get(`/changes?${PERIOD}&since=${await moment()}`)
      expect(later.changes).toEqual([])
      expect(balanceOf(later, "revenue_then")).toEqual(await noted())
      const { data: csv } = await api.get(
        `/admin/ad-planning/attribution/changes?${PERIOD}&since=${since}`,
        { headers: { ...admin.headers, accept: "text/csv" } }
      )
      const [head, line, ...more] = csv
        .replace("\ufeff", "")
        .trim()
        .split(/\r?\n/)
      expect(head).toBe(
        "day,cause,actor_id,from_key,from_name,to_key,to_name,conversions,purchases,revenue,currency"
      )
      expect(line).toBe(
        `${day},alias,user_1,(unresolved campaign),(unresolved campaign),d,Other,1,1,100,gbp`
      )
      expect(more).toEqual([])
    })

    it.each(["d", "e", "h"])(
      "gives back the figures noted before a random series of changes (%s)",
      async (seed) => {
        const random = randomFor(`changes ${seed}`)
        const visitors = ["v0", "v1", "v2", "v3", "v4"]
        const orders = visitors.flatMap((visitor_id, index) =>
          [0, 1].map((copy) =>
            purchaseFact(`order_${index}${copy}`, {
              visitor_id,
              email_hash: visitor_id,
              converted_at: new Date(`2026-10-1${copy}T12:00:00Z`),
            })
          )
        )
        const anySession = () => `s${random.int(0, 9)}`
        const anyTouch = () =>
          visit(anySession(), `0${random.int(1, 9)}`, {
            visitor_id: random.pick(visitors),
            utm_campaign: random.pick(["Sale", "Other", "Slae", "Otter"]),
          })
        const campaign = () => random.pick(["c", "d"])
        let late = 0
        const repaid = new Set<string>()
        const actions: (() => Promise<unknown>)[] = [
          anyTouch,
          anyTouch,
          resolveAll,
          () => service().touches.syncTouches([], [`session:${anySession()}`]),
          () =>
            settleAliasWorkflow(container).run({
              input: {
                kind: "utm_campaign",
                value: random.pick(["slae", "otter", "sale"]),
                ad_campaign_id: campaign(),
              },
            }),
          async () => {
            const [alias] = await service().listAdPlanningCampaignAliases()
            return (
              alias &&
              deleteAliasWorkflow(container).run({ input: { id: alias.id } })
            )
          },
          () =>
            assignConversionCampaignWorkflow(container).run({
              input: {
                id: random.pick(orders).order_id,
                ad_campaign_id: campaign(),
              },
            }),
          () =>
            undoConversionCampaignWorkflow(container).run({
              input: { id: random.pick(orders).order_id },
              throwOnError: false,
            }),
          () =>
            assignSessionCampaignWorkflow(container).run({
              input: { session_id: anySession(), ad_campaign_id: campaign() },
              throwOnError: false,
            }),
          () =>
            retrySessionAttributionWorkflow(container).run({
              input: { session_id: anySession() },
              throwOnError: false,
            }),
          // Once each: of a correction that is rewritten nothing is kept.
          () => {
            const order = orders.find(({ order_id }) => !repaid.has(order_id))
            repaid.add(order?.order_id ?? "")
            return service().purchases.syncPurchases(
              order ? [corrected(order, random.int(100, 999))] : [],
              []
            )
          },
          () =>
            service().purchases.syncPurchases(
              [
                purchaseFact(`late_${late++}`, {
                  visitor_id: random.pick(visitors),
                }),
              ],
              []
            ),
        ]
        const act = async (times: number, of: (() => Promise<unknown>)[]) => {
          for (let time = 0; time < times; time++) {
            await random.pick(of)()
          }
        }
        await service().purchases.syncPurchases(orders, [])
        await settle(container)
        await act(8, [anyTouch, resolveAll])
        const before = await noted()
        const since = await moment()
        await act(25, actions)
        const report = await get(`/changes?${PERIOD}&since=${since}`)
        expect(balanceOf(report, "revenue_then")).toEqual(before)
        expect(balanceOf(report, "revenue_now")).toEqual(await noted())
        // Of these three series, each has moves of four causes at least.
        const causes = report.changes.map((row: { cause: string }) => row.cause)
        expect(new Set(causes).size).toBeGreaterThan(3)
        expect(report.totals.late).toBeGreaterThan(0)
        expect(report.totals.corrected).toBeLessThan(0)
        for (const row of [...report.campaigns, report.totals]) {
          const sum =
            row.revenue_then +
            row.late +
            row.corrected +
            row.moved_in -
            row.moved_out
          expect(sum.toFixed(2)).toBe(row.revenue_now.toFixed(2))
        }
      }
    )
  })
}
