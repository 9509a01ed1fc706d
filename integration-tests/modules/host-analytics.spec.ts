import { Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { CUSTOM_ANALYTICS_MODULE } from "../../src/host-modules/custom-analytics"
import type CustomAnalyticsService from "../../src/host-modules/custom-analytics/service"
import type { TrackedEvent } from "../../src/host-modules/custom-analytics/types"
import { RecordingBus } from "../helpers/recording-bus"

jest.setTimeout(60_000)

const bus = new RecordingBus()

const base: TrackedEvent = {
  website_id: "site-1",
  event_type: "pageview",
  pathname: "/",
  visitor_id: "visitor-1",
  session_id: "session-1",
  received_at: "2026-08-03T10:00:00.000Z",
}
const at = (time: string, rest: Partial<TrackedEvent>): TrackedEvent => ({
  ...base,
  ...rest,
  timestamp: `2026-08-03T${time}.000Z`,
  received_at: "2026-08-03T10:30:00.000Z",
})

moduleIntegrationTestRunner<CustomAnalyticsService>({
  moduleName: CUSTOM_ANALYTICS_MODULE,
  resolve: "./src/host-modules/custom-analytics",
  injectedDependencies: { [Modules.EVENT_BUS]: bus },
  testSuite: ({ service }) => {
    async function session() {
      const [row, ...others] = await service.listAnalyticsSessions()
      expect(others).toEqual([])
      return row
    }

    beforeEach(() => {
      bus.take()
    })

    describe("trackEvent", () => {
      const visit = [
        at("10:00:00", { pathname: "/a", referrer: "https://www.bing.com/x" }),
        at("10:00:10", { pathname: "/b", utm_source: "no-campaign" }),
        at("10:00:20", {
          pathname: "/c",
          query_string: "?utm_campaign=Summer+Sale%00&utm_source=fb&gclid=1",
        }),
        at("10:00:30", { pathname: "/d", utm_campaign: "later" }),
        at("10:00:40", {
          pathname: "/d",
          event_type: "custom_event",
          event_name: "heartbeat",
        }),
        at("10:01:05", {
          pathname: "/d",
          event_type: "custom_event",
          event_name: "add_to_cart",
        }),
      ]

      it.each([
        ["in order", [0, 1, 2, 3, 4, 5]],
        ["backwards", [5, 4, 3, 2, 1, 0]],
        ["mixed up", [4, 2, 5, 0, 3, 1]],
      ])("makes the same session of events %s", async (_case, order) => {
        for (const index of order) {
          await service.trackEvent(visit[index]!)
        }

        expect(await session()).toEqual({
          id: expect.stringMatching(/^anses_/),
          session_id: "session-1",
          visitor_id: "visitor-1",
          website_id: "site-1",
          entry_page: "/a",
          exit_page: "/d",
          pageviews: 5,
          duration_seconds: 65,
          is_bounce: false,
          referrer: "https://www.bing.com/x",
          referrer_source: "bing.com",
          country: null,
          device_type: null,
          browser: null,
          os: null,
          utm_source: "fb",
          utm_medium: null,
          utm_campaign: "Summer Sale",
          utm_term: null,
          utm_content: null,
          started_at: new Date("2026-08-03T10:00:00.000Z"),
          ended_at: null,
          last_activity_at: new Date("2026-08-03T10:01:05.000Z"),
          ad_campaign_id: null,
          attribution_resolved: false,
          created_at: expect.any(Date),
          updated_at: expect.any(Date),
          deleted_at: null,
        })
      })

      it("counts every one of 40 events sent at the same time", async () => {
        const results = await Promise.all(
          Array.from({ length: 40 }, (_, index) => index % 30).map((second) =>
            service.trackEvent(
              at(`10:00:${String(second).padStart(2, "0")}`, {
                pathname: `/${second}`,
                event_id: `event-${second}`,
              })
            )
          )
        )

        expect(results.filter(({ event }) => event).length).toBe(30)
        expect(results.filter((result) => result.session?.created).length).toBe(
          1
        )
        expect(await service.listAnalyticsEvents()).toHaveLength(30)
        expect(await session()).toMatchObject({
          entry_page: "/0",
          exit_page: "/29",
          pageviews: 30,
          duration_seconds: 29,
        })
      })

      it("says created, then updated, and nothing for a repeat", async () => {
        const first = await service.trackEvent({ ...base, event_id: "one" })
        expect(bus.take()).toEqual([
          {
            name: "custom_analytics.analytics-event.created",
            data: { id: first.event?.id },
          },
          {
            name: "custom_analytics.analytics-session.created",
            data: { id: first.session?.id },
          },
        ])

        const second = await service.trackEvent({ ...base, event_id: "two" })
        expect(bus.take()).toEqual([
          {
            name: "custom_analytics.analytics-event.created",
            data: { id: second.event?.id },
          },
          {
            name: "custom_analytics.analytics-session.updated",
            data: { id: first.session?.id },
          },
        ])

        const repeat = { ...base, session_id: "other", event_id: "two" }
        expect(await service.trackEvent(repeat)).toEqual({
          event: null,
          session: null,
        })
        expect(bus.take()).toEqual([])
        expect(await session()).toMatchObject({ pageviews: 2 })
      })

      it("says nothing and keeps nothing when it fails", async () => {
        // The database refuses the type after the lock was taken.
        const wrong = JSON.parse(JSON.stringify({ ...base, event_type: "hug" }))
        await expect(service.trackEvent(wrong)).rejects.toThrow(
          "analytics_event_event_type_check"
        )
        expect(bus.take()).toEqual([])
        expect(await service.listAnalyticsEvents()).toEqual([])
        expect(await service.listAnalyticsSessions()).toEqual([])
      })

      it.each([
        ["5 minutes ahead", "10:05:00.000Z", "10:05:00.000Z"],
        ["more than 5 minutes ahead", "10:05:00.001Z", "10:00:00.000Z"],
      ])("files a clock %s", async (_case, sent, stored) => {
        await service.trackEvent({ ...base, timestamp: `2026-08-03T${sent}` })
        const [event] = await service.listAnalyticsEvents()
        expect(event?.timestamp).toEqual(new Date(`2026-08-03T${stored}`))
      })

      it("files a clock of the day before, and no older", async () => {
        const dayBefore = "2026-08-02T10:00:00.000Z"
        await service.trackEvent({ ...base, timestamp: dayBefore })
        await service.trackEvent({
          ...base,
          timestamp: "2026-08-02T09:59:59.999Z",
        })
        const events = await service.listAnalyticsEvents(
          {},
          { order: { timestamp: "ASC" } }
        )
        expect(events.map(({ timestamp }) => timestamp)).toEqual([
          new Date(dayBefore),
          new Date(base.received_at),
        ])
      })

      it.each([
        [
          "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
          ["Safari", "iOS", "mobile"],
        ],
        [
          "Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
          ["Chrome", "Android", "tablet"],
        ],
        [
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
          ["Edge", "Windows", "desktop"],
        ],
        [
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0",
          ["Firefox", "macOS", "desktop"],
        ],
        ["curl/8.5.0", [null, null, null]],
      ])("describes %s", async (user_agent, [browser, os, device_type]) => {
        await service.trackEvent({ ...base, user_agent })
        expect(await service.listAnalyticsEvents()).toMatchObject([
          { user_agent, browser, os, device_type },
        ])
        expect(await session()).toMatchObject({ browser, os, device_type })
      })
    })
  },
})
