import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { assignSessionCampaignWorkflow } from "../../../src/workflows/ad-planning/attribution/assign-session-campaign"
import { bulkResolveAttributionsWorkflow } from "../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { trackLeadConversionWorkflow } from "../../../src/workflows/ad-planning/conversions/track-lead-conversion"
import { adminHeaders } from "../../helpers/admin-headers"
import { adPlanning, sql } from "../../helpers/ad-planning"
import { changesOf, purchaseAfter, readVisit } from "../../helpers/attribution"
import { campaignFact, leadFact, purchaseFact } from "../../helpers/facts"
import { socials } from "../../helpers/host"
import { silenceEvents } from "../../helpers/silent-bus"
import { OUR_TABLES, readTables } from "../../helpers/tables"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let admin: Awaited<ReturnType<typeof adminHeaders>>

    beforeAll(async () => {
      admin = await adminHeaders(getContainer())
    })
    beforeEach(async () => {
      container = getContainer()
      silenceEvents(container)
      await adPlanning(container).syncCampaigns([
        campaignFact("c", "Sale"),
        campaignFact("d", "Other"),
        campaignFact("g", "Brand", { platform: "google" }),
      ])
    })
    afterEach(() => jest.restoreAllMocks())

    const BASE = "/admin/ad-planning"
    const ask = async (
      method: "get" | "post" | "delete",
      path: string,
      body: object = {},
      status = 200
    ) => {
      const answer =
        method === "post"
          ? await api.post(`${BASE}${path}`, body, admin)
          : await api[method](`${BASE}${path}`, admin)
      expect({ status: answer.status, data: answer.data }).toEqual({
        status,
        data: expect.any(Object),
      })
      return answer.data
    }
    const tables = () =>
      readTables(container, OUR_TABLES, ["resolved_at", "converted_at"])
    /** Of each conversion: key, campaign, channel, and the campaign of its touchpoint. */
    const credited = () =>
      sql<Record<string, string>>(
        container,
        `SELECT conversion.idempotency_key AS key, conversion.ad_campaign_id AS campaign,
                conversion.channel_group AS channel, conversion.is_paid,
                journey.ad_campaign_id AS told
           FROM conversion
           LEFT JOIN customer_journey journey
             ON journey.source_type || ':' || journey.source_id = conversion.idempotency_key
          ORDER BY 1`
      )
    const ORGANIC = "utm_source=facebook&utm_medium=email&utm_campaign=Sale"

    describe("POST /attribution/conversions/:id", () => {
      const choose = (id: string, body: object, status = 200) =>
        ask("post", `/attribution/conversions/${id}`, body, status)
      const unchoose = (id: string, status = 200) =>
        ask("delete", `/attribution/conversions/${id}`, {}, status)
      const chosen = {
        key: "order:order_s",
        campaign: "g",
        channel: "Paid Other",
        is_paid: true,
        told: "g",
      }

      it("credits one order to a campaign, whatever comes, until it is undone", async () => {
        await readVisit(container, "s", ORGANIC)
        await bulkResolveAttributionsWorkflow(container).run({ input: {} })
        await purchaseAfter(container, "s")
        const before = await tables()
        const [known] = await credited()
        await choose("order_s", {
          ad_campaign_id: "g",
          ad_set_id: "set_1",
          ad_id: "ad_1",
        })
        expect(await credited()).toEqual([chosen])
        const [touch] = await sql(
          container,
          `SELECT touch.source, resolution_method, touch.ad_set_id, touch.ad_id, touch.platform,
                  touch.visitor_id, touch.session_id,
                  started_at = converted_at AS is_then
             FROM campaign_attribution touch JOIN conversion ON attribution_id = touch.id`
        )
        expect(touch).toEqual({
          source: "conversion",
          resolution_method: "manual",
          ad_set_id: "set_1",
          ad_id: "ad_1",
          platform: "google",
          visitor_id: null,
          session_id: null,
          is_then: true,
        })
        // The order is read again, with a stamp and another time; a late session;
        // the rules; a choice for its session.
        await adPlanning(container).syncPurchases(
          [
            purchaseFact("order_s", {
              visitor_id: "v-s",
              converted_at: new Date("2026-09-03T12:00:00Z"),
            }),
          ],
          []
        )
        await readVisit(container, "late", "utm_campaign=Other", {
          visitor_id: "v-s",
          started_at: "2026-09-02T11:00:00Z",
        })
        await bulkResolveAttributionsWorkflow(container).run({ input: {} })
        await assignSessionCampaignWorkflow(container).run({
          input: { session_id: "late", ad_campaign_id: "c" },
        })
        expect(await credited()).toEqual([chosen])
        const { conversion } = await ask(
          "get",
          `/conversions/${(await conversionIds())[0]}`
        )
        expect(conversion.touches).toHaveLength(1)
        expect(conversion.attribution).toMatchObject({ campaign_name: "Brand" })

        await adPlanning(container).syncTouches([], ["session:late"])
        await sql(
          container,
          `DELETE FROM campaign_attribution WHERE touch_key = 'session:late'`
        )
        await adPlanning(container).syncPurchases(
          [purchaseFact("order_s", { visitor_id: "v-s" })],
          []
        )
        await unchoose("order_s")
        expect(await credited()).toEqual([known])
        const { ad_planning_attribution_change: noted, ...after } =
          await tables()
        const { ad_planning_attribution_change: _none, ...rest } = before
        expect(after).toEqual(rest)
        expect(noted).toHaveLength(2)
        expect(await changesOf(container)).toEqual([
          ["conversion_choice", "c", "g"],
          ["undo", "g", "c"],
        ])
        expect(await unchoose("order_s", 404)).toEqual({
          type: "not_found",
          message: `Nobody chose a campaign for conversion ${(await conversionIds())[0]}: there is nothing to undo`,
        })
      })

      const conversionIds = async () =>
        (await sql<{ id: string }>(container, "SELECT id FROM conversion")).map(
          (row) => row.id
        )

      it("keeps the channel of a touch of the same campaign, and who confirmed it", async () => {
        await readVisit(container, "s", ORGANIC)
        await bulkResolveAttributionsWorkflow(container).run({ input: {} })
        await purchaseAfter(container, "s")
        const [id] = await conversionIds()
        await choose(id!, { ad_campaign_id: "c" })
        const confirmed = {
          ...chosen,
          campaign: "c",
          told: "c",
          channel: "Organic Social",
          is_paid: false,
        }
        expect(await credited()).toEqual([confirmed])
        expect(
          await sql(
            container,
            `SELECT cause, actor_id LIKE 'user_%' AS by_user FROM ad_planning_attribution_change`
          )
        ).toEqual([{ cause: "conversion_choice", by_user: true }])
        // Again: nothing changes. Another campaign and back: the same.
        const before = await readTables(container)
        await choose(id!, { ad_campaign_id: "c" })
        expect(await readTables(container)).toEqual(before)
        await choose(id!, { ad_campaign_id: "d" })
        expect(await credited()).toEqual([
          { ...chosen, campaign: "d", told: "d" },
        ])
        await choose(id!, { ad_campaign_id: "c" })
        expect(await credited()).toEqual([confirmed])
      })

      it("stays with a submission that turns out to be a lead, and is told to the host", async () => {
        const service = adPlanning(container)
        const response = leadFact("", {
          idempotency_key: "form_response:r1",
          source: "form_response",
          email_hash: "hash",
        })
        await service.syncSubmissions([response], [])
        const [id] = await conversionIds()
        await choose(id!, { ad_campaign_id: "g" })
        const lead = await socials(container).createLeads({
          email: "ada@example.com",
          source_platform: "fb",
          created_time: new Date("2026-10-01T09:30:00Z"),
          metadata: { form_response_id: "r1" },
        })
        await trackLeadConversionWorkflow(container).run({
          input: { lead_ids: [lead.id] },
        })
        expect(await credited()).toEqual([
          { ...chosen, key: `lead:${lead.id}` },
        ])
        const resolvedOf = async () =>
          (await socials(container).retrieveLead(lead.id)).resolved_campaign_id
        const [leadId] = await conversionIds()
        await choose(leadId!, { ad_campaign_id: "d" })
        expect(await resolvedOf()).toBe("d")
        await unchoose(leadId!)
        expect(await resolvedOf()).toBeNull()
        expect(
          await sql(container, "SELECT touch_key FROM campaign_attribution")
        ).toEqual([])
      })

      it("goes with the order, stays when the customer is erased, and then for good", async () => {
        const service = adPlanning(container)
        await service.syncPurchases([purchaseFact("order_s")], [])
        await choose("order_s", { ad_campaign_id: "g" })
        const [id] = await conversionIds()
        await service.erase({
          reason: "request",
          requested_by: null,
          person_id: null,
          customer_id: null,
          names: [{ kind: "email", value: "hash" }],
        })
        await service.syncPurchases([purchaseFact("order_s")], [])
        expect(await credited()).toEqual([{ ...chosen, told: null }])
        const refusal = {
          type: "not_allowed",
          message: `the customer of conversion ${id} was erased: its campaign stays as it is`,
        }
        expect(await choose(id!, { ad_campaign_id: "c" }, 400)).toEqual(refusal)
        expect(await unchoose("order_s", 400)).toEqual(refusal)
        await service.syncPurchases([], ["order_s"])
        expect(
          await sql(container, "SELECT 1 FROM campaign_attribution")
        ).toEqual([])
      })

      it("knows neither a campaign, a conversion nor an order that is none", async () => {
        await purchaseAfter(container, "s")
        const before = await readTables(container)
        const none = (what: string, id: string) => ({
          type: "not_found",
          message: `${what} with id: ${id} was not found`,
        })
        for (const id of ["constructor", "__proto__", "it's%", "c2"]) {
          expect(await choose("order_s", { ad_campaign_id: id }, 404)).toEqual(
            none("Campaign", id)
          )
          const path = encodeURIComponent(id)
          expect(await choose(path, { ad_campaign_id: "c" }, 404)).toEqual(
            none("Conversion or order", id)
          )
          expect(await unchoose(path, 404)).toEqual(
            none("Conversion or order", id)
          )
        }
        expect(await choose("a%00b", { ad_campaign_id: "c" }, 404)).toEqual(
          none("Conversion or order", "a\0b")
        )
        expect(await readTables(container)).toEqual(before)
      })
    })
  },
})
