import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { syncCampaignsWorkflow } from "../../../../src/workflows/ad-planning/spend/sync-campaigns"
import { syncInsightsWorkflow } from "../../../../src/workflows/ad-planning/spend/sync-insights"
import { platformName } from "../../../../src/modules/ad-planning/utils/spend/platform-name"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { HOSTILE_TEXTS, purchaseFact, touchFact } from "../../../helpers/facts"
import { createCampaigns, createInsight, socials } from "../../../helpers/host"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

const row = {
  platform: "tiktok",
  campaign: "Clips",
  date: "2026-10-01",
  spend: 1,
  currency: "gbp",
}
const HEADER = "platform,campaign,date,spend,currency"
const LINE = "tiktok,Clips,2026-10-01,1,gbp"

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })

  const post = (body: unknown, type = "application/json") =>
    api.post("/admin/ad-planning/spend/import", body, {
      ...admin,
      headers: { ...admin.headers, "content-type": type },
    })

  describe("POST /admin/ad-planning/spend/import", () => {
    it("keeps hostile names as they are", async () => {
      const { status, data } = await post({
        rows: HOSTILE_TEXTS.map((text) => ({
          ...row,
          platform: text,
          campaign: text,
          external_id: text,
        })),
      })
      expect({ status, imported: data.imported }).toEqual({
        status: 200,
        imported: HOSTILE_TEXTS.length,
      })
      const campaigns = await sql<Record<string, string>>(
        getContainer(),
        `SELECT platform, external_id, name FROM ad_planning_campaign`
      )
      const byText = (a: string, b: string) => (a < b ? -1 : 1)
      expect(campaigns.map(({ name }) => name!).toSorted(byText)).toEqual(
        HOSTILE_TEXTS.toSorted(byText)
      )
      for (const { platform, external_id, name } of campaigns) {
        expect([platform, external_id]).toEqual([platformName(name!), name])
      }
    })

    it.each([
      ["a byte order mark", `\ufeff${HEADER}\n${LINE}\n`, "text/csv"],
      ["Windows line ends", `${HEADER}\r\n${LINE}\r\n`, "text/csv"],
      ["no last line end", `${HEADER}\n${LINE}`, "application/csv"],
      ["text/plain", `${HEADER}\n${LINE}`, "text/plain"],
      [
        "capitals, quotes and spaces",
        `Platform, Campaign ,DATE,"Spend",currency\nTikTok , "Clips", 2026-10-01, 1.00 ,GBP\n`,
        "text/csv",
      ],
      [
        "an optional column that is empty",
        `${HEADER},clicks,external_id\n${LINE},,\n`,
        "text/csv",
      ],
    ])("reads a CSV with %s", async (_case, body, type) => {
      const { status, data } = await post(body, type)
      expect({ status, data }).toEqual({
        status: 200,
        data: {
          imported: 1,
          changed: 1,
          campaigns_created: 1,
          import_id: expect.stringMatching(/^apimp_/),
          errors: [],
        },
      })
      const days = await sql(
        getContainer(),
        `SELECT campaign.platform, campaign.name, campaign.external_id,
                  date, metric.currency, spend::float8 AS spend, clicks::float8 AS clicks
             FROM ad_planning_campaign_metric metric
             JOIN ad_planning_campaign campaign ON campaign.id = ad_campaign_id`
      )
      expect(days).toEqual([
        {
          ...row,
          name: "Clips",
          campaign: undefined,
          external_id: "name:clips",
          clicks: 0,
        },
      ])
    })

    it("counts a campaign once that a file names with and without its id", async () => {
      const first = await post({ rows: [{ ...row, external_id: "77" }] })
      expect(first.status).toBe(200)
      const both = await post({
        rows: [{ ...row, external_id: "77", spend: 2 }, row],
      })
      expect({ status: both.status, message: both.data.message }).toEqual({
        status: 400,
        message:
          "Nothing was imported: line 2: date repeats campaign, date and currency of line 1",
      })
    })
  })

  describe("GET /admin/ad-planning/attribution/claimed", () => {
    const UNKNOWN = {
      attribution_window: null,
      includes_view_through: null,
      timezone: null,
    }
    const claims = (date: string, conversions: number, value: number) => ({
      ...row,
      date,
      conversions,
      value,
    })

    /** Two campaigns of the store on Meta, one of which claims, and three imported. */
    async function openShop() {
      const container = getContainer()
      silenceEvents(container)
      const [sale, quiet] = await createCampaigns(container, ["Sale", "Quiet"])
      await socials(container).updateAdAccounts({
        id: sale!.ad_account_id,
        timezone_name: "America/New_York",
        metadata: { attribution_setting: "7d_click_1d_view" },
      })
      await socials(container).updateAdCampaigns({
        id: quiet!.id,
        metadata: {
          attribution_setting: "'; DROP TABLE conversion; --",
          action_attribution_windows: ["1d_click"],
        },
      })
      const insights = [
        await createInsight(container, sale!, "2026-10-02", 10, {
          conversions: 5,
        }),
        await createInsight(container, quiet!, "2026-10-02", 4),
      ]
      await syncCampaignsWorkflow(container).run({
        input: { campaign_ids: [sale!.id, quiet!.id] },
      })
      await syncInsightsWorkflow(container).run({
        input: { insight_ids: insights.map(({ id }) => id) },
      })
      await post({
        rows: [
          claims("2026-10-01", 4, 300),
          claims("2026-10-02", 2, 100),
          // Of a day that Meta has not reported yet.
          claims("2026-10-03", 8, 999),
          { ...row, campaign: "Silent", date: "2026-10-02", spend: 3 },
        ],
      })
      const order = (id: string, day: string, campaign: string) => {
        const started_at = new Date(`2026-10-${day}T10:00:00Z`)
        const session = touchFact(id, {
          visitor_id: id,
          utm_campaign: campaign,
          started_at,
        })
        const purchase = purchaseFact(id, {
          visitor_id: id,
          converted_at: new Date(`2026-10-${day}T12:00:00Z`),
        })
        return { session, purchase }
      }
      const orders = [
        order("a", "01", "Clips"),
        order("b", "02", "Clips"),
        order("c", "03", "Clips"),
        order("d", "02", "Sale"),
        order("e", "02", "Silent"),
      ]
      const service = adPlanning(container)
      await service.touches.syncTouches(
        orders.map(({ session }) => session),
        []
      )
      await service.purchases.syncPurchases(
        orders.map(({ purchase }) => purchase),
        []
      )
      await bulkResolveAttributionsWorkflow(container).run({ input: {} })
      return { sale: sale!, quiet: quiet! }
    }

    afterEach(() => jest.restoreAllMocks())

    it("holds what platforms claim against what we credit, complete days only", async () => {
      const { sale, quiet } = await openShop()
      const ask = (query = "") =>
        api.get(
          `/admin/ad-planning/attribution/claimed?from=2026-10-01&to=2026-10-03&timezone=UTC${query}`,
          admin
        )
      const { status, data } = await ask()
      expect(status).toBe(200)
      const imported = expect.stringMatching(/^apcamp_/)
      expect(data.campaigns).toEqual([
        {
          ad_campaign_id: imported,
          name: "Clips",
          platform: "tiktok",
          spend: 3,
          claimed_conversions: 14,
          claimed_value: 1399,
          conversions: 3,
          purchases: 3,
          revenue: 300,
          conversions_ratio: 6 / 2,
          value_ratio: 400 / 200,
          ...UNKNOWN,
        },
        {
          ad_campaign_id: sale.id,
          name: "Sale",
          platform: "meta",
          spend: 10,
          claimed_conversions: 5,
          claimed_value: null,
          conversions: 1,
          purchases: 1,
          revenue: 100,
          conversions_ratio: 5,
          value_ratio: null,
          attribution_window: "7d_click_1d_view",
          includes_view_through: true,
          timezone: "America/New_York",
        },
        {
          ad_campaign_id: imported,
          name: "Silent",
          platform: "tiktok",
          spend: 3,
          claimed_conversions: null,
          claimed_value: null,
          conversions: 1,
          purchases: 1,
          revenue: 100,
          conversions_ratio: null,
          value_ratio: null,
          ...UNKNOWN,
        },
        {
          ad_campaign_id: quiet.id,
          name: "Quiet",
          platform: "meta",
          spend: 4,
          claimed_conversions: 0,
          claimed_value: null,
          conversions: 0,
          purchases: 0,
          revenue: 0,
          conversions_ratio: null,
          value_ratio: null,
          attribution_window: "1d_click",
          includes_view_through: false,
          timezone: "America/New_York",
        },
      ])
      // What "Silent" earned is in no ratio, nor is what "Sale" did in that of values.
      expect(data.totals).toEqual({
        spend: 20,
        claimed_conversions: 19,
        claimed_value: 1399,
        conversions: 4,
        purchases: 4,
        revenue: 300,
        conversions_ratio: 11 / 3,
        value_ratio: 2,
      })
      expect(
        data.notes.map((note: { code: string; campaigns: number }) => [
          note.code,
          note.campaigns,
        ])
      ).toEqual([
        ["another_rule", 3],
        ["no_claims", 1],
        ["no_value", 2],
        ["window_unknown", 1],
        ["includes_views", 1],
        ["timezone_unknown", 1],
        ["timezone_differs", 2],
      ])
      expect(JSON.stringify(data)).not.toMatch(/error|wrong/i)
      expect(data).toMatchObject({
        model: "last_touch",
        currency: "gbp",
        spend_complete_through: "2026-10-02",
        unconverted: [],
        period: { from_date: "2026-10-01", to_date: "2026-10-03" },
      })

      const { data: roi } = await api.get(
        "/admin/ad-planning/dashboard/roi?from=2026-10-01&to=2026-10-03&timezone=UTC",
        admin
      )
      const credited = (rows: Record<string, unknown>[]) =>
        rows.map(({ name, revenue, conversions, claimed_value }) =>
          [name, revenue, conversions, claimed_value].join(" ")
        )
      expect(credited(roi.roi)).toEqual(
        expect.arrayContaining(credited(data.campaigns))
      )

      const filtered = await ask("&website_id=site")
      expect(filtered.data.totals).toEqual({
        spend: null,
        claimed_conversions: null,
        claimed_value: null,
        conversions: 5,
        purchases: 5,
        revenue: 500,
        conversions_ratio: null,
        value_ratio: null,
      })
    })
  })
}
