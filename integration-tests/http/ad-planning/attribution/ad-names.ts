import { parse } from "csv-parse/sync"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import {
  campaignFact,
  HOSTILE_TEXTS,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import { socials } from "../../../helpers/host"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

const PERIOD = "from=2026-10-01&to=2026-10-31"
const REPORTS = [
  ["stats", "stats"],
  ["compare", "rows"],
] as const

interface Named {
  key: string
  name: string
  campaign_name?: string | null
}

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  let ids: Record<"set" | "ad" | "hostile", string>

  beforeEach(async () => {
    const container = getContainer()
    silenceEvents(container)
    admin = await adminHeaders(container)
    const service = adPlanning(container)
    await service.campaigns.syncCampaigns([campaignFact("c", "Summer Sale")])
    const [set, hostile] = await socials(container).createAdSets([
      { meta_adset_id: "6001", campaign_id: "c", name: "Broad, 18+" },
      { meta_adset_id: "6003", campaign_id: "c", name: HOSTILE_TEXTS.join() },
    ])
    const ad = await socials(container).createAds({
      meta_ad_id: "6002",
      ad_set_id: set!.id,
      name: "Clip",
    })
    ids = { set: set!.id, ad: ad.id, hostile: hostile!.id }
    const visits = [
      [ids.set, ids.ad],
      [ids.hostile, null],
      ["gone", "gone"],
      [null, null],
    ] as const
    await service.touches.syncTouches(
      visits.map((_visit, index) =>
        touchFact(`s${index}`, { visitor_id: `v${index}` })
      ),
      []
    )
    for (const [index, [ad_set_id, ad_id]] of visits.entries()) {
      const [touch] = await sql<{ id: string }>(
        container,
        `SELECT id FROM campaign_attribution WHERE session_id = 's${index}'`
      )
      await service.resolutions.assignTouch(
        touch!.id,
        { ad_campaign_id: "c", ad_set_id, ad_id },
        null
      )
    }
    await service.purchases.syncPurchases(
      visits.map((_visit, index) =>
        purchaseFact(`o${index}`, { visitor_id: `v${index}` })
      ),
      []
    )
  })

  const names = (rows: Named[]) =>
    Object.fromEntries(
      rows.map(({ key, name, campaign_name }) => [key, [name, campaign_name]])
    )

  describe.each(REPORTS)("GET /attribution/%s", (path, rows) => {
    const url = (group: string) =>
      `/admin/ad-planning/attribution/${path}?${PERIOD}&group_by=${group}`

    it("calls ad sets and ads as the store's module does", async () => {
      const sets = await api.get(url("ad_set"), admin)
      expect(names(sets.data[rows])).toEqual({
        [ids.set]: ["Broad, 18+", "Summer Sale"],
        [ids.hostile]: [HOSTILE_TEXTS.join(), "Summer Sale"],
        gone: ["gone", null],
        "(no ad set)": ["(no ad set)", null],
      })
      const ads = await api.get(url("ad"), admin)
      expect(names(ads.data[rows])).toEqual({
        [ids.ad]: ["Clip", "Summer Sale"],
        gone: ["gone", null],
        "(no ad)": ["(no ad)", null],
      })
    })

    it("says them in its CSV", async () => {
      const { data } = await api.get(url("ad"), {
        headers: { ...admin.headers, Accept: "text/csv" },
      })
      const lines: Named[] = parse(data, { columns: true, bom: true })
      expect(names(lines)).toEqual({
        [ids.ad]: ["Clip", "Summer Sale"],
        gone: ["gone", ""],
        "(no ad)": ["(no ad)", ""],
      })
    })

    it("names no campaign of what is no part of one", async () => {
      const { data } = await api.get(url("campaign"), admin)
      expect(names(data[rows])).toEqual({ c: ["Summer Sale", undefined] })
    })
  })
}
