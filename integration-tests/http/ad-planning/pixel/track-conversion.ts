import { readableText } from "../../../../src/modules/ad-planning/utils/attribution/readable-text"
import { Modules } from "@medusajs/framework/utils"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { adminHeaders } from "../../../helpers/admin-headers"
import { HOSTILE_TEXTS, purchaseFact } from "../../../helpers/facts"
import { createCampaigns, visit } from "../../../helpers/host"
import { itAll } from "../../../helpers/it-all"
import { countRows } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"
import { prunePurchaseClaimsWorkflow } from "../../../../src/workflows/ad-planning/conversions/prune-purchase-claims"
import { syncCampaignsWorkflow } from "../../../../src/workflows/ad-planning/spend/sync-campaigns"
import { resolveSessionAttributionWorkflow } from "../../../../src/workflows/ad-planning/attribution/resolve-session-attribution"
import {
  addToCart,
  hostileBodies,
  hostileQueries,
} from "../fixtures/pixel-messages"

const PATH = "/web/ad-planning/track-conversion"
const GIF = "/web/ad-planning/pixel.gif"
const FIREFOX =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0"
const ORIGIN = "https://shop.example"

let addresses = 0

export default function suite({ api, getContainer }: StoreContext) {
  const any = { validateStatus: () => true }

  /** Each call of an address of its own: the limit is another test's. */
  const headersOf = (headers: Record<string, string>) => {
    addresses += 1
    const address = `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`
    return { "user-agent": FIREFOX, "x-forwarded-for": address, ...headers }
  }
  const send = (
    text: string,
    headers: Record<string, string> = { "content-type": "application/json" }
  ) =>
    // As bytes, which axios sends as they are.
    api.post(PATH, Buffer.from(text), { ...any, headers: headersOf(headers) })
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    send(typeof body === "string" ? body : JSON.stringify(body), {
      "content-type": "application/json",
      ...headers,
    })
  const gif = (query: string, headers: Record<string, string> = {}) =>
    api.get(`${GIF}?${query}`, {
      ...any,
      headers: headersOf(headers),
      responseType: "arraybuffer",
    })
  const conversions = () =>
    sql<Record<string, unknown> & { converted_at: Date }>(
      getContainer(),
      `SELECT * FROM conversion ORDER BY converted_at, idempotency_key`
    )

  describe(`POST ${PATH}`, () => {
    it("counts what the tracker sends, and answers with its id", async () => {
      const before = Date.now()
      const { status, data } = await post(addToCart)
      expect(status).toBe(202)
      expect(data).toEqual({
        accepted: 1,
        conversion_id: expect.stringMatching(/^conv_/),
      })
      const [row, ...others] = await conversions()
      expect(others).toEqual([])
      expect(row).toMatchObject({
        id: data.conversion_id,
        conversion_type: "add_to_cart",
        source: "pixel",
        website_id: "site",
        pathname: "/products/shirt",
        visitor_id: "visitor_1",
        session_id: "session_1",
        conversion_value: "20",
        raw_conversion_value: { value: "20", precision: 20 },
        currency: "eur",
        fx_currency: "gbp",
        fx_rate: "0.86",
        net_value: null,
        goal_id: null,
        person_id: null,
        attribution_id: null,
        metadata: { product_id: "prod_1" },
      })
      expect(+row!.converted_at).toBeGreaterThanOrEqual(before)
    })

    it("takes a beacon: JSON as text/plain, or with no type at all", async () => {
      const text = JSON.stringify(addToCart)
      const plain = await send(text, {
        "content-type": "text/plain;charset=UTF-8",
      })
      const bytes = await send(text, {
        "content-type": "application/octet-stream",
      })
      expect([plain.status, bytes.status]).toEqual([202, 202])
      expect(await conversions()).toHaveLength(2)
    })

    it("counts a repeated event_id once, and answers with the first id", async () => {
      const message = { ...addToCart, event_id: "event-1" }
      const first = await post(message)
      const again = await post({ ...message, conversion_value: 99 })
      const together = await Promise.all(
        [1, 2, 3].map(() => post({ ...message, event_id: "event-2" }))
      )
      expect(again.status).toBe(202)
      expect(again.data).toEqual({
        accepted: 0,
        reason: "duplicate",
        conversion_id: first.data.conversion_id,
      })
      expect(together.map(({ data }) => data.accepted).toSorted()).toEqual([
        0, 0, 1,
      ])
      expect(new Set(together.map(({ data }) => data.conversion_id)).size).toBe(
        1
      )
      expect(
        (await conversions()).map((row) => [
          row.idempotency_key,
          row.conversion_value,
        ])
      ).toEqual([
        ["pixel:event-1", "20"],
        ["pixel:event-2", "20"],
      ])
    })

    it("files milestones of the tracker as page engagement", async () => {
      await post({
        ...addToCart,
        conversion_type: "scroll_depth",
        conversion_value: null,
        metadata: { depth: 75, page: "/a" },
      })
      await post({
        ...addToCart,
        conversion_type: "time_on_site",
        conversion_value: null,
        metadata: { seconds: 120, page: "/a" },
      })
      const rows = await conversions()
      expect(
        rows.map(({ conversion_type, metadata, currency }) => ({
          conversion_type,
          metadata,
          currency,
        }))
      ).toEqual([
        {
          conversion_type: "page_engagement",
          currency: null,
          metadata: {
            depth: 75,
            page: "/a",
            engagement: "scroll_depth",
            milestone: 75,
          },
        },
        {
          conversion_type: "page_engagement",
          currency: null,
          metadata: {
            seconds: 120,
            page: "/a",
            engagement: "time_on_site",
            milestone: 120,
          },
        },
      ])
    })

    it("stores nothing of bots and of visitors who do not want it", async () => {
      const bot = await post(addToCart, {
        "user-agent":
          "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
      })
      const gpc = await post(addToCart, { "sec-gpc": "1" })
      const dnt = await post(addToCart, { dnt: "1" })
      const said = await post({ ...addToCart, consent: false })
      const agreed = await post({ ...addToCart, consent: true })
      expect(
        [bot, gpc, dnt, said].map(({ status, data }) => [status, data])
      ).toEqual([
        [202, { accepted: 0, reason: "bot" }],
        [202, { accepted: 0, reason: "no_consent" }],
        [202, { accepted: 0, reason: "no_consent" }],
        [202, { accepted: 0, reason: "no_consent" }],
      ])
      expect(agreed.data.accepted).toBe(1)
      expect(await conversions()).toHaveLength(1)
    })

    it("believes a clock of the last day, and no other", async () => {
      const hour = 3_600_000
      const at = (ms: number) => new Date(Date.now() + ms).toISOString()
      const [lately, longAgo, ahead] = [at(-2 * hour), at(-25 * hour), at(hour)]
      for (const [event_id, occurred_at] of [
        ["a", lately],
        ["b", longAgo],
        ["c", ahead],
      ]) {
        await post({ ...addToCart, event_id, occurred_at })
      }
      const rows = await conversions()
      const timeOf = (key: string) => {
        const row = rows.find(
          ({ idempotency_key }) => idempotency_key === `pixel:${key}`
        )
        return +row!.converted_at
      }
      expect(timeOf("a")).toBe(Date.parse(lately))
      expect(Math.abs(timeOf("b") - Date.now())).toBeLessThan(hour / 2)
      expect(Math.abs(timeOf("c") - Date.now())).toBeLessThan(hour / 2)
    })

    it("keeps hostile texts as they are", async () => {
      for (const text of HOSTILE_TEXTS) {
        const { status } = await post({
          ...addToCart,
          event_id: text,
          conversion_name: text,
          utm_campaign: text,
          metadata: { [text]: text },
        })
        expect(status).toBe(202)
      }
      const rows = await conversions()
      const names = rows.map((row) => row.conversion_name)
      expect(names.toSorted()).toEqual(HOSTILE_TEXTS.toSorted())
      for (const row of rows) {
        // A campaign parameter is kept as a person would read it.
        expect(row.utm_campaign).toBe(readableText(`${row.conversion_name}`))
        // The one name that no object of ours takes from outside.
        const isPrototype = row.conversion_name === "__proto__"
        expect(JSON.stringify(row.metadata)).toBe(
          isPrototype
            ? "{}"
            : JSON.stringify({
                [`${row.conversion_name}`]: row.conversion_name,
              })
        )
      }
    })

    itAll(
      "refuses hostile bodies with the field and the reason, and writes nothing",
      hostileBodies,
      async (_name, body, message) => {
        const before = await countRows(getContainer())
        const { status, data } = await post(body)
        expect([status, data]).toEqual([400, { type: "invalid_data", message }])
        const { ad_planning_pixel_count: _now, ...after } =
          await countRows(getContainer())
        const { ad_planning_pixel_count: _then, ...former } = before
        expect(after).toEqual(former)
      }
    )

    it("refuses a body of more than 32 KiB", async () => {
      const { status, data } = await post({
        ...addToCart,
        metadata: { text: "x".repeat(33_000) },
      })
      expect([status, data]).toEqual([
        413,
        {
          type: "payload_too_large",
          message: "Invalid request: the body must be at most 32 KiB",
        },
      ])
      expect(await conversions()).toEqual([])
    })

    it("answers preflights, of the shop's origin only", async () => {
      const ask = (origin: string) =>
        api.request({
          ...any,
          url: PATH,
          method: "OPTIONS",
          headers: {
            origin,
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
          },
        })
      const own = await ask(ORIGIN)
      const foreign = await ask("https://evil.example")
      expect(own.status).toBe(204)
      expect(own.headers).toMatchObject({
        "access-control-allow-origin": ORIGIN,
        "access-control-allow-credentials": "true",
        "access-control-allow-headers": "content-type",
        "access-control-max-age": "600",
      })
      expect(foreign.headers["access-control-allow-origin"]).toBeUndefined()
      const answer = await post(addToCart, { origin: ORIGIN })
      const refused = await post({}, { origin: ORIGIN })
      expect(answer.headers["access-control-allow-origin"]).toBe(ORIGIN)
      // So that a page can read why.
      expect(refused.headers["access-control-allow-origin"]).toBe(ORIGIN)
    })
  })

  describe(`GET ${GIF}`, () => {
    it("counts, and answers a picture that is not kept", async () => {
      const { status, headers, data } = await gif(
        "conversion_type=lead_form_submission&visitor_id=v&conversion_value=1.5&currency=eur&event_id=g&consent=true"
      )
      expect(status).toBe(200)
      expect(headers).toMatchObject({
        "content-type": "image/gif",
        "cache-control": "no-store",
      })
      expect(Buffer.from(data).subarray(0, 6).toString()).toBe("GIF89a")
      expect(await conversions()).toEqual([
        expect.objectContaining({
          idempotency_key: "pixel:g",
          conversion_type: "lead_form_submission",
          visitor_id: "v",
          conversion_value: "1.5",
        }),
      ])
    })

    it("writes nothing without consent", async () => {
      const { status } = await gif("conversion_type=custom&consent=false")
      expect(status).toBe(200)
      expect(await conversions()).toEqual([])
    })

    itAll(
      "refuses hostile queries with the field and the reason, and writes nothing",
      hostileQueries,
      async (_name, query, message) => {
        const { status, data } = await gif(query)
        expect([status, JSON.parse(Buffer.from(data).toString())]).toEqual([
          400,
          { type: "invalid_data", message },
        ])
        expect(await conversions()).toEqual([])
      }
    )
  })

  describe("a message's campaign", () => {
    const withCampaign = {
      ...addToCart,
      utm_source: "facebook",
      utm_medium: "cpc",
      utm_campaign: "Summer Sale",
      landing_page: "https://shop.example.com/?utm_campaign=Summer+Sale",
    }

    it("is its session's, also of a session that nobody else knows", async () => {
      const container = getContainer()
      const [campaign] = await createCampaigns(container, ["Summer Sale"])
      await syncCampaignsWorkflow(container).run({
        input: { campaign_ids: [campaign!.id] },
      })
      await post({ ...withCampaign, touch_at: "2026-01-01T00:00:00Z" })
      await post({ ...addToCart, event_id: "later" })
      expect(
        (await conversions()).map((row) => [
          row.ad_campaign_id,
          row.channel_group,
          row.is_paid,
        ])
      ).toEqual([
        // The visitor's clock says January: out of the lookback.
        [null, null, null],
        [null, null, null],
      ])
      await post({
        ...withCampaign,
        session_id: "session_2",
        event_id: "now",
      })
      const rows = await conversions()
      expect(
        rows.find((row) => row.idempotency_key === "pixel:now")
      ).toMatchObject({
        ad_campaign_id: campaign!.id,
        channel_group: "Paid Social",
        platform: "meta",
        is_paid: true,
      })
      expect(
        await sql(
          container,
          "SELECT touch_key, source, analytics_session_id FROM campaign_attribution ORDER BY 1"
        )
      ).toEqual([
        {
          touch_key: "session:session_1",
          source: "session",
          analytics_session_id: null,
        },
        {
          touch_key: "session:session_2",
          source: "session",
          analytics_session_id: null,
        },
      ])
    })

    it("comes with the host's session, if that arrives later", async () => {
      const container = getContainer()
      const [campaign] = await createCampaigns(container, ["Summer Sale"])
      await syncCampaignsWorkflow(container).run({
        input: { campaign_ids: [campaign!.id] },
      })
      await post({ ...addToCart, event_id: "early" })
      const session = await visit(container, {
        visitor_id: "visitor_1",
        session_id: "session_1",
        started_at: new Date(Date.now() - 60_000).toISOString(),
        query: "utm_source=facebook&utm_medium=cpc&utm_campaign=Summer+Sale",
      })
      await resolveSessionAttributionWorkflow(container).run({
        input: { analytics_session_ids: [session.id] },
      })
      // The host's own event may be at work on the session, too.
      const row = await eventually(async () => {
        const [early] = await conversions()
        return early?.ad_campaign_id && early
      })
      expect(row).toMatchObject({
        ad_campaign_id: campaign!.id,
        analytics_session_id: session.id,
      })
      // What the host knows of its session stands.
      await post({
        ...withCampaign,
        utm_campaign: "Other",
        event_id: "other",
      })
      const touches = await sql(
        container,
        "SELECT utm_campaign FROM campaign_attribution"
      )
      expect(touches).toEqual([{ utm_campaign: "Summer Sale" }])
    })
  })

  describe("a purchase", () => {
    const claim = {
      ...addToCart,
      conversion_type: "purchase",
      order_id: "order_1",
      conversion_value: 1_000_000,
      event_id: "thanks",
    }
    const unknownVisitor = { visitor_id: null, session_id: null, touch: null }

    it("never counts by itself", async () => {
      const { status, data } = await post(claim)
      expect([status, data]).toEqual([
        202,
        { accepted: 1, conversion_id: null },
      ])
      expect(await conversions()).toEqual([])
      const again = await post({ ...claim, event_id: "thanks" })
      expect(again.data).toEqual({
        accepted: 0,
        reason: "duplicate",
        conversion_id: null,
      })
    })

    it.each([
      ["before", true],
      ["after", false],
    ])(
      "gives its visitor to an order that arrives %s it",
      async (_when, claimFirst) => {
        const service = adPlanning(getContainer())
        const order = purchaseFact("order_1", {
          ...unknownVisitor,
          converted_at: new Date(Date.now() + 5_000),
        })
        await post({
          ...addToCart,
          utm_source: "google",
          utm_medium: "cpc",
          utm_campaign: "Brand",
        })
        const steps = [
          () => post(claim),
          () => service.purchases.syncPurchases([order], []),
        ]
        for (const step of claimFirst ? steps : steps.toReversed()) {
          await step()
        }
        // A later claim of somebody else, and the order read again.
        await post({ ...claim, visitor_id: "thief", event_id: "late" })
        await service.purchases.syncPurchases([{ ...order }], [])
        const purchase = (await conversions()).filter(
          (row) => row.conversion_type === "purchase"
        )
        expect(purchase).toEqual([
          expect.objectContaining({
            order_id: "order_1",
            visitor_id: "visitor_1",
            session_id: "session_1",
            conversion_value: "100",
            net_value: "100",
            channel_group: "Paid Search",
          }),
        ])
      }
    )

    it("is forgotten when its order never came", async () => {
      const container = getContainer()
      for (const order_id of ["order_1", "order_2", "order_3"]) {
        await post({ ...claim, order_id, event_id: order_id })
      }
      await adPlanning(container).purchases.syncPurchases(
        [purchaseFact("order_2", { visitor_id: null })],
        []
      )
      await sql(
        container,
        "UPDATE ad_planning_purchase_claim SET claimed_at = '2026-01-01' WHERE order_id <> 'order_3'"
      )
      const prune = () =>
        prunePurchaseClaimsWorkflow(container).run({
          input: { before: "2026-02-01T00:00:00Z" },
        })
      expect((await prune()).result).toEqual({ pruned: 1 })
      expect((await prune()).result).toEqual({ pruned: 0 })
      expect(
        await sql(
          container,
          "SELECT order_id FROM ad_planning_purchase_claim ORDER BY 1"
        )
      ).toEqual([{ order_id: "order_2" }, { order_id: "order_3" }])
    })

    it("does not change the visitor that an order names itself", async () => {
      const service = adPlanning(getContainer())
      await service.purchases.syncPurchases(
        [purchaseFact("order_1", { visitor_id: "own" })],
        []
      )
      await post(claim)
      const [row] = await conversions()
      expect([row!.visitor_id, row!.session_id]).toEqual(["own", null])
    })
  })

  it("announces each counted conversion once", async () => {
    const container = getContainer()
    const heard: unknown[] = []
    container
      .resolve(Modules.EVENT_BUS)
      .subscribe("ad_planning.conversion.tracked", async ({ data }) => {
        heard.push(data)
      })
    const first = await post({ ...addToCart, event_id: "a" })
    await post({ ...addToCart, event_id: "a" })
    const second = await post({ ...addToCart, event_id: "b" })
    await eventually(async () => heard.length >= 2)
    expect(heard).toEqual([
      { id: first.data.conversion_id },
      { id: second.data.conversion_id },
    ])
  })

  it("tells how calls ended, in the last hour", async () => {
    const container = getContainer()
    const admin = await adminHeaders(container)
    // Calls of former tests may still wait to be written.
    await adPlanning(container).pixel.flushPixelCalls()
    await sql(container, "DELETE FROM ad_planning_pixel_count")
    await post(addToCart)
    await post(addToCart)
    await post({ ...addToCart, consent: false })
    await post({})
    await post({ ...addToCart, metadata: { text: "x".repeat(40_000) } })
    const pixel = await eventually(async () => {
      const { data } = await api.get("/admin/ad-planning/health", admin)
      return data.health.pixel.refused.too_large && data.health.pixel
    })
    expect(pixel).toMatchObject({
      accepted: 2,
      duplicate: 0,
      refused: {
        bot: 0,
        no_consent: 1,
        invalid: 1,
        too_large: 1,
        rate_limited: 0,
        overloaded: 0,
        failed: 0,
      },
    })
  })
}
