import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../../../../src/runners/reconcile-sources"
import { normaliseName } from "../../../../src/modules/ad-planning/utils/text/normalise"
import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import {
  outcomeOf,
  purchaseAfter,
  readVisit,
} from "../../../helpers/attribution"
import { campaignFact, metricFact } from "../../../helpers/facts"
import { createCampaigns, socials, type Visit } from "../../../helpers/host"
import {
  ATTRIBUTION_CASES,
  CAMPAIGNS,
} from "../../../unit/ad-planning/fixtures/attribution-cases"
import { asSession } from "../../../unit/ad-planning/helpers/case-touches"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

export default function suite({ api, getContainer }: StoreContext) {
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
  const session = (id: string, query: string, other: Partial<Visit> = {}) =>
    readVisit(container, id, query, other)
  const purchase = (id: string) => purchaseAfter(container, id)
  const outcome = (id: string) => outcomeOf(container, id)
  const addCampaign = (id: string, name: string, other = {}) =>
    adPlanning(container).campaigns.syncCampaigns([
      campaignFact(id, name, other),
    ])

  describe("POST /attribution/bulk-resolve", () => {
    it("says what it tried and by which rule it resolved", async () => {
      await session("name", "utm_campaign=Sale")
      await session("name-2", "utm_campaign=sale")
      await session("id", "utm_id=ext-c")
      await session("unknown", "utm_campaign=Unknown")
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

    it("gives the visits of the case table the answers that each gets alone", async () => {
      const visits = ATTRIBUTION_CASES.flatMap((row, at) => {
        const touch = asSession(row, `case-${at}`)
        // Ads are the socials module's.
        return touch && !row.query.includes("utm_content=8001")
          ? [{ touch, expected: row.expected }]
          : []
      })
      const service = adPlanning(container)
      await service.campaigns.syncCampaigns(
        CAMPAIGNS.campaigns.map(({ last_active_on: _day, ...row }) =>
          campaignFact(row.id, row.normalised_name, row)
        )
      )
      for (const { id, last_active_on } of CAMPAIGNS.campaigns) {
        if (last_active_on) {
          await service.campaigns.syncCampaignMetrics([
            metricFact(id, last_active_on),
          ])
        }
      }
      for (const { kind, value, ...row } of CAMPAIGNS.aliases) {
        await sql(
          container,
          `INSERT INTO ad_planning_campaign_alias (id, kind, normalised_value, website_id, ad_campaign_id)
             VALUES (gen_random_uuid()::text, ?, ?, ?, ?)`,
          [kind, normaliseName(value), row.website_id, row.ad_campaign_id]
        )
      }
      await service.touches.syncTouches(
        visits.map(({ touch }) => touch),
        []
      )
      await post("bulk-resolve", {})
      const rows = await sql<{ session_id: string; answer: string }>(
        container,
        `SELECT session_id, COALESCE(unresolved_reason, resolution_method || ' ' || ad_campaign_id) AS answer
             FROM campaign_attribution`
      )
      expect(
        Object.fromEntries(rows.map((row) => [row.session_id, row.answer]))
      ).toEqual(
        Object.fromEntries(
          visits.map(({ touch, expected }) => [touch.session_id, expected])
        )
      )
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
      const { result } = await bulkResolveAttributionsWorkflow(container).run({
        input: {},
      })
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
}
