import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { purchaseFact, touchFact } from "../../../helpers/facts"
import type { StoreContext } from "../../../helpers/test-store"
import { days, spendAdmin } from "./helpers"

const ROW = {
  platform: "google",
  campaign: "Twin",
  date: "2026-10-08",
  spend: 100,
  currency: "gbp",
}

export default function suite(store: StoreContext) {
  let admin: Awaited<ReturnType<typeof spendAdmin>>

  beforeAll(async () => {
    admin = await spendAdmin(store)
  })

  /** A click on a campaign by name, and the order it brought. */
  async function order(id: string, campaign: string, day = "08") {
    const service = adPlanning(store.getContainer())
    const touch = touchFact(id, {
      visitor_id: id,
      utm_source: "google",
      utm_campaign: campaign,
      started_at: new Date(`2026-10-${day}T10:00:00Z`),
    })
    await service.touches.syncTouches([touch], [])
    const purchase = purchaseFact(id, {
      visitor_id: id,
      converted_at: new Date(`2026-10-${day}T12:00:00Z`),
    })
    await service.purchases.syncPurchases([purchase], [])
    await bulkResolveAttributionsWorkflow(store.getContainer()).run({
      input: {},
    })
  }

  const roi = async () => {
    const { data } = await admin.send(
      "get",
      "/dashboard/roi?from=2026-10-08&to=2026-10-08&timezone=UTC"
    )
    return data.roi
      .map((row: Record<string, unknown>) => [
        row.name,
        row.spend,
        row.purchases,
        row.revenue,
      ])
      .filter(([, spend, purchases]: number[]) => spend || purchases)
  }

  describe("which campaign a report means", () => {
    it("is the one known by its name alone, once it has an id", async () => {
      await admin.rows([ROW])
      await order("a", "Twin")
      await admin.rows([{ ...ROW, external_id: "881" }])
      await order("b", "Twin")
      expect(await days(store)).toHaveLength(1)
      expect(await roi()).toEqual([["Twin", 100, 2, 200]])
    })

    it("is one campaign however its network is spelt", async () => {
      await admin.rows([{ ...ROW, external_id: "882" }])
      for (const platform of ["Google Ads", "AdWords", "google_ads"]) {
        await admin.rows([{ ...ROW, platform, external_id: "882" }])
      }
      expect(await roi()).toEqual([["Twin", 100, 0, 0]])
    })

    it("is the same under another name, and clicks with the former one are its", async () => {
      await admin.rows([{ ...ROW, external_id: "883", campaign: "Old" }])
      await admin.rows([{ ...ROW, external_id: "883", campaign: "New" }])
      await order("c", "Old")
      expect(await roi()).toEqual([["New", 100, 1, 100]])
    })

    it("is not renamed by an older report", async () => {
      await admin.rows([{ ...ROW, external_id: "884", campaign: "Newer" }])
      await admin.rows([
        { ...ROW, external_id: "884", campaign: "Older", date: "2026-10-02" },
      ])
      await order("d", "Older", "02")
      expect((await days(store)).map(({ name }) => name)).toEqual([
        "Newer",
        "Newer",
      ])
      const { data } = await admin.send("get", "/campaigns")
      expect(data.campaigns).toHaveLength(1)
    })
  })

  describe("POST /admin/ad-planning/campaigns", () => {
    it("makes a campaign by hand, spreads a fee over its days, and takes both away", async () => {
      await order("e", "October letter")
      const made = await admin.send("post", "/campaigns", {
        name: "October letter",
        platform: "google",
        status: "active",
      })
      expect(made.status).toBe(200)
      const { id } = made.data.campaign
      const paid = await admin.send("post", `/campaigns/${id}/spend`, {
        amount: 100,
        currency: "gbp",
        from: "2026-10-07",
        to: "2026-10-09",
      })
      expect(paid).toMatchObject({ status: 200, data: { imported: 3 } })
      expect((await days(store)).map(({ spend }) => spend)).toEqual([
        33.34, 33.33, 33.33,
      ])
      expect(await roi()).toEqual([["October letter", 33.33, 1, 100]])
      const refused = await admin.send("delete", `/campaigns/${id}`)
      expect(refused).toEqual({
        status: 400,
        data: {
          type: "not_allowed",
          message: `Campaign with id: ${id} cannot be deleted: it has 3 days, 1 touches, 1 conversions`,
        },
      })
      const again = await admin.send("post", `/campaigns/${id}/spend`, {
        amount: 9,
        currency: "gbp",
        from: "2026-10-07",
        to: "2026-10-07",
      })
      expect(again.status).toBe(400)
      const added = await admin.send("post", `/campaigns/${id}/spend`, {
        amount: 9,
        currency: "gbp",
        from: "2026-10-07",
        to: "2026-10-07",
        on_existing: "add",
      })
      expect(added.status).toBe(200)
      expect((await days(store))[0]!.spend).toBe(42.34)
      for (const taken of [added, paid]) {
        await admin.send("delete", `/spend/imports/${taken.data.import_id}`)
      }
      expect(await days(store)).toEqual([])
    })

    it.each([
      [
        { name: "X" },
        "Field 'platform': Invalid input: expected string, received undefined",
      ],
      [
        { name: "X", platform: "print", nope: 1 },
        "Unrecognized fields: 'nope'",
      ],
      [
        {
          name: "X",
          platform: "print",
          started_on: "2026-10-09",
          stopped_on: "2026-10-01",
        },
        "Field 'stopped_on': is before started_on",
      ],
    ])("refuses %j", async (body, reason) => {
      const { status, data } = await admin.send("post", "/campaigns", body)
      expect({ status, message: data.message }).toEqual({
        status: 400,
        message: `Invalid request: ${reason}`,
      })
    })
  })

  describe("POST /admin/ad-planning/campaigns/:id/merge", () => {
    it("moves all of it, keeps following it, and parts them again", async () => {
      await admin.rows([
        { ...ROW, external_id: "1", campaign: "Left" },
        { ...ROW, external_id: "2", campaign: "Right", spend: 50 },
      ])
      await order("f", "Left")
      await order("g", "Right")
      const { data } = await admin.send("get", "/campaigns?order=name")
      const [left, right] = data.campaigns
      const apart = await roi()
      const merged = await admin.send("post", `/campaigns/${left.id}/merge`, {
        into: right.id,
      })
      expect(merged.status).toBe(200)
      expect(await roi()).toEqual([["Right", 150, 2, 200]])
      expect(
        await sql(
          store.getContainer(),
          `SELECT from_key, to_key, COUNT(*)::int AS conversions FROM ad_planning_attribution_change
            WHERE cause = 'merge' AND cause_id = ? GROUP BY 1, 2`,
          [merged.data.merge.id]
        )
      ).toEqual([{ from_key: left.id, to_key: right.id, conversions: 1 }])
      // The platform goes on to report the first one.
      await admin.rows([
        { ...ROW, external_id: "1", campaign: "Left", spend: 120 },
      ])
      await order("h", "Left")
      expect(await roi()).toEqual([["Right", 170, 3, 300]])
      const parted = await admin.send("post", `/campaigns/${left.id}/unmerge`)
      expect(parted.status).toBe(200)
      expect(await roi()).toEqual(
        apart.map(([name]: [string]) =>
          name === "Left" ? ["Left", 120, 2, 200] : ["Right", 50, 1, 100]
        )
      )
      const twice = await admin.send("post", `/campaigns/${left.id}/unmerge`)
      expect(twice.status).toBe(400)
    })
  })
}
