import {
  ANALYTICS_PATH,
  CONVERSIONS_PATH,
  arrivals,
  describeInBrowser,
} from "../../../helpers/shop-browser"
import type { StoreContext } from "../../../helpers/test-store"

export default function suite({ api, getContainer }: StoreContext) {
  const server = () => `${api.defaults.baseURL}`
  const { pageViews, conversions, seenConversions } = arrivals(getContainer)

  describeInBrowser("what the script sends", server, (visitor) => {
    it("what the page has not sent when it is left, a beacon sends", async () => {
      await visitor.open("/")
      await visitor.allAnswered()
      visitor.sent.length = 0
      await visitor.answer(CONVERSIONS_PATH, 500)
      await visitor.run(
        `adPlanning.track("add_to_cart", { event_id: "first" })`
      )
      // It rests now, for half a second at least.
      await visitor.page.waitForFunction(
        `(localStorage.ad_planning_queue || "").includes('"tries":2')`
      )
      await visitor.run(`
          adPlanning.track("begin_checkout", { event_id: "second" })
          location.href = "/blank"`)
      await visitor.page.waitForURL("**/blank")
      const rows = await seenConversions(2)
      const keys = rows.map(({ idempotency_key }) => idempotency_key)
      expect(keys.toSorted()).toEqual(["pixel:first", "pixel:second"])
      expect(
        visitor.sent
          .filter(({ type }) => type === "fetch")
          .map(({ body }) => body.event_id)
      ).toEqual(["first"])
    })

    it("an event counts once, however often the page is loaded again", async () => {
      await visitor.open("/")
      // The page is left before it knows that the server has the first one.
      await visitor.loseAnswer(CONVERSIONS_PATH)
      await visitor.run(`adPlanning.track("custom", { name: "one" })`)
      await seenConversions(1)
      await visitor.page.reload()
      await visitor.ready()
      for (const name of ["two", "three"]) {
        await visitor.run(
          `adPlanning.track("custom", { name: "${name}" }); location.reload()`
        )
        await visitor.page.waitForEvent("load")
        await visitor.ready()
      }
      await visitor.allAnswered()
      const rows = await seenConversions(3)
      expect(rows.map((row) => row.conversion_name)).toEqual([
        "one",
        "two",
        "three",
      ])
      const names = visitor
        .sentTo(CONVERSIONS_PATH)
        .map(({ body }) => body.conversion_name)
      expect(names.slice(0, 2)).toEqual(["one", "one"])
    })

    it("what happens offline is sent when the network is back", async () => {
      await visitor.open("/")
      await visitor.allAnswered()
      visitor.sent.length = 0
      await visitor.context.setOffline(true)
      const before = Date.now()
      await visitor.run(`adPlanning.track("add_to_cart")`)
      await visitor.settled()
      expect([visitor.sent.length, await visitor.queued()]).toEqual([0, 1])
      const after = Date.now()
      await visitor.context.setOffline(false)
      const [row] = await seenConversions(1)
      const at = Number(row!.converted_at)
      expect(at).toBeGreaterThanOrEqual(before)
      expect(at).toBeLessThanOrEqual(after)
    })

    it("and, if the page is closed meanwhile, by the next one", async () => {
      await visitor.open("/")
      await visitor.allAnswered()
      await visitor.context.setOffline(true)
      await visitor.run(`adPlanning.track("add_to_cart")`)
      await visitor.page.close()
      await visitor.context.setOffline(false)
      visitor.page = await visitor.newPage()
      await visitor.open("/next")
      await seenConversions(1)
      await visitor.allAnswered()
    })

    it("an overloaded server is asked again, not before it said", async () => {
      await visitor.open("/")
      await visitor.allAnswered()
      await visitor.answer(CONVERSIONS_PATH, 503, { "retry-after": "2" })
      const before = Date.now()
      await visitor.run(`adPlanning.track("add_to_cart")`)
      await visitor.run(`adPlanning.track("begin_checkout")`)
      await visitor.settled()
      await visitor.run("adPlanning.flush()")
      await visitor.settled()
      expect([await conversions(), await visitor.queued()]).toEqual([[], 2])
      await seenConversions(2)
      expect(Date.now() - before).toBeGreaterThanOrEqual(2_000)
      await visitor.allAnswered()
    })

    it("and the page may read when that is", async () => {
      const { headers } = await api.post(
        CONVERSIONS_PATH,
        { website_id: "shop", conversion_type: "custom" },
        { headers: { origin: visitor.origin } }
      )
      expect(headers).toMatchObject({
        "access-control-allow-origin": visitor.origin,
        "access-control-expose-headers": "Retry-After",
      })
    })

    it("without a word of when, after a second", async () => {
      await visitor.open("/")
      await visitor.allAnswered()
      await visitor.answer(CONVERSIONS_PATH, 500, {}, 2)
      await visitor.run(`adPlanning.track("add_to_cart")`)
      await seenConversions(1)
      const tries = visitor.sentTo(CONVERSIONS_PATH)
      expect(tries).toHaveLength(3)
      expect(new Set(tries.map(({ body }) => body.event_id)).size).toBe(1)
    })

    it("what the server refuses is not sent again, and stops nothing", async () => {
      await visitor.open("/")
      await visitor.allAnswered()
      await visitor.run(`adPlanning.track("hug")`)
      await visitor.run(`
              const circle = {}
              circle.self = circle
              adPlanning.track("custom", { metadata: circle })`)
      await visitor.run(`adPlanning.track("add_to_cart")`)
      await seenConversions(1)
      await visitor.allAnswered()
      await visitor.settled()
      expect(
        visitor.sentTo(CONVERSIONS_PATH).map(({ body }) => body.conversion_type)
      ).toEqual(["hug", "add_to_cart"])
      // The server's answer may come before or after the script's own complaint.
      expect(visitor.complaints).toHaveLength(2)
      expect(visitor.complaints).toEqual(
        expect.arrayContaining([
          expect.stringContaining("400"),
          expect.stringContaining("circular"),
        ])
      )
    })

    it("a store that knows no page views is told no more of them", async () => {
      await visitor.answer(ANALYTICS_PATH, 404)
      await visitor.open("/")
      await visitor.allAnswered()
      await visitor.run(`history.pushState({}, "", "/shirts")`)
      await visitor.run(`adPlanning.identify("person_1")`)
      await visitor.run(`adPlanning.track("add_to_cart")`)
      await seenConversions(1)
      expect(visitor.sent.map(({ path }) => path)).toEqual([
        ANALYTICS_PATH,
        CONVERSIONS_PATH,
      ])
      expect(await pageViews()).toEqual([])
    })
  })
}
