import { feedbackAnswer } from "../../../src/modules/ad-planning/utils/journeys/feedback-answer"
import { readInstant } from "../../../src/modules/ad-planning/utils/period/read-instant"
import { eventToJourney } from "../../../src/sources/event-to-journey"
import { feedbackToJourney } from "../../../src/sources/feedback-to-journey"
import { mentionToJourney } from "../../../src/sources/mention-to-journey"
import { postToJourneys } from "../../../src/sources/post-to-journeys"
import type { SourceAnalyticsEvent } from "../../../src/sources/read-analytics-events"
import type { SourceFeedback } from "../../../src/sources/read-feedback"

const DELIVERED = new Date("2026-10-01T10:00:00Z")
const LATER = new Date("2026-10-05T18:00:00Z")

const event = (
  other: Partial<SourceAnalyticsEvent> = {}
): SourceAnalyticsEvent => ({
  id: "anevt_1",
  website_id: "site",
  event_type: "pageview",
  event_name: null,
  pathname: "/shirts",
  device_type: "mobile",
  visitor_id: "v",
  session_id: "s",
  utm_source: null,
  utm_medium: null,
  utm_campaign: null,
  utm_term: null,
  utm_content: null,
  metadata: null,
  timestamp: LATER,
  ...other,
})

/** The row a host creates on delivery. */
const request = (other: Partial<SourceFeedback> = {}): SourceFeedback => ({
  id: "fbk_1",
  rating: "three",
  comment: null,
  status: "pending",
  submitted_by: "ada@example.com",
  submitted_at: DELIVERED,
  order_id: "order_1",
  person_id: null,
  metadata: { source: "post_delivery_request" },
  created_at: DELIVERED,
  updated_at: DELIVERED,
  ...other,
})

const ADA = { email_hash: "hash", customer_id: null }

describe("eventToJourney", () => {
  it("is a page view, in its session", () => {
    expect(eventToJourney(event(), DELIVERED)).toEqual({
      source_type: "analytics_event",
      source_id: "anevt_1",
      event_type: "page_view",
      stage: "awareness",
      event_data: { pathname: "/shirts", device: "mobile" },
      channel: "web",
      timestamp: LATER,
      email_hash: null,
      customer_id: null,
      visitor_id: "v",
      session_id: "s",
      value: null,
      currency: null,
      website_id: "site",
    })
  })

  it.each([
    [
      "add_to_cart",
      { value: 12.5, currency: "EUR" },
      { event_type: "add_to_cart", value: "12.5", currency: "eur" },
    ],
    [
      "begin_checkout",
      { value: 12.5 },
      { event_type: "begin_checkout", value: null, currency: null },
    ],
    [
      " add_to_cart ",
      { value: "12.5", currency: "EUR" },
      { event_type: "add_to_cart", value: null, currency: null },
    ],
  ])("of the custom event %j is consideration", (name, metadata, expected) => {
    const custom = { event_type: "custom_event", event_name: name, metadata }
    expect(eventToJourney(event(custom), DELIVERED)).toMatchObject({
      stage: "consideration",
      ...expected,
    })
  })

  it.each([
    "heartbeat",
    "scroll_depth",
    "time_on_site",
    "conversion",
    "identify",
    "form_submit",
    "wishlist",
    "constructor",
    "page_view",
    "",
    null,
  ])("is none of the custom event %j", (event_name) => {
    const custom = event({ event_type: "custom_event", event_name })
    expect(eventToJourney(custom, DELIVERED)).toBeNull()
  })

  it("is none of a page view that is kept no more, but of an old cart", () => {
    const since = new Date(+LATER + 1)
    expect(eventToJourney(event(), since)).toBeNull()
    expect(eventToJourney(event(), LATER)).not.toBeNull()
    const cart = event({
      event_type: "custom_event",
      event_name: "add_to_cart",
    })
    expect(eventToJourney(cart, since)).not.toBeNull()
  })

  it("knows no visitor by a placeholder", () => {
    const nobody = event({ visitor_id: "anonymous", session_id: "null" })
    expect(eventToJourney(nobody, DELIVERED)).toMatchObject({
      visitor_id: null,
      session_id: null,
    })
  })
})

describe("feedbackAnswer", () => {
  it.each<[string, Partial<SourceFeedback>, string]>([
    ["a request", {}, "unanswered"],
    ["a request with a blank comment", { comment: "  " }, "unanswered"],
    [
      "a request written twice in its first second",
      { updated_at: new Date(+DELIVERED + 1_000) },
      "unanswered",
    ],
    ["a bare three, updated later", { updated_at: LATER }, "undetermined"],
    ["a comment", { comment: "ok", updated_at: LATER }, "answered"],
    ["another rating", { rating: "one" }, "answered"],
    [
      "a bare three whose status changed",
      { status: "reviewed" },
      "undetermined",
    ],
    [
      "a comment and a status",
      { comment: "ok", status: "reviewed" },
      "answered",
    ],
    [
      "a bare three that we wrote the person to",
      { person_id: "person_1", updated_at: LATER },
      "unanswered",
    ],
    [
      "a time of the answer",
      { metadata: { answered_at: "2026-10-05T18:00:00Z" } },
      "answered",
    ],
    ["neither rating nor status", { rating: null, status: null }, "unanswered"],
  ])("of %s", (_name, other, expected) => {
    expect(feedbackAnswer(request(other))).toBe(expected)
  })
})

