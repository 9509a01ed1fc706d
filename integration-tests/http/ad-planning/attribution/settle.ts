import type { MedusaContainer } from "@medusajs/framework/types"
import { assignSessionCampaignWorkflow } from "../../../../src/workflows/ad-planning/attribution/assign-session-campaign"
import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { trackLeadConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-lead-conversion"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import {
  changesOf,
  outcomeOf,
  purchaseAfter,
  readVisit,
} from "../../../helpers/attribution"
import { campaignFact, leadFact, purchaseFact } from "../../../helpers/facts"
import { analytics, socials } from "../../../helpers/host"
import { silenceEvents } from "../../../helpers/silent-bus"
import { OUR_TABLES, readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })
  beforeEach(async () => {
    container = getContainer()
    silenceEvents(container)
    await adPlanning(container).campaigns.syncCampaigns([
      campaignFact("c", "Sale"),
      campaignFact("d", "Other"),
      campaignFact("e", "Third"),
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
      await adPlanning(container).purchases.syncPurchases(
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

      await adPlanning(container).touches.syncTouches([], ["session:late"])
      await sql(
        container,
        `DELETE FROM campaign_attribution WHERE touch_key = 'session:late'`
      )
      await adPlanning(container).purchases.syncPurchases(
        [purchaseFact("order_s", { visitor_id: "v-s" })],
        []
      )
      await unchoose("order_s")
      expect(await credited()).toEqual([known])
      const { ad_planning_attribution_change: noted, ...after } = await tables()
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
      await service.conversions.syncSubmissions([response], [])
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
      expect(await credited()).toEqual([{ ...chosen, key: `lead:${lead.id}` }])
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
      await service.purchases.syncPurchases([purchaseFact("order_s")], [])
      await choose("order_s", { ad_campaign_id: "g" })
      const [id] = await conversionIds()
      await service.erasure.erase({
        reason: "request",
        requested_by: null,
        person_id: null,
        customer_id: null,
        names: [{ kind: "email", value: "hash" }],
      })
      await service.purchases.syncPurchases([purchaseFact("order_s")], [])
      expect(await credited()).toEqual([{ ...chosen, told: null }])
      const refusal = {
        type: "not_allowed",
        message: `the customer of conversion ${id} was erased: its campaign stays as it is`,
      }
      expect(await choose(id!, { ad_campaign_id: "c" }, 400)).toEqual(refusal)
      expect(await unchoose("order_s", 400)).toEqual(refusal)
      await service.purchases.syncPurchases([], ["order_s"])
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

  describe("/attribution/aliases", () => {
    const settle = (body: object, status = 200) =>
      ask("post", "/attribution/aliases", body, status)
    const forget = (id: string, status = 200) =>
      ask("delete", `/attribution/aliases/${id}`, {}, status)
    const outcomes = async (...sessions: string[]) =>
      await Promise.all(sessions.map((id) => outcomeOf(container, id)))
    const roi = async () => {
      const report = await ask(
        "get",
        "/dashboard/roi?from=2026-10-01&to=2026-10-31"
      )
      const earning = report.roi.filter(
        (row: { revenue: number }) => row.revenue !== 0
      )
      return Object.fromEntries(
        earning.map((row: { name: string; revenue: number }) => [
          row.name,
          row.revenue,
        ])
      )
    }
    const SLAE = "utm_source=facebook&utm_medium=cpc&utm_campaign=Summer_Slae"

    it("moves the past revenue of a misspelled utm, once, and back", async () => {
      const session = await readVisit(container, "s1", SLAE)
      await readVisit(
        container,
        "s2",
        SLAE.replace("Summer_Slae", "summer%20slae")
      )
      await readVisit(container, "s3", "utm_source=facebook&utm_campaign=Sale")
      // A person chose for this one: no alias moves it.
      await readVisit(container, "s4", SLAE)
      await bulkResolveAttributionsWorkflow(container).run({ input: {} })
      await assignSessionCampaignWorkflow(container).run({
        input: { session_id: "s4", ad_campaign_id: "d" },
      })
      for (const id of ["s1", "s2", "s3", "s4"]) {
        await purchaseAfter(container, id)
      }
      await readVisit(container, "s5", SLAE)
      const before = await tables()
      const hostBefore = await readTables(container, ["analytics_session"])
      expect(await roi()).toEqual({
        "(unresolved campaign)": 200,
        Sale: 100,
        Other: 100,
      })
      const { alias, changes } = await settle({
        value: " Summer  SLAE ",
        ad_campaign_id: "c",
      })
      expect(alias).toEqual({
        id: expect.stringMatching(/^apalias_/),
        kind: "utm_campaign",
        normalised_value: "summer slae",
        website_id: null,
        ad_campaign_id: "c",
        campaign_name: "Sale",
        created_by: expect.stringMatching(/^user_/),
        created_at: expect.any(String),
        touches: 3,
      })
      expect(changes).toEqual({
        touches: 3,
        conversions: 2,
        moved: [
          {
            from_key: "(unresolved campaign)",
            from_name: "(unresolved campaign)",
            to_key: "c",
            to_name: "Sale",
            conversions: 2,
            purchases: 2,
            currency: "gbp",
            revenue: 200,
          },
        ],
      })
      expect(await roi()).toEqual({ Sale: 300, Other: 100 })
      expect(await outcomes("s1", "s2", "s3", "s4", "s5")).toEqual([
        ["c", "alias", "c"],
        ["c", "alias", "c"],
        ["c", "name", "c"],
        ["d", "manual", "d"],
        ["c", "alias", null],
      ])
      expect(
        await analytics(container).retrieveAnalyticsSession(session.id)
      ).toMatchObject({ ad_campaign_id: "c", attribution_resolved: true })
      expect(
        await sql(
          container,
          `SELECT DISTINCT cause, cause_id, actor_id FROM ad_planning_attribution_change`
        )
      ).toEqual([
        { cause: "alias", cause_id: alias.id, actor_id: alias.created_by },
      ])
      // Twice: nothing more.
      const settled = await readTables(container)
      const nothing = { touches: 0, conversions: 0, moved: [] }
      const again = await settle({
        value: "summer-slae",
        ad_campaign_id: "c",
      })
      expect(again).toEqual({ alias, changes: nothing })
      expect(await readTables(container)).toEqual(settled)
      // What comes later follows.
      await readVisit(container, "s6", SLAE)
      expect(await outcomes("s6")).toEqual([["c", "alias", null]])
      await adPlanning(container).touches.syncTouches([], ["session:s6"])

      const forgotten = await forget(alias.id)
      expect(forgotten).toEqual({
        id: alias.id,
        object: "campaign_alias",
        deleted: true,
        changes: {
          touches: 3,
          conversions: 2,
          moved: [
            {
              ...changes.moved[0],
              from_key: "c",
              from_name: "Sale",
              to_key: "(unresolved campaign)",
              to_name: "(unresolved campaign)",
            },
          ],
        },
      })
      const { ad_planning_attribution_change: noted, ...after } = await tables()
      const { ad_planning_attribution_change: _none, ...rest } = before
      expect(after).toEqual(rest)
      expect(noted).toHaveLength(4)
      expect(
        (
          await readTables(container, ["analytics_session"])
        ).analytics_session!.filter((row) => row.session_id !== "s6")
      ).toEqual(hostBefore.analytics_session)
      expect(await forget(alias.id, 404)).toEqual({
        type: "not_found",
        message: `AdPlanningCampaignAlias with id: ${alias.id} was not found`,
      })
    })

    it("means one website's value, above that of all; a new decision moves what the former one moved", async () => {
      await readVisit(container, "here", SLAE)
      await readVisit(container, "there", SLAE)
      await sql(
        container,
        `UPDATE campaign_attribution SET website_id = 'other' WHERE session_id = 'there'`
      )
      await readVisit(
        container,
        "id",
        "utm_source=facebook&utm_campaign=Nobody&utm_id=X%2B1"
      )
      // By name, until somebody says otherwise.
      await readVisit(
        container,
        "name",
        "utm_source=facebook&utm_campaign=Sale"
      )
      const all = () => outcomes("here", "there", "id", "name")
      const value = "summer slae"
      const decisions: [body: object, outcome: (string | null)[][]][] = [
        [
          { value, ad_campaign_id: "c", website_id: "site" },
          [
            ["c", "alias", null],
            [null, "no_match", null],
            [null, "no_match", null],
            ["c", "name", null],
          ],
        ],
        [
          { value, ad_campaign_id: "d" },
          [
            ["c", "alias", null],
            ["d", "alias", null],
            [null, "no_match", null],
            ["c", "name", null],
          ],
        ],
        [
          { value, ad_campaign_id: "e", website_id: "site" },
          [
            ["e", "alias", null],
            ["d", "alias", null],
            [null, "no_match", null],
            ["c", "name", null],
          ],
        ],
        [
          { kind: "utm_id", value: "x 1", ad_campaign_id: "d" },
          [
            ["e", "alias", null],
            ["d", "alias", null],
            ["d", "alias", null],
            ["c", "name", null],
          ],
        ],
        [
          { value: "sale", ad_campaign_id: "e" },
          [
            ["e", "alias", null],
            ["d", "alias", null],
            ["d", "alias", null],
            ["e", "alias", null],
          ],
        ],
      ]
      for (const [body, expected] of decisions) {
        await settle(body)
        expect(await all()).toEqual(expected)
      }
      const list = async (query: string) => {
        const data = await ask(
          "get",
          `/attribution/aliases?order=normalised_value&${query}`
        )
        expect(data.count).toBe(data.aliases.length)
        return data.aliases.map(
          (row: Record<string, unknown>) =>
            `${row.normalised_value} ${row.website_id} ${row.campaign_name} ${row.touches}`
        )
      }
      expect((await list("")).toSorted()).toEqual([
        "sale null Third 1",
        "summer slae null Other 1",
        "summer slae site Third 1",
        "x 1 null Other 1",
      ])
      expect(await list("kind=utm_id")).toEqual(["x 1 null Other 1"])
      expect(await list("q=SUMMER_S&website_id=site")).toEqual([
        "summer slae site Third 1",
      ])
      expect(await list("ad_campaign_id=e&q=%25")).toEqual([])
      expect(await list("q=ale&ad_campaign_id=e")).toEqual([
        "sale null Third 1",
      ])
      const { data: csv } = await api.get(`${BASE}/attribution/aliases`, {
        headers: { ...admin.headers, accept: "text/csv" },
      })
      const [head, ...lines] = csv.trim().split(/\r?\n/)
      expect(head.replace("\ufeff", "")).toBe(
        "id,kind,normalised_value,website_id,ad_campaign_id,created_by,created_at,campaign_name,touches"
      )
      expect(lines).toHaveLength(4)
      // Without the website's own, that of all; without both, nothing.
      const { aliases } = await ask("get", "/attribution/aliases?q=slae")
      const own = aliases.find((row: { website_id: string }) => row.website_id)
      await forget(own.id)
      expect(await outcomes("here")).toEqual([["d", "alias", null]])
    })

    it("refuses a value of nothing, a campaign and an alias that are none", async () => {
      await readVisit(container, "s1", SLAE)
      const before = await readTables(container)
      for (const value of [" ", "_-+", "%20"]) {
        expect(await settle({ value, ad_campaign_id: "c" }, 400)).toEqual({
          type: "invalid_data",
          message:
            "Invalid request: Field 'value': must have a letter, a digit or a sign that names compare by",
        })
      }
      for (const id of ["constructor", "__proto__", "it's%"]) {
        expect(
          await settle({ value: "slae", ad_campaign_id: id }, 404)
        ).toEqual({
          type: "not_found",
          message: `Campaign with id: ${id} was not found`,
        })
        expect((await forget(encodeURIComponent(id), 404)).type).toBe(
          "not_found"
        )
        // What nobody carries may be settled before it comes.
        const { alias, changes } = await settle({
          value: id,
          ad_campaign_id: "c",
        })
        expect(changes.touches).toBe(0)
        await forget(alias.id)
      }
      expect(await readTables(container)).toEqual(before)
    })
  })
}
