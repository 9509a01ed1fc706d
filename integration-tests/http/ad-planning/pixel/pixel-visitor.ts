import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

import { adminHeaders } from "../../../helpers/admin-headers"
import { eventually, sql } from "../../../helpers/ad-planning"
import { createStore } from "../../../helpers/store"
import {
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
  const { pageViews, seenPages, seenConversions } = arrivals(getContainer)

  describeInBrowser("who the script says it is", server, (visitor) => {
    it("a page that changes its path is another page view, no other change is", async () => {
      await visitor.open("/shirts?page=1")
      await visitor.run(`history.pushState({}, "", "/shirts?page=2")`)
      await visitor.run(`history.replaceState({}, "", "/shirts?page=3#top")`)
      await visitor.run(`history.pushState({}, "", "/shirts/red")`)
      await visitor.run("history.back()")
      const rows = await seenPages(3)
      expect(rows.map(({ pathname }) => pathname)).toEqual([
        "/shirts",
        "/shirts/red",
        "/shirts",
      ])
      expect(rows[1]!.referrer).toBe(`${visitor.origin}/shirts?page=3#top`)
      await visitor.settled()
      expect(await pageViews()).toHaveLength(3)
    })

    it("another campaign begins a session; the same link and the shop's own do not", async () => {
      await visitor.open("/?utm_campaign=one&gclid=1")
      const first = await visitor.attributes()
      await visitor.page.reload()
      await visitor.ready()
      await visitor.open("/shirts")
      expect(await visitor.attributes()).toEqual(first)
      await visitor.open("/?utm_campaign=two")
      const second = await visitor.attributes()
      expect(second.visitor_id).toBe(first.visitor_id)
      expect(second.session_id).not.toBe(first.session_id)
      expect(second).not.toHaveProperty("gclid")
      expect(second.utm_campaign).toBe("two")
      // Without loading a page, too.
      await visitor.run(`history.pushState({}, "", "/sale?fbclid=9")`)
      const third = await visitor.attributes()
      expect(third.session_id).not.toBe(second.session_id)
      expect(third).toEqual({
        visitor_id: first.visitor_id,
        session_id: expect.stringMatching(UUID),
        website_id: "shop",
        fbclid: "9",
        landing_page: `${visitor.origin}/sale`,
        touch_at: expect.stringMatching(/^\d{4}-.*Z$/),
      })
    })

    it("half an hour later it is another session, of the same campaign's visitor", async () => {
      await visitor.page.clock.install()
      await visitor.open("/?utm_campaign=one")
      const first = await visitor.attributes()
      await visitor.open("/shirts")
      await visitor.page.clock.fastForward("29:00")
      expect((await visitor.attributes()).session_id).toBe(first.session_id)
      await visitor.page.clock.fastForward("31:00")
      const later = await visitor.attributes()
      expect(later.session_id).not.toBe(first.session_id)
      // Direct now: the touch that counts is still that of before.
      expect({ ...later, session_id: "" }).toEqual({
        ...first,
        session_id: "",
      })
    })

    it("a month later the touch is forgotten", async () => {
      await visitor.page.clock.install()
      await visitor.open("/?utm_campaign=one")
      await visitor.open("/shirts")
      await visitor.page.clock.fastForward(30 * 24 * 3_600_000)
      expect(await visitor.attributes()).toEqual({
        visitor_id: expect.stringMatching(UUID),
        session_id: expect.stringMatching(UUID),
        website_id: "shop",
        landing_page: `${visitor.origin}/shirts`,
        touch_at: expect.any(String),
      })
    })

    it("shares its ids with the host's tracker", async () => {
      await visitor.page.goto(`${visitor.origin}/blank`)
      await visitor.run(`
              localStorage.jyt_visitor_id = "their-visitor"
              sessionStorage.jyt_session_id = "their-session"
              sessionStorage.jyt_session_timestamp = Date.now() - 1000`)
      visitor.head = tag(`data-page-views="off"`)
      await visitor.open("/?utm_campaign=one")
      expect(await visitor.attributes()).toMatchObject({
        visitor_id: "their-visitor",
        session_id: "their-session",
        utm_campaign: "one",
      })
      await visitor.settled()
      expect(visitor.sent).toEqual([])
    })

    it("takes the visitor id from the cookie that the shop's server set", async () => {
      visitor.head = tag(`data-visitor-cookie="shop_visitor"`)
      await visitor.open("/")
      const { visitor_id: own } = await visitor.attributes()
      await visitor.context.addCookies([
        { name: "shop_visitor_2", value: "no", url: visitor.origin },
        { name: "shop_visitor", value: "from=server", url: visitor.origin },
      ])
      expect(own).toMatch(UUID)
      expect(await visitor.run("adPlanning.visitorId()")).toBe("from=server")
      expect(await visitor.run("localStorage.jyt_visitor_id")).toBe(
        "from=server"
      )
    })

    it("works where storage is blocked", async () => {
      await visitor.page.addInitScript(`
              for (const name of ["localStorage", "sessionStorage"]) {
                Object.defineProperty(window, name, {
                  get() { throw new DOMException("denied", "SecurityError") },
                })
              }`)
      await visitor.open("/?gclid=abc")
      const first = await visitor.attributes()
      await visitor.run(`history.pushState({}, "", "/shirts")`)
      await visitor.run(`adPlanning.track("add_to_cart")`)
      await seenPages(2)
      await seenConversions(1)
      expect(await visitor.attributes()).toEqual(first)
      expect(visitor.complaints).toEqual([])
    })

    it("makes ids on a page over plain http", async () => {
      await visitor.open("/", visitor.plainOrigin)
      expect(await visitor.run("typeof crypto.randomUUID")).toBe("undefined")
      const [view] = await seenPages(1)
      expect(view!.visitor_id).toMatch(/^[0-9a-f]{32}$/)
      expect(view!.session_id).toMatch(/^[0-9a-f]{32}$/)
      expect(view!.session_id).not.toBe(view!.visitor_id)
    })
    it("what a cart is stamped with becomes the order's touch", async () => {
      const container = getContainer()
      const admin = await adminHeaders(container)
      const store = await createStore(container)
      const { data: key } = await api.post(
        "/admin/api-keys",
        { title: "Shop", type: "publishable" },
        admin
      )
      await api.post(
        `/admin/api-keys/${key.api_key.id}/sales-channels`,
        { add: [store.sales_channel_id] },
        admin
      )
      await container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.SALES_CHANNEL]: {
          sales_channel_id: store.sales_channel_id,
        },
        [Modules.STOCK_LOCATION]: { stock_location_id: store.location_id },
      })
      const headers = { "x-publishable-api-key": key.api_key.token }
      const post = async (path: string, body: object) =>
        (await api.post(`/store/${path}`, body, { headers })).data

      const { cart } = await post("carts", {
        region_id: store.region_id,
        email: "ann@example.com",
        items: [{ variant_id: store.variants[100], quantity: 1 }],
        shipping_address: { country_code: "gb", address_1: "1 Street" },
        metadata: { gift: "yes" },
      })
      const stamp = async () => {
        const metadata = await visitor.run<Record<string, string>>(
          `fetch("${server()}/store/carts/${cart.id}", {
                 headers: ${JSON.stringify(headers)},
               })
                 .then((answer) => answer.json())
                 .then(({ cart: { metadata } }) =>
                   ({ ...metadata, ...adPlanning.attributes(metadata) }))`
        )
        const answered = await post(`carts/${cart.id}`, { metadata })
        return answered.cart.metadata
      }

      await visitor.open("/?utm_source=google&utm_campaign=one&gclid=1")
      expect(await stamp()).toEqual({
        gift: "yes",
        ...(await visitor.attributes()),
      })
      await visitor.open("/?utm_source=facebook&utm_campaign=two&utm_id=7")
      const last = await visitor.attributes()
      expect(last).not.toHaveProperty("gclid")
      expect(await stamp()).toEqual({ gift: "yes", ...last })

      await post(`carts/${cart.id}/shipping-methods`, {
        option_id: store.shipping_option_id,
      })
      const { payment_collection } = await post("payment-collections", {
        cart_id: cart.id,
      })
      await post(
        `payment-collections/${payment_collection.id}/payment-sessions`,
        { provider_id: "pp_system_default" }
      )
      const { order } = await post(`carts/${cart.id}/complete`, {})

      const [touch] = await eventually(async () => {
        const rows = await sql<Record<string, unknown>>(
          container,
          `SELECT * FROM campaign_attribution WHERE touch_key = ?`,
          [`order:${order.id}`]
        )
        return rows.length > 0 && rows
      })
      expect(touch).toMatchObject({
        visitor_id: last.visitor_id,
        session_id: last.session_id,
        website_id: "shop",
        utm_source: "facebook",
        utm_campaign: "two",
        utm_id: "7",
        click_ids: {},
        landing_page: `${visitor.origin}/`,
        started_at: new Date(last.touch_at!),
        confidence: "dated",
      })
    })
  })
}