describe("feedbackToJourney", () => {
  it("is none until it is answered, and one then (case 18)", () => {
    expect(feedbackToJourney(request(), ADA)).toBeNull()
    const answered = request({ comment: "ok", updated_at: LATER })
    expect(feedbackToJourney(answered, ADA)).toMatchObject({
      source_type: "feedback",
      source_id: "fbk_1",
      event_type: "feedback",
      stage: "retention",
      event_data: {
        rating: 3,
        scale: "1-5",
        order_id: "order_1",
        has_comment: true,
      },
      timestamp: LATER,
      email_hash: "hash",
    })
  })

  it("is none of what cannot be told", () => {
    const bare = request({ updated_at: LATER })
    expect(feedbackToJourney(bare, ADA)).toBeNull()
  })

  it.each<[string, Partial<SourceFeedback>, Date]>([
    [
      "the time of the answer",
      { metadata: { answered_at: "2026-10-03T09:00:00+02:00" } },
      new Date("2026-10-03T07:00:00Z"),
    ],
    ["the time of submission", {}, DELIVERED],
    [
      "no time that can be read",
      { metadata: { answered_at: "yesterday" } },
      DELIVERED,
    ],
    ["neither", { submitted_at: null, updated_at: LATER }, LATER],
  ])("happened when it says, with %s", (_name, other, expected) => {
    const answered = request({ rating: "five", ...other })
    expect(feedbackToJourney(answered, ADA)?.timestamp).toEqual(expected)
  })

  it("is none of staff, but of an order whose buyer is unknown", () => {
    const staff = request({ rating: "five", order_id: null })
    expect(feedbackToJourney(staff, null)).toBeNull()
    expect(feedbackToJourney(staff, ADA)).not.toBeNull()
    const guest = request({ rating: "five" })
    expect(feedbackToJourney(guest, null)).toMatchObject({
      email_hash: null,
      customer_id: null,
    })
  })

  it("has no rating where the host's is none", () => {
    const odd = request({ rating: "constructor" })
    expect(feedbackToJourney(odd, ADA)?.event_data).toMatchObject({
      rating: null,
    })
  })
})

describe("postToJourneys", () => {
  const comment = (id: unknown, other: object = {}) => ({
    id,
    message: "nice",
    from: { name: "Bo", id: "7" },
    created_time: "2026-10-05T18:00:00+0000",
    ...other,
  })
  const journeysOf = (insights: Record<string, unknown> | null) =>
    postToJourneys({ id: "sopost_1", insights })

  it("is one of each comment, wherever it stands and how often", () => {
    const facts = journeysOf({
      comments: [comment("1")],
      instagram_comments: [
        comment("1"),
        {
          id: 2,
          text: "wow",
          username: "cy",
          created_at: "2026-10-01T10:00:00",
        },
      ],
      comments_data: { data: [comment("3", { from: "Di" })] },
    })
    expect(
      facts.map((fact) => [fact.source_id, fact.timestamp, fact.event_data])
    ).toEqual([
      ["1", LATER, { post_id: "sopost_1", text: "nice", author: "Bo" }],
      ["2", DELIVERED, { post_id: "sopost_1", text: "wow", author: "cy" }],
      ["3", LATER, { post_id: "sopost_1", text: "nice", author: "Di" }],
    ])
    expect(facts[0]).toMatchObject({
      source_type: "social_comment",
      event_type: "social_engage",
      channel: "social",
      stage: "awareness",
    })
  })

  it.each([
    ["no insights", null],
    ["only their number", { comments: 12 }],
    ["text", { comments: "12", comments_data: null }],
    ["no comment without an id", { comments: [comment(undefined), "x", null] }],
    [
      "no comment without a time",
      { comments: [comment("1", { created_time: "soon" })] },
    ],
  ])("is none with %s", (_name, insights) => {
    expect(journeysOf(insights)).toEqual([])
  })
})

describe("mentionToJourney", () => {
  it("is named by its platform and its id there", () => {
    const fact = mentionToJourney({
      platform: "instagram",
      id: "77",
      text: "love it",
      author: null,
      url: "https://example.org/77",
      time: "2026-10-05T18:00:00Z",
    })
    expect(fact).toMatchObject({
      source_type: "social_mention",
      source_id: "instagram:77",
      event_type: "social_engage",
      channel: "social",
      stage: "awareness",
      timestamp: LATER,
      event_data: {
        platform: "instagram",
        text: "love it",
        author: null,
        url: "https://example.org/77",
      },
    })
  })
})

describe("readInstant", () => {
  it.each([
    ["2026-10-01T10:00:00Z", DELIVERED],
    ["2026-10-01T10:00:00.000Z", DELIVERED],
    ["2026-10-01T12:00:00+0200", DELIVERED],
    ["2026-10-01T12:00:00+02:00", DELIVERED],
    ["2026-10-01T10:00:00", DELIVERED],
    ["2026-10-01 10:00", DELIVERED],
    [" 2026-10-01T10:00:00Z ", DELIVERED],
    [1_790_848_800, DELIVERED],
    [1_790_848_800_000, DELIVERED],
    ["1790848800", DELIVERED],
    [DELIVERED, DELIVERED],
    ["2026-10-01", new Date("2026-10-01T00:00:00Z")],
  ])("reads %j", (value, expected) => {
    expect(readInstant(value)).toEqual(expected)
  })

  it.each([
    null,
    undefined,
    "",
    "soon",
    "12",
    12,
    NaN,
    Infinity,
    {},
    [],
    true,
    "1899-01-01",
    "9999-01-01",
    new Date(NaN),
  ])("is null for %j", (value) => {
    expect(readInstant(value)).toBeNull()
  })
})
