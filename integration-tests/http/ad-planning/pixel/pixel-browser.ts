import { PIXEL_VERSION } from "../../../../src/api/web/ad-planning/pixel.js/pixel-source"
import { analytics } from "../../../helpers/host"
import { eventually } from "../../../helpers/ad-planning"
import {
  CONVERSIONS_PATH,
  arrivals,
  describeInBrowser,
  pixelTag,
} from "../../../helpers/shop-browser"
import type { StoreContext } from "../../../helpers/test-store"

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

export default function suite({ api, getContainer }: StoreContext) {
  const server = () => `${api.defaults.baseURL}`
  const tag = (attributes?: string, before?: string) =>
    pixelTag(server(), attributes, before)
  const { pageViews, conversions, seenPages, seenConversions } =
    arrivals(getContainer)

  describeInBrowser("the script in a page", server, (visitor) => {
    it("sends a page view to another site, and asks nothing first", async () => {
      const network = await visitor.context.newCDPSession(visitor.page)
      await network.send("Network.enable")
      const preflights: string[] = []
      network.on("Network.requestWillBeSent", ({ type, request }) => {
        if (type === "Preflight") {
          preflights.push(request.url)
        }
      })
      await visitor.open("/shirts?utm_source=google&utm_id=7&gclid=abc#top")
      const [view] = await seenPages(1)
      expect(view).toMatchObject({
        website_id: "shop",
        pathname: "/shirts",
        query_string: "?utm_source=google&utm_id=7&gclid=abc",
        utm_source: "google",
        visitor_id: expect.stringMatching(UUID),
        session_id: expect.stringMatching(UUID),
        event_id: expect.stringMatching(UUID),
      })
      await visitor.run(`adPlanning.track("add_to_cart")`)
      await seenConversions(1)
      await visitor.allAnswered()
      expect(preflights).toEqual([])
      expect(visitor.complaints).toEqual([])
      expect(await visitor.run("adPlanning.version")).toBe(PIXEL_VERSION)
    })

    it("reports a conversion with what it came from", async () => {
      await visitor.open("/?utm_campaign=Summer&utm_id=7&gclid=abc&email=a@b.c")
      await visitor.run(
        `adPlanning.track("add_to_cart", {
              value: 12.5, currency: "EUR", name: "red shirt",
              event_id: "mine", metadata: { sku: "R-1" } })`
      )
      const [row] = await seenConversions(1)
      const { visitor_id, session_id } = await visitor.attributes()
      expect(row).toMatchObject({
        idempotency_key: "pixel:mine",
        conversion_type: "add_to_cart",
        conversion_name: "red shirt",
        website_id: "shop",
        pathname: "/",
        visitor_id,
        session_id,
        currency: "eur",
      })
      expect(Number(row!.conversion_value)).toBe(12.5)
      const report = visitor.sentTo(CONVERSIONS_PATH)[0]
      expect(report?.body).toMatchObject({
        utm_campaign: "Summer",
        utm_id: "7",
        gclid: "abc",
        landing_page: `${visitor.origin}/`,
        metadata: { sku: "R-1" },
      })
    })

    it("does what the page said before it came", async () => {
      visitor.head = tag(
        "",
        `<script>
              window.adPlanning = { q: [] }
              adPlanning.q.push(() => { throw new Error("the shop's") })
              adPlanning.q.push((api) => api.track("begin_checkout"))
            </script>`
      )
      await visitor.open("/")
      const [row] = await seenConversions(1)
      expect(row!.conversion_type).toBe("begin_checkout")
      await seenPages(1)
      await visitor.run(`adPlanning.q.push((api) => api.track("add_to_cart"))`)
      await seenConversions(2)
      expect(visitor.complaints).toEqual([
        expect.stringContaining("the shop's"),
      ])
    })

    it("identifies a person, where somebody keeps that", async () => {
      await visitor.open("/")
      await visitor.run(`adPlanning.identify("person_1", { plan: "gold" })`)
      const event = await eventually(async () => {
        const [row] = await analytics(getContainer()).listAnalyticsEvents({
          event_name: "identify",
        })
        return row
      })
      expect(event).toMatchObject({
        event_type: "custom_event",
        metadata: { person_id: "person_1", traits: { plan: "gold" } },
      })
    })

    it("without a website id it says so, once, and does nothing", async () => {
      visitor.head = `<script async src="${server()}/web/ad-planning/pixel.js"></script>`
      await visitor.page.goto(visitor.origin)
      await visitor.settled()
      expect(visitor.complaints).toEqual([
        "adPlanning: the script's tag has no data-website-id",
      ])
      expect(visitor.sent).toEqual([])
      expect(await visitor.stored()).toEqual([])
    })

    it("brought twice, it counts once", async () => {
      visitor.head = tag() + tag()
      await visitor.open("/")
      await visitor.settled()
      expect(await pageViews()).toHaveLength(1)
      expect(visitor.complaints).toEqual([])
    })

    describe("consent", () => {
      it("sends and stores nothing before, and then what waited", async () => {
        visitor.head = tag(`data-consent="wait"`)
        await visitor.open("/landing?utm_campaign=Summer&gclid=abc")
        const landedBefore = Date.now()
        await visitor.run(`history.pushState({}, "", "/shirts")`)
        await visitor.run(`adPlanning.track("add_to_cart")`)
        await visitor.settled()
        expect(visitor.sent).toEqual([])
        expect(await visitor.stored()).toEqual([])
        expect(await visitor.context.cookies()).toEqual([])
        expect(await visitor.attributes()).toEqual({})
        expect(await visitor.run("adPlanning.visitorId() === undefined")).toBe(
          true
        )

        await visitor.run("adPlanning.consent(true)")
        const [landing, shirts] = await seenPages(2)
        expect(landing).toMatchObject({
          pathname: "/landing",
          utm_campaign: "Summer",
        })
        expect(new Date(landing!.timestamp).getTime()).toBeLessThanOrEqual(
          landedBefore
        )
        expect(shirts!.pathname).toBe("/shirts")
        await seenConversions(1)
        expect(await visitor.attributes()).toMatchObject({
          utm_campaign: "Summer",
          gclid: "abc",
          landing_page: `${visitor.origin}/landing`,
          touch_at: new Date(landing!.timestamp).toISOString(),
        })
        // All of one visitor, in one session.
        const ids = visitor.sent.map(({ body }) => body.session_id)
        expect([ids.length, new Set(ids).size]).toEqual([3, 1])

        await visitor.open("/next")
        await seenPages(3)
      })

      it("withdrawn, deletes what was stored, here and in other tabs", async () => {
        visitor.head = tag(`data-consent="wait"`)
        await visitor.open("/?gclid=abc")
        await visitor.run("adPlanning.consent(true)")
        await seenPages(1)
        const other = await visitor.newPage()
        await other.goto(`${visitor.origin}/other`)
        await seenPages(2)
        await visitor.answer(CONVERSIONS_PATH, 503)
        await visitor.run(`adPlanning.track("add_to_cart")`)
        expect(await visitor.queued()).toBe(1)

        await visitor.run("adPlanning.consent(false)")
        expect(await visitor.stored()).toEqual([])
        expect(
          await visitor.run(
            `adPlanning.attributes({ gclid: "abc", gift: "yes" })`
          )
        ).toEqual({ gclid: "" })
        visitor.sent.length = 0
        await visitor.run(`adPlanning.track("add_to_cart")`)
        await other.evaluate(`adPlanning.track("add_to_cart")`)
        await visitor.page.reload()
        await visitor.settled()
        expect(visitor.sent).toEqual([])
        expect(await visitor.stored()).toEqual([])
        expect(await conversions()).toEqual([])
      })

      it("refused where the tag does not wait, stays refused", async () => {
        await visitor.open("/?gclid=abc")
        await seenPages(1)
        await visitor.run("adPlanning.consent(false)")
        await visitor.open("/next")
        await visitor.settled()
        expect(await visitor.stored()).toEqual(["ad_planning_consent"])
        expect(await pageViews()).toHaveLength(1)
        await visitor.run("adPlanning.consent(true)")
        await visitor.run("adPlanning.pageView()")
        await seenPages(2)
      })

      it("refused before the script has come, leaves no trace", async () => {
        visitor.head = tag(
          "",
          `<script>
                window.adPlanning = { q: [(api) => api.consent(false)] }
              </script>`
        )
        await visitor.open("/?gclid=abc")
        await visitor.settled()
        expect(visitor.sent).toEqual([])
        expect(await visitor.stored()).toEqual(["ad_planning_consent"])
      })

      it.each([
        ["Global Privacy Control", "globalPrivacyControl", "true"],
        ["Do Not Track", "doNotTrack", `"1"`],
      ])("%s is a refusal, whatever the shop says", async (_n, name, value) => {
        await visitor.page.addInitScript(
          `Object.defineProperty(navigator, "${name}", { value: ${value} })`
        )
        await visitor.open("/?gclid=abc")
        await visitor.run("adPlanning.consent(true)")
        await visitor.run(`adPlanning.track("add_to_cart")`)
        await visitor.settled()
        expect(visitor.sent).toEqual([])
        expect(await visitor.stored()).toEqual([])
        expect(await visitor.attributes()).toEqual({})
      })
    })
  })
}
