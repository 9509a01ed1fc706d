import type { MedusaContainer } from "@medusajs/framework/types"
import type AdPlanningService from "../../../../src/modules/ad-planning/service"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { journeyFact, purchaseFact, touchFact } from "../../../helpers/facts"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

const PERIOD = "from=2026-10-01&to=2026-10-31&timezone=UTC"
const at = (time: string) => new Date(`2026-10-02T${time}:00Z`)

const PAID = {
  utm_source: "google",
  utm_medium: "cpc",
  utm_campaign: "Lamps",
  channel_group: "Paid Search" as const,
  platform: "google" as const,
  is_paid: true,
}
const ORGANIC = {
  utm_campaign: null,
  claims_campaign: false,
  referrer: "https://www.bing.com/",
  channel_group: "Organic Search" as const,
}
const REFERRAL = {
  ...ORGANIC,
  referrer: "https://acs.examplebank.de/",
  channel_group: "Referral" as const,
}

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let service: AdPlanningService
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    container = getContainer()
    service = adPlanning(container)
    admin = await adminHeaders(container)
  })

  async function linearOf(orderId: string) {
    const { data } = await api.get(
      `/admin/ad-planning/attribution/conversions/${orderId}`,
      admin
    )
    return data.explanation.touches.map(
      (touch: {
        channel_group: string
        credits: { linear: { share: number } }
      }) => [touch.channel_group, touch.credits.linear.share]
    )
  }

  it("a paid visit, then an organic one that the order's stamp repeats: two touches", async () => {
    silenceEvents(container)
    await service.touches.syncTouches(
      [
        touchFact("paid", { ...PAID, started_at: at("09:00") }),
        touchFact("organic", { ...ORGANIC, started_at: at("10:00") }),
      ],
      []
    )
    await service.purchases.syncPurchases(
      [
        purchaseFact("o1", {
          visitor_id: "v",
          session_id: "organic",
          touch: touchFact("organic", {
            ...ORGANIC,
            touch_key: "order:o1",
            source: "order",
            order_id: "o1",
            started_at: at("10:00"),
          }),
        }),
      ],
      []
    )
    expect(await linearOf("o1")).toEqual([
      ["Paid Search", 0.5],
      ["Organic Search", 0.5],
    ])
    const { data } = await api.get(
      `/admin/ad-planning/attribution/stats?${PERIOD}&group_by=channel_group`,
      admin
    )
    expect(data.totals.sessions).toBe(2)
  })

  describe("a foreign referrer that brings a visitor back to a cart", () => {
    const cart = (timestamp: Date) =>
      journeyFact("cart", { event_type: "add_to_cart", timestamp })
    const visits = [
      touchFact("paid", { ...PAID, started_at: at("09:00") }),
      touchFact("bank", { ...REFERRAL, started_at: at("10:30") }),
    ]
    const order = purchaseFact("o1", { converted_at: at("10:40") })

    it.each([
      ["cart first", ["cart", "visits", "order"]],
      ["visits first", ["visits", "order", "cart"]],
      ["order first", ["order", "cart", "visits"]],
    ])("is no touch, %s", async (_case, told) => {
      silenceEvents(container)
      const tell: Record<string, () => Promise<unknown>> = {
        cart: () => service.journeys.syncJourneys([cart(at("10:00"))], []),
        visits: () => service.touches.syncTouches(visits, []),
        order: () => service.purchases.syncPurchases([order], []),
      }
      for (const name of told) {
        await tell[name]!()
      }
      expect(await linearOf("o1")).toEqual([["Paid Search", 1]])
      const { data } = await api.get(
        "/admin/ad-planning/attribution/conversions/o1",
        admin
      )
      expect(
        data.explanation.left_out.map((row: { reason: string }) => row.reason)
      ).toContain("payment_provider")
    })

    it.each([
      ["long after it", at("09:20")],
      ["before it", at("10:35")],
    ])("is one %s", async (_case, timestamp) => {
      silenceEvents(container)
      await service.touches.syncTouches(visits, [])
      await service.purchases.syncPurchases([order], [])
      await service.journeys.syncJourneys([cart(timestamp)], [])
      expect(await linearOf("o1")).toEqual([
        ["Paid Search", 0.5],
        ["Referral", 0.5],
      ])
    })
  })

  it("the queue has one row for all spellings of a value, and names a placeholder", async () => {
    silenceEvents(container)
    const names = ["Summer Sale", "summer_sale", "SUMMER+SALE", "Summer Sale"]
    await service.touches.syncTouches(
      [...names, "{{campaign.name}}"].map((utm_campaign, index) =>
        touchFact(`s${index}`, { utm_campaign, utm_source: "news" })
      ),
      []
    )
    const { data } = await api.get(
      `/admin/ad-planning/attribution/unresolved?${PERIOD}&currency=gbp`,
      admin
    )
    expect(
      data.unresolved.map((row: Record<string, unknown>) => [
        row.utm_campaign,
        row.sessions,
        row.spellings,
        row.is_unreplaced_macro,
      ])
    ).toEqual([
      ["Summer Sale", 4, ["SUMMER+SALE", "Summer Sale", "summer_sale"], false],
      ["{{campaign.name}}", 1, ["{{campaign.name}}"], true],
    ])
  })

  it("a manual conversion takes utm and click ids, and answers its metadata", async () => {
    silenceEvents(container)
    const { data } = await api.post(
      "/admin/ad-planning/conversions",
      {
        conversion_type: "lead_form_submission",
        converted_at: "2026-10-02T10:00:00Z",
        utm_source: "google",
        utm_medium: "cpc",
        utm_campaign: "Lamps",
        gclid: "abc",
        metadata: { told_by: "phone" },
      },
      admin
    )
    expect(data.conversion).toMatchObject({
      utm_source: "google",
      utm_campaign: "Lamps",
      channel_group: "Paid Search",
      is_paid: true,
      metadata: { told_by: "phone" },
    })
    const read = await api.get(
      `/admin/ad-planning/conversions/${data.conversion.id}`,
      admin
    )
    expect(read.data.conversion.metadata).toEqual({ told_by: "phone" })
    expect(read.data.conversion.attribution.click_ids).toEqual({ gclid: "abc" })
  })

  it("a bot's page view makes no session at the stand-in's route", async () => {
    const { data } = await api.post(
      "/web/analytics/track",
      {
        event_type: "pageview",
        pathname: "/",
        website_id: "site",
        visitor_id: "bot",
        session_id: "bot",
      },
      {
        headers: {
          "User-Agent":
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        },
      }
    )
    expect(data).toEqual({ accepted: 0, reason: "bot" })
    expect(await sql(container, "SELECT id FROM analytics_session")).toEqual([])
  })
}
