import { Modules } from "@medusajs/framework/utils"
import {
  trackCustomerJourneyEventWorkflow,
  type TrackCustomerJourneyEventWorkflowInput,
} from "../../../../src/workflows/ad-planning/journeys/track-customer-journey-event"
import { prunePageViewsWorkflow } from "../../../../src/workflows/ad-planning/journeys/prune-page-views"
import { reconcileSourceWorkflow } from "../../../../src/workflows/ad-planning/sync/reconcile-source"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { describeUndo } from "../../../helpers/failing-workflow"
import {
  analytics,
  feedback,
  forms,
  people,
  socials,
  visit,
} from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore } from "../../../helpers/store"
import type { Row } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const DELIVERED = new Date("2026-10-01T10:00:00Z")

export default function suite({ getContainer }: StoreContext) {
  afterEach(() => jest.restoreAllMocks())

  const journeys = () =>
    sql<Row>(
      getContainer(),
      `SELECT * FROM customer_journey ORDER BY "timestamp", source_id`
    )
  const told = () =>
    eventually(async () => {
      const rows = await journeys()
      return rows.length > 0 && rows
    })
  const emit = (names: string[], id: string) =>
    getContainer()
      .resolve(Modules.EVENT_BUS)
      .emit([...names, ...names].map((name) => ({ name, data: { id } })))
  const read = (run: { input: TrackCustomerJourneyEventWorkflowInput }) =>
    trackCustomerJourneyEventWorkflow(getContainer()).run(run)
  const reconcile = async (source: "person" | "feedback" | "social_post") => {
    await sql(
      getContainer(),
      `UPDATE ${source} SET updated_at = updated_at - interval '1 minute'`
    )
    return (
      await reconcileSourceWorkflow(getContainer()).run({ input: { source } })
    ).result
  }

  const request = (other: Record<string, unknown> = {}) =>
    feedback(getContainer()).createFeedbacks({
      submitted_by: "ada@example.com",
      submitted_at: DELIVERED,
      order_id: "order_1",
      metadata: { source: "post_delivery_request" },
      ...other,
    })

  it("a page view and a cart are told once, by events of both names", async () => {
    await analytics(getContainer()).createAnalyticsEvents([
      {
        website_id: "site",
        event_type: "pageview",
        pathname: "/shirts",
        visitor_id: "v",
        session_id: "s",
        timestamp: DELIVERED,
      },
      {
        website_id: "site",
        event_type: "custom_event",
        event_name: "heartbeat",
        pathname: "/shirts",
        visitor_id: "v",
        session_id: "s",
        timestamp: DELIVERED,
      },
      {
        website_id: "site",
        event_type: "custom_event",
        event_name: "add_to_cart",
        pathname: "/shirts",
        visitor_id: "v",
        session_id: "s",
        metadata: { value: 20, currency: "EUR" },
        timestamp: new Date("2026-10-01T10:05:00Z"),
      },
    ])
    const rows = await eventually(async () => {
      const found = await journeys()
      return found.length === 2 && found
    })
    expect(rows).toMatchObject([
      {
        event_type: "page_view",
        stage: "awareness",
        channel: "web",
        timestamp: DELIVERED,
        visitor_id: "v",
        session_id: "s",
        event_data: { pathname: "/shirts" },
      },
      {
        event_type: "add_to_cart",
        stage: "consideration",
        value: "20",
        currency: "eur",
      },
    ])
    const names = [
      "analytics_event.created",
      "custom_analytics.analytics-event.created",
    ]
    for (const row of rows) {
      await emit(names, `${row.source_id}`)
    }
    await read({
      input: {
        analytics_event_ids: rows.map((row) => `${row.source_id}`),
      },
    })
    expect(await journeys()).toEqual(rows)
  })

  it("a page view that comes before its session gets its channel later", async () => {
    await visit(getContainer(), {
      visitor_id: "v",
      session_id: "s",
      started_at: "2026-10-01T10:00:00Z",
      query: "utm_source=news&utm_medium=email&utm_campaign=x",
    })
    const row = await eventually(async () => {
      const [found] = await journeys()
      return found?.channel === "email" && found
    })
    expect(row).toMatchObject({ event_type: "page_view", session_id: "s" })
  })

  it("an identify event names the person of what its visitor did before", async () => {
    const person = await people(getContainer()).createPeople({
      first_name: "Ada",
      last_name: "L",
    })
    const event = {
      website_id: "site",
      pathname: "/",
      visitor_id: "v",
      session_id: "s",
      timestamp: DELIVERED,
    }
    await analytics(getContainer()).createAnalyticsEvents([
      { ...event, event_type: "pageview" },
      {
        ...event,
        event_type: "custom_event",
        event_name: "identify",
        metadata: { person_id: person.id },
      },
    ])
    const row = await eventually(async () => {
      const [found] = await journeys()
      return found?.person_id && found
    })
    expect(row).toMatchObject({
      event_type: "page_view",
      person_id: person.id,
    })
  })

  it("feedback is told when it is answered (case 18)", async () => {
    const row = await request()
    await emit(["feedback.created", "feedback.feedback.created"], row.id)
    silenceEvents(getContainer())
    await read({ input: { feedback_ids: [row.id] } })
    expect(await journeys()).toEqual([])
    jest.restoreAllMocks()
    // A request is answered by its update, not when it was asked.
    const { updated_at } = await feedback(getContainer()).updateFeedbacks({
      id: row.id,
      comment: "ok",
    })
    const [answer, ...others] = await told()
    expect(others).toEqual([])
    expect(answer).toMatchObject({
      source_type: "feedback",
      source_id: row.id,
      event_type: "feedback",
      stage: "retention",
      timestamp: new Date(updated_at),
      event_data: {
        rating: 3,
        scale: "1-5",
        order_id: "order_1",
        has_comment: true,
      },
    })
    await read({ input: { feedback_ids: [row.id] } })
    expect(await journeys()).toEqual([answer])
    // Deleted, it is told no more.
    await feedback(getContainer()).deleteFeedbacks(row.id)
    await eventually(async () => (await journeys()).length === 0)
  })

  it("feedback belongs to whom it names, else to its order's buyer; not to staff", async () => {
    silenceEvents(getContainer())
    const container = getContainer()
    const store = await createStore(container)
    const order = await placeOrder(container, store, {
      email: "buyer@example.com",
    })
    const person = await people(container).createPeople({
      first_name: "Ada",
      last_name: "L",
      email: "Ada@Example.com",
    })
    const rating = "five" as const
    const rows = await Promise.all(
      [
        { submitted_by: person.id, order_id: null },
        { submitted_by: " ADA@example.com ", order_id: null },
        { submitted_by: "no account", order_id: order.id },
        { submitted_by: "partner@example.com", order_id: null },
        { submitted_by: "the intern", order_id: null },
      ].map((other) => request({ rating, ...other }))
    )
    await reconcile("feedback")
    const found = new Map(
      (await journeys()).map((row) => [row.source_id, row.email_hash])
    )
    const [byId, byEmail, byOrder, partner, staff] = rows.map(({ id }) =>
      found.get(id)
    )
    expect(byId).toMatch(/^[0-9a-f]{64}$/)
    expect(byEmail).toBe(byId)
    expect(byOrder).toMatch(/^[0-9a-f]{64}$/)
    expect(byOrder).not.toBe(byId)
    expect([partner, staff]).toEqual([undefined, undefined])
  })

  it("feedback by the e-mail of a person is theirs, however the store spells it", async () => {
    silenceEvents(getContainer())
    const { id } = await people(getContainer()).createPeople({
      first_name: "Ada",
      last_name: "L",
      email: " aDa@Example.com",
    })
    await reconcile("person")
    await request({
      rating: "five",
      submitted_by: "Ada@example.COM ",
      order_id: null,
    })
    await reconcile("feedback")
    expect(await journeys()).toEqual([
      expect.objectContaining({ person_id: id }),
    ])
  })

  it("comments of a post are told once each, however often it changes", async () => {
    const comment = (id: string) => ({
      id,
      message: "nice",
      from: { name: "Bo" },
      created_time: "2026-10-01T10:00:00+0000",
    })
    const service = socials(getContainer())
    const post = await service.createSocialPosts({
      name: "Sale",
      insights: { comments: 2, comments_data: [comment("1")] },
    })
    const [first] = await told()
    expect(first).toMatchObject({
      source_type: "social_comment",
      source_id: "1",
      event_type: "social_engage",
      channel: "social",
      timestamp: DELIVERED,
      event_data: { post_id: post.id, text: "nice", author: "Bo" },
    })
    silenceEvents(getContainer())
    await service.updateSocialPosts({
      id: post.id,
      insights: { comments: 2, comments_data: [comment("1"), comment("2")] },
    })
    expect(await reconcile("social_post")).toEqual({ rows: 1 })
    await reconcile("social_post")
    expect((await journeys()).map((row) => row.source_id)).toEqual(["1", "2"])
  })

  it("a lead and a form response of one submission are one touchpoint", async () => {
    const sent = {
      email: "ada@example.com",
      utm_campaign: "Sale",
      created_time: DELIVERED,
    }
    const form = await forms(getContainer()).createForms({ name: "Contact" })
    await forms(getContainer()).createFormResponses({
      form_id: form.id,
      email: sent.email,
      data: {},
      submitted_at: DELIVERED,
    })
    const [response] = await told()
    expect(response).toMatchObject({
      source_type: "form_response",
      event_type: "form_submit",
      timestamp: DELIVERED,
      event_data: { name: "Contact", form_id: form.id },
    })
    const lead = await socials(getContainer()).createLeads(sent)
    const rows = await eventually(async () => {
      const found = await journeys()
      return found[0]?.source_type === "lead" && found
    })
    expect(rows).toMatchObject([
      {
        source_id: lead.id,
        event_type: "lead_capture",
        stage: "consideration",
        timestamp: DELIVERED,
      },
    ])
  })

  it("page views older than the retention are neither written nor kept", async () => {
    silenceEvents(getContainer())
    const day = 86_400_000
    const event = (days: number) => ({
      website_id: "site",
      event_type: "pageview" as const,
      pathname: "/",
      visitor_id: "v",
      session_id: "s",
      timestamp: new Date(Date.now() - days * day),
    })
    const events = await analytics(getContainer()).createAnalyticsEvents([
      event(201),
      event(199),
    ])
    const input = { analytics_event_ids: events.map(({ id }) => id) }
    await read({ input })
    expect((await journeys()).map((row) => row.source_id)).toEqual([
      events[1]!.id,
    ])
    const prune = async (now: number) =>
      (
        await prunePageViewsWorkflow(getContainer()).run({
          input: { now: new Date(now).toISOString() },
        })
      ).result
    expect(await prune(Date.now())).toEqual({ pruned: 0 })
    expect(await prune(Date.now() + 2 * day)).toEqual({ pruned: 1 })
    expect(await journeys()).toEqual([])
  })

  describe("an undo", () => {
    beforeEach(() => silenceEvents(getContainer()))

    describeUndo(getContainer, trackCustomerJourneyEventWorkflow, [
      [
        "an event that meets a goal, and answered and unanswered feedback",
        async (container) => {
          await adPlanning(container).goals.createGoals([
            { name: "Cart", goal_type: "add_to_cart" },
          ])
          const event = await analytics(container).createAnalyticsEvents({
            website_id: "site",
            event_type: "custom_event",
            event_name: "add_to_cart",
            pathname: "/",
            visitor_id: "v",
            session_id: "s",
            timestamp: new Date(Date.now() + 60_000),
          })
          const answered = await request({ rating: "one" })
          const changed = await request({ rating: "one" })
          const feedback_ids = [answered.id, changed.id]
          await read({ input: { feedback_ids: [changed.id] } })
          await feedback(container).updateFeedbacks({
            id: changed.id,
            rating: "three",
          })
          return { analytics_event_ids: [event.id], feedback_ids }
        },
        ["ad_planning_rating", "conversion", "customer_journey"],
      ],
    ])
  })
}
