import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../../../src/lib/reconcile-sources"
import { bulkResolveAttributionsWorkflow } from "../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { resolveSessionAttributionWorkflow } from "../../../src/workflows/ad-planning/attribution/resolve-session-attribution"
import { adminHeaders } from "../../helpers/admin-headers"
import { adPlanning, eventually, sql } from "../../helpers/ad-planning"
import { campaignFact, purchaseFact } from "../../helpers/facts"
import {
  analytics,
  createCampaigns,
  socials,
  visit,
  type Visit,
} from "../../helpers/host"
import { silenceEvents } from "../../helpers/silent-bus"
import { readTables } from "../../helpers/tables"

jest.setTimeout(60_000)

const NOTHING = { processed: 0, resolved: 0, unresolved: 0, by_method: {} }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let admin: Awaited<ReturnType<typeof adminHeaders>>

    beforeAll(async () => {
      admin = await adminHeaders(getContainer())
    })
    beforeEach(() => {
      container = getContainer()
      silenceEvents(container)
    })
    afterEach(() => jest.restoreAllMocks())

    const post = async (path: string, body: object, status = 200) => {
      const answer = await api.post(
        `/admin/ad-planning/attribution/${path}`,
        body,
        admin
      )
      expect({ status: answer.status, data: answer.data }).toEqual({
        status,
        data: expect.any(Object),
      })
      return answer.data
    }

    /** A visit of the host whose event has been handled. */
    async function session(
      session_id: string,
      query: string,
      other: Partial<Visit> = {}
    ) {
      const row = await visit(container, {
        visitor_id: `v-${session_id}`,
        session_id,
        started_at: "2026-10-01T10:00:00Z",
        query,
        ...other,
      })
      await read(row.id)
      return row
    }
    const read = (id: string) =>
      resolveSessionAttributionWorkflow(container).run({
        input: { analytics_session_ids: [id] },
      })

    /** A purchase of the session's visitor, two days later. */
    const purchase = (sessionId: string, orderId = `order_${sessionId}`) =>
      adPlanning(container).syncPurchases(
        [purchaseFact(orderId, { visitor_id: `v-${sessionId}` })],
        []
      )
    const addCampaign = (id: string, name: string, other = {}) =>
      adPlanning(container).syncCampaigns([campaignFact(id, name, other)])

    /** Campaign and method of a session, and the campaign of its purchase. */
    async function outcome(sessionId: string) {
      const [row] = await sql<{
        ad_campaign_id: string | null
        method: string | null
        reason: string | null
        credited: string | null
      }>(
        container,
        `SELECT touch.ad_campaign_id, resolution_method AS method, unresolved_reason AS reason,
                conversion.ad_campaign_id AS credited
           FROM campaign_attribution touch
           LEFT JOIN conversion ON conversion.attribution_id = touch.id
          WHERE touch.session_id = ?`,
        [sessionId]
      )
      const { ad_campaign_id, method, reason, credited } = row!
      return [ad_campaign_id, method ?? reason, credited]
    }

    describe("POST /attribution/resolve without a campaign", () => {
      it("asks the rules again, and credits the purchase anew", async () => {
        await session("s", "utm_campaign=Sale")
        await purchase("s")
        expect(await outcome("s")).toEqual([null, "no_match", null])
        await addCampaign("c", "SALE")
        const { attribution } = await post("resolve", { session_id: "s" })
        expect(attribution).toMatchObject({
          session_id: "s",
          ad_campaign_id: "c",
          is_resolved: true,
          resolution_method: "name",
          unresolved_reason: null,
        })
        expect(await outcome("s")).toEqual(["c", "name", "c"])
      })

      it("takes a person's choice back", async () => {
        await addCampaign("c", "Sale")
        await addCampaign("d", "Other")
        await session("s", "utm_campaign=Sale")
        await purchase("s")
        await post("resolve", { session_id: "s", ad_campaign_id: "d" })
        expect(await outcome("s")).toEqual(["d", "manual", "d"])
        await post("resolve", { session_id: "s" })
        expect(await outcome("s")).toEqual(["c", "name", "c"])
      })

      it("leaves what nothing explains unresolved, with its reason", async () => {
        await session("none", "utm_campaign=Unknown")
        await addCampaign("t1", "Twin")
        await addCampaign("t2", " twin ")
        await session("two", "utm_campaign=Twin")
        await session("free", "", { referrer: "https://blog.example.org/" })
        for (const [session_id, unresolved_reason] of [
          ["none", "no_match"],
          ["two", "ambiguous"],
          ["free", "not_claimed"],
        ]) {
          const { attribution } = await post("resolve", { session_id })
          expect(attribution).toMatchObject({
            session_id,
            ad_campaign_id: null,
            is_resolved: false,
            resolution_method: null,
            unresolved_reason,
          })
        }
      })
    })

    describe("POST /attribution/resolve with a campaign", () => {
      beforeEach(async () => {
        await addCampaign("c", "Sale")
        await addCampaign("d", "Other")
      })

      it("keeps campaign, ad set and ad as chosen, and credits the purchase", async () => {
        await session("s", "utm_campaign=Sale")
        await purchase("s")
        const { attribution } = await post("resolve", {
          session_id: "s",
          ad_campaign_id: "d",
          ad_set_id: "set",
          ad_id: "ad",
        })
        expect(attribution).toMatchObject({
          ad_campaign_id: "d",
          ad_set_id: "set",
          ad_id: "ad",
          is_resolved: true,
          resolution_method: "manual",
        })
        const [credited] = await sql(
          container,
          `SELECT ad_campaign_id, ad_set_id, ad_id FROM conversion`
        )
        expect(credited).toEqual({
          ad_campaign_id: "d",
          ad_set_id: "set",
          ad_id: "ad",
        })
      })

      it("is never overwritten by anything but another choice", async () => {
        const row = await session("s", "utm_campaign=Sale")
        await purchase("s")
        await post("resolve", { session_id: "s", ad_campaign_id: "d" })
        const expectChoice = async () =>
          expect(await outcome("s")).toEqual(["d", "manual", "d"])

        expect(await post("bulk-resolve", {})).toEqual(NOTHING)
        await expectChoice()
        await read(row.id)
        await expectChoice()
        await analytics(container).updateAnalyticsSessions({
          id: row.id,
          utm_campaign: "Sale renamed",
        })
        await read(row.id)
        await expectChoice()
        await reconcileSources(container, ["campaign", "session", "order"], {
          createdSince: new Date(0),
        })
        await expectChoice()
        await analytics(container).updateAnalyticsSessions({
          id: row.id,
          utm_campaign: null,
        })
        await sql(container, `DELETE FROM analytics_event`)
        await read(row.id)
        await expectChoice()
        await post("resolve", { session_id: "s", ad_campaign_id: "c" })
        expect(await outcome("s")).toEqual(["c", "manual", "c"])
      })

      it("remembers what the value means, for all its like of the website", async () => {
        await session("s", "utm_campaign=Spring_Promo")
        await session("like", "utm_campaign=%20spring+PROMO")
        await session("unlike", "utm_campaign=Spring")
        await session("elsewhere", "utm_campaign=Spring_Promo")
        await sql(
          container,
          `UPDATE analytics_session SET website_id = 'other' WHERE session_id = 'elsewhere'`
        )
        await reconcileSources(container, ["session"], {
          createdSince: new Date(0),
        })
        await purchase("like")
        await post("resolve", {
          session_id: "s",
          ad_campaign_id: "d",
          remember: true,
        })
        expect(await outcome("s")).toEqual(["d", "manual", null])
        expect(await outcome("like")).toEqual(["d", "alias", "d"])
        expect(await outcome("unlike")).toEqual([null, "no_match", null])
        expect(await outcome("elsewhere")).toEqual([null, "no_match", null])
        const { data } = await api.get("/admin/users/me", admin)
        expect(
          await sql(
            container,
            `SELECT kind, normalised_value, website_id, ad_campaign_id, created_by
               FROM ad_planning_campaign_alias`
          )
        ).toEqual([
          {
            kind: "utm_campaign",
            normalised_value: "spring promo",
            website_id: "site",
            ad_campaign_id: "d",
            created_by: data.user.id,
          },
        ])
        await session("later", "utm_campaign=spring-promo")
        expect(await outcome("later")).toEqual(["d", "alias", null])
      })

      it("changes its mind: the latest decision stands for what comes", async () => {
        await session("s", "utm_campaign=Promo")
        for (const ad_campaign_id of ["c", "d"]) {
          await post("resolve", {
            session_id: "s",
            ad_campaign_id,
            remember: true,
          })
        }
        await session("later", "utm_campaign=Promo")
        expect(await outcome("later")).toEqual(["d", "alias", null])
        expect(
          await sql(container, `SELECT 1 FROM ad_planning_campaign_alias`)
        ).toHaveLength(1)
      })

      it("remembers a utm_id where there is no utm_campaign", async () => {
        await session("s", "utm_id=77")
        await post("resolve", {
          session_id: "s",
          ad_campaign_id: "d",
          remember: true,
        })
        await session("later", "utm_id=77")
        expect(await outcome("later")).toEqual(["d", "alias", null])
      })

      it("has nothing to remember of a session without both", async () => {
        await session("s", "", { referrer: "https://blog.example.org/" })
        const before = await readTables(container)
        const data = await post(
          "resolve",
          { session_id: "s", ad_campaign_id: "d", remember: true },
          400
        )
        expect(data).toEqual({
          type: "not_allowed",
          message:
            "Session s has neither utm_campaign nor utm_id: there is nothing to remember",
        })
        expect(await readTables(container)).toEqual(before)
      })
    })

    describe("POST /attribution/bulk-resolve", () => {
      it("says what it tried and by which rule it resolved", async () => {
        await session("name", "utm_campaign=Sale")
        await session("name-2", "utm_campaign=sale")
        await session("id", "utm_id=ext-c")
        await session("none", "utm_campaign=Unknown")
        await session("free", "", { referrer: "https://blog.example.org/" })
        await addCampaign("c", "Sale")
        expect(await post("bulk-resolve", {})).toEqual({
          processed: 4,
          resolved: 3,
          unresolved: 1,
          by_method: { name: 2, platform_id: 1 },
        })
        expect(await post("bulk-resolve", {})).toEqual({
          processed: 1,
          resolved: 0,
          unresolved: 1,
          by_method: {},
        })
      })

      it.each([
        ["from, included", { from: "2026-10-02T10:00:00Z" }, ["s2", "s3"]],
        ["to, excluded", { to: "2026-10-02T10:00:00Z" }, ["s1"]],
        [
          "from and to",
          { from: "2026-10-01T10:00:01Z", to: "2026-10-03T10:00:00Z" },
          ["s2"],
        ],
        ["a day", { from: "2026-10-02", to: "2026-10-02" }, ["s2"]],
        ["website_id", { website_id: "other" }, ["s3"]],
        ["all of them", {}, ["s1", "s2", "s3"]],
      ])("keeps to %s", async (_name, scope, resolved) => {
        for (const day of [1, 2, 3]) {
          await session(`s${day}`, "utm_campaign=Sale", {
            started_at: `2026-10-0${day}T10:00:00Z`,
          })
        }
        await sql(
          container,
          `UPDATE campaign_attribution SET website_id = 'other' WHERE session_id = 's3'`
        )
        await addCampaign("c", "Sale")
        expect(await post("bulk-resolve", scope)).toEqual({
          processed: resolved.length,
          resolved: resolved.length,
          unresolved: 0,
          by_method: { name: resolved.length },
        })
        const rows = await sql<{ session_id: string }>(
          container,
          `SELECT session_id FROM campaign_attribution WHERE is_resolved ORDER BY 1`
        )
        expect(rows.map((row) => row.session_id)).toEqual(resolved)
      })
    })

    describe("a campaign that comes after its sessions", () => {
      it("explains them by its event", async () => {
        await session("s", "utm_source=facebook&utm_campaign=Late")
        await purchase("s")
        jest.restoreAllMocks()
        const [campaign] = await createCampaigns(container, ["Late"])
        await eventually(async () => (await outcome("s"))[0] === campaign!.id)
        expect(await outcome("s")).toEqual([campaign!.id, "name", campaign!.id])
      })

      it("explains them by its new name", async () => {
        const [campaign] = await createCampaigns(container, ["Draft"])
        await reconcileSources(container, ["campaign"], {
          createdSince: new Date(0),
        })
        await session("s", "utm_source=facebook&utm_campaign=Late")
        expect(await outcome("s")).toEqual([null, "no_match", null])
        jest.restoreAllMocks()
        await socials(container).updateAdCampaigns({
          id: campaign!.id,
          name: "Late",
        })
        await eventually(async () => (await outcome("s"))[0] === campaign!.id)
        expect(await outcome("s")).toEqual([campaign!.id, "name", null])
      })

      it("explains them by the daily job's workflow", async () => {
        await session("s", "utm_campaign=Late")
        await purchase("s")
        await addCampaign("c", "Late")
        const { result } = await bulkResolveAttributionsWorkflow(container).run(
          {
            input: {},
          }
        )
        expect(result).toEqual({
          processed: 1,
          resolved: 1,
          unresolved: 0,
          by_method: { name: 1 },
        })
        expect(await outcome("s")).toEqual(["c", "name", "c"])
      })
    })

    describe("the rules", () => {
      it.each([
        ["utm_id of the campaign", "utm_id=CAMPAIGN", [null, null]],
        ["utm_campaign of the campaign", "utm_campaign=CAMPAIGN", [null, null]],
        [
          "utm_content of an ad",
          "utm_campaign=x&utm_content=META_AD",
          ["AD", "SET"],
        ],
        [
          "utm_content of an ad by its own id",
          "utm_campaign=x&utm_content=AD",
          ["AD", "SET"],
        ],
        [
          "utm_content of an ad set",
          "utm_campaign=x&utm_content=META_SET",
          [null, "SET"],
        ],
        [
          "utm_term of an ad set",
          "utm_campaign=x&utm_term=META_SET",
          [null, "SET"],
        ],
      ])("find a campaign by the %s", async (_name, query, [ad, adSet]) => {
        const [campaign, other] = await createCampaigns(container, ["A", "x"])
        const set = await socials(container).createAdSets({
          meta_adset_id: "6001",
          campaign_id: campaign!.id,
          name: "Set",
        })
        const object = await socials(container).createAds({
          meta_ad_id: "6002",
          ad_set_id: set.id,
          name: "Ad",
        })
        await reconcileSources(container, ["campaign"], {
          createdSince: new Date(0),
        })
        const ids: Record<string, string> = {
          CAMPAIGN: campaign!.meta_campaign_id,
          META_SET: "6001",
          META_AD: "6002",
          AD: object.id,
          SET: set.id,
        }
        const filled = query.replace(/[A-Z_]{2,}/g, (name) => ids[name]!)
        await session("s", `utm_source=facebook&${filled}`)
        expect(other!.name).toBe("x")
        const [touch] = await sql(
          container,
          `SELECT ad_campaign_id, ad_set_id, ad_id, resolution_method FROM campaign_attribution`
        )
        expect(touch).toEqual({
          ad_campaign_id: campaign!.id,
          ad_id: ad === null ? null : ids[ad!],
          ad_set_id: adSet === null ? null : ids[adSet!],
          resolution_method: "platform_id",
        })
      })

      it("answer the same for touches one by one and together", async () => {
        await addCampaign("c", "Sale", {
          stopped_at: new Date("2026-10-01T12:00:00Z"),
        })
        const before = { started_at: "2026-10-01T11:00:00Z" }
        const after = { started_at: "2026-10-01T13:00:00Z" }
        await session("before", "utm_campaign=Sale", before)
        await session("after", "utm_campaign=Sale", after)
        const alone = [await outcome("before"), await outcome("after")]
        await sql(
          container,
          `UPDATE campaign_attribution SET ad_campaign_id = NULL, is_resolved = false,
                  resolution_method = NULL, unresolved_reason = NULL, resolved_at = NULL`
        )
        await post("bulk-resolve", {})
        expect([await outcome("before"), await outcome("after")]).toEqual(alone)
      })
    })
  },
})
