import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { setTimeout } from "node:timers/promises"

import { CUSTOM_ANALYTICS_MODULE } from "../../../src/host-modules/custom-analytics"
import type CustomAnalyticsService from "../../../src/host-modules/custom-analytics/service"
import { silenceEvents } from "../../helpers/silent-bus"
import type { StoreContext } from "../../helpers/test-store"

import { at, createRows, readings } from "./fixtures/stand-in-rows"
import {
  customEvent,
  hostileBodies,
  hostileTexts,
  pageview,
} from "./fixtures/tracker-messages"

const PATH = "/web/analytics/track"
const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"

/** ISO 8601, of the visitor's clock. */
const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString()

export default function suite({ api, getContainer }: StoreContext) {
  const analytics = () =>
    getContainer().resolve<CustomAnalyticsService>(CUSTOM_ANALYTICS_MODULE)

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    api.post(PATH, body, {
      headers: { "user-agent": SAFARI, ...headers },
      validateStatus: () => true,
    })

  // As bytes, which axios sends as they are.
  const send = (text: string, type: string) =>
    post(Buffer.from(text), { "content-type": type })

  const beacon = (body: unknown) =>
    send(JSON.stringify(body), "text/plain;charset=UTF-8")

  const events = () =>
    analytics().listAnalyticsEvents({}, { order: { timestamp: "ASC" } })
  const sessions = () => analytics().listAnalyticsSessions()

  async function expectNothingWritten() {
    expect(await events()).toEqual([])
    expect(await sessions()).toEqual([])
  }

  describe(`POST ${PATH}`, () => {
    it("stores a page view, a custom event and their session", async () => {
      const [first, second] = [minutesAgo(2), minutesAgo(1)]
      const one = await post(
        {
          ...pageview,
          event_id: "event-1",
          referrer: "https://www.facebook.com/",
          query_string: "?utm_source=facebook&utm_campaign=Summer&fbclid=abc",
          timestamp: first,
        },
        { "user-agent": SAFARI }
      )
      const two = await post(
        {
          ...customEvent,
          pathname: "/shirts/red",
          event_id: "event-2",
          metadata: { sku: "R-1", price: 12.5, tags: ["new"] },
          timestamp: Date.parse(second),
        },
        { "user-agent": SAFARI }
      )

      expect([one.status, one.data]).toEqual([202, { accepted: 1 }])
      expect([two.status, two.data]).toEqual([202, { accepted: 1 }])
      const common = {
        id: expect.stringMatching(/^anevt_/),
        website_id: "site-1",
        visitor_id: "visitor-1",
        session_id: "session-1",
        user_agent: SAFARI,
        browser: "Safari",
        os: "iOS",
        device_type: "mobile",
        country: null,
        utm_medium: null,
        utm_term: null,
        utm_content: null,
        is_404: false,
        created_at: expect.any(Date),
        updated_at: expect.any(Date),
        deleted_at: null,
      }
      expect(await events()).toEqual([
        {
          ...common,
          event_id: "event-1",
          event_type: "pageview",
          event_name: null,
          pathname: "/shirts",
          referrer: "https://www.facebook.com/",
          referrer_source: "facebook.com",
          utm_source: "facebook",
          utm_campaign: "Summer",
          query_string: "?utm_source=facebook&utm_campaign=Summer&fbclid=abc",
          metadata: null,
          timestamp: new Date(first),
        },
        {
          ...common,
          event_id: "event-2",
          event_type: "custom_event",
          event_name: "add_to_cart",
          pathname: "/shirts/red",
          referrer: null,
          referrer_source: null,
          utm_source: null,
          utm_campaign: null,
          query_string: null,
          metadata: { sku: "R-1", price: 12.5, tags: ["new"] },
          timestamp: new Date(second),
        },
      ])
      expect(await sessions()).toEqual([
        {
          id: expect.stringMatching(/^anses_/),
          session_id: "session-1",
          visitor_id: "visitor-1",
          website_id: "site-1",
          entry_page: "/shirts",
          exit_page: "/shirts/red",
          pageviews: 1,
          duration_seconds: 60,
          is_bounce: true,
          referrer: "https://www.facebook.com/",
          referrer_source: "facebook.com",
          country: null,
          device_type: "mobile",
          browser: "Safari",
          os: "iOS",
          utm_source: "facebook",
          utm_medium: null,
          utm_campaign: "Summer",
          utm_term: null,
          utm_content: null,
          started_at: new Date(first),
          ended_at: null,
          last_activity_at: new Date(second),
          ad_campaign_id: null,
          attribution_resolved: false,
          created_at: expect.any(Date),
          updated_at: expect.any(Date),
          deleted_at: null,
        },
      ])
    })

    it("gives the session the UTM of its first event that has a campaign", async () => {
      await post({ ...pageview, utm_source: "x", timestamp: minutesAgo(9) })
      await post({
        ...pageview,
        utm_source: "google",
        utm_campaign: "second",
        utm_term: "shirts",
        timestamp: minutesAgo(5),
      })
      await post({
        ...pageview,
        utm_source: "mail",
        utm_campaign: "first",
        query_string: "utm_campaign=ignored&utm_content=from%20query",
        timestamp: minutesAgo(7),
      })

      expect(await sessions()).toMatchObject([
        {
          utm_source: "mail",
          utm_campaign: "first",
          utm_content: "from query",
          utm_term: null,
          pageviews: 3,
          is_bounce: false,
        },
      ])
    })

    it("takes a beacon's text, its nulls and its empty strings", async () => {
      const { status, data } = await beacon({
        ...pageview,
        event_id: null,
        event_name: null,
        referrer: "",
        query_string: "",
        utm_source: null,
        utm_campaign: "",
        metadata: null,
        timestamp: null,
        user_agent: null,
        is_404: null,
      })

      expect([status, data]).toEqual([202, { accepted: 1 }])
      expect(await events()).toMatchObject([
        {
          event_id: null,
          event_name: null,
          referrer: null,
          query_string: null,
          utm_campaign: null,
          metadata: null,
          is_404: false,
        },
      ])
      expect(await sessions()).toMatchObject([
        { referrer: null, utm_campaign: null, pageviews: 1 },
      ])
    })

    it("answers a repeated event_id the same and writes nothing", async () => {
      const body = { ...pageview, event_id: "event-1" }
      const answers = await Promise.all([
        post(body),
        post(body),
        beacon({ ...body, session_id: "session-2", pathname: "/other" }),
      ])
      const late = await post({ ...body, pathname: "/later" })

      expect(
        [...answers, late].map(({ status, data }) => [status, data])
      ).toEqual(answers.concat(late).map(() => [202, { accepted: 1 }]))
      expect(await events()).toHaveLength(1)
      expect(await sessions()).toMatchObject([{ pageviews: 1 }])
    })

    it("makes one session of 20 events that arrive together", async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          post({
            ...pageview,
            pathname: `/${index}`,
            // The newest first.
            timestamp: minutesAgo(index + 1),
          })
        )
      )

      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202))
      expect(await sessions()).toMatchObject([
        {
          entry_page: "/19",
          exit_page: "/0",
          pageviews: 20,
          duration_seconds: 19 * 60,
        },
      ])
    })

    it("files an unbelievable clock under its own", async () => {
      const before = Date.now()
      await post({ ...pageview, timestamp: minutesAgo(25 * 60) })
      await post({ ...pageview, timestamp: minutesAgo(-6) })
      await post({ ...pageview, timestamp: 0 })
      const after = Date.now()

      const stored = (await events()).map(({ timestamp }) => +timestamp)
      expect(stored).toHaveLength(3)
      for (const time of stored) {
        expect(time).toBeGreaterThanOrEqual(before)
        expect(time).toBeLessThanOrEqual(after)
      }
    })

    it("stores hostile text as text", async () => {
      const text = `'; DROP TABLE analytics_session; -- ? $1 <script> 漢字 😀`
      const { status } = await post({
        ...customEvent,
        session_id: text,
        pathname: text,
        event_name: text,
        query_string: "?utm_campaign=%00%ff%27",
        referrer: "not a url",
        metadata: { [text]: text, "?": { toString: 1 } },
      })

      expect(status).toBe(202)
      expect(await events()).toMatchObject([
        {
          session_id: text,
          pathname: text,
          event_name: text,
          utm_campaign: "\ufffd'",
          referrer: "not a url",
          referrer_source: null,
          metadata: { [text]: text, "?": { toString: 1 } },
        },
      ])
      expect(await sessions()).toMatchObject([{ session_id: text }])
    })

    it("refuses hostile bodies by name and writes nothing", async () => {
      for (const [name, body, message] of hostileBodies) {
        const refused = [name, 400, { type: "invalid_data", message }]
        const text = typeof body === "string" ? body : JSON.stringify(body)
        for (const type of ["application/json", "text/plain"]) {
          const { status, data } = await send(text, type)
          expect([name, status, data]).toEqual(refused)
        }
      }
      await expectNothingWritten()
    })

    it("refuses what is not JSON and writes nothing", async () => {
      for (const [name, type, body, message] of hostileTexts) {
        const { status, data } = await send(body, type)
        expect([name, status, data]).toEqual([
          name,
          400,
          { type: "invalid_data", message },
        ])
      }
      await expectNothingWritten()
    })

    it.each(["application/json", "text/plain"])(
      "refuses more than 32 KiB of %s",
      async (type) => {
        const body = JSON.stringify({ ...pageview, pathname: "/" })
        const padded = (size: number) => body.padEnd(size, " ")

        const large = await send(padded(32 * 1024 + 1), type)
        expect([large.status, large.data]).toEqual([
          413,
          { type: "unknown_error", message: "request entity too large" },
        ])
        await expectNothingWritten()
        expect((await send(padded(32 * 1024), type)).status).toBe(202)
      }
    )

    it.each([
      ["https://shop.example", true],
      ["https://www.shop.example", true],
      ["https://evil.example", false],
      ["https://shop.example.evil.example", false],
    ])("lets %s in: %s", async (origin, isAllowed) => {
      const allowed = isAllowed ? origin : undefined
      const preflight = await api.request({
        method: "OPTIONS",
        url: PATH,
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type",
        },
      })
      expect(preflight.status).toBe(204)
      expect(preflight.headers["access-control-allow-origin"]).toBe(allowed)
      expect(preflight.headers["access-control-allow-methods"]).toBe("POST")

      const { status, headers } = await post(pageview, { origin })
      expect(status).toBe(202)
      expect(headers["access-control-allow-origin"]).toBe(allowed)
      expect(headers["access-control-allow-credentials"]).toBe("true")
    })
  })

  describe("events", () => {
    it("says what the tracker wrote, once", async () => {
      const said: { name: string; data: unknown }[] = []
      const bus = getContainer().resolve(Modules.EVENT_BUS)
      const names = ["event", "session"].flatMap((row) =>
        ["created", "updated"].map(
          (action) => `custom_analytics.analytics-${row}.${action}`
        )
      )
      for (const name of names) {
        bus.subscribe(
          name,
          async ({ data }) => {
            said.push({ name, data })
          },
          { subscriberId: `test-${name}` }
        )
      }

      await post({ ...pageview, event_id: "a", timestamp: minutesAgo(2) })
      await post({ ...pageview, event_id: "b", timestamp: minutesAgo(1) })
      await post({ ...pageview, event_id: "b" })
      for (let wait = 0; wait < 50 && said.length < 4; wait++) {
        await setTimeout(100)
      }
      // Time for one too many.
      await setTimeout(100)

      const [first, second] = await events()
      const [session] = await sessions()
      expect(said).toEqual([
        { name: names[0], data: { id: first?.id } },
        { name: names[2], data: { id: session?.id } },
        { name: names[0], data: { id: second?.id } },
        { name: names[3], data: { id: session?.id } },
      ])
    })
  })

  describe("query.graph", () => {
    it("reads every model of the stand-ins", async () => {
      // No score is written back to the person.
      silenceEvents(getContainer())
      const rows = await createRows(getContainer())
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)

      for (const { entity, plural, filters, values, ...rest } of readings) {
        const relations = "relations" in rest ? rest.relations : []
        const expected = { id: rows[entity][0]?.id, ...values }
        const names: string[] = [entity, plural]
        for (const name of names) {
          const { data } = await query.graph({
            entity: name,
            fields: ["*", ...relations],
            filters: { ...filters, updated_at: { $gte: at } },
            pagination: { take: 5, skip: 0, order: { id: "ASC" } },
          })
          expect([name, data]).toMatchObject([name, [expected]])
        }
      }
    })
  })
}
