import { emailHash } from "../../../src/modules/ad-planning/utils/identity/email-hash"
import {
  personLinks,
  personRecord,
} from "../../../src/workflows/ad-planning/identity/person-links"
import { identifyToLink } from "../../../src/sources/identify-to-link"
import type { SourceAnalyticsEvent } from "../../../src/sources/read-analytics-events"

const SECRET = "a-secret-of-the-installation"
const AT = new Date("2026-10-01T10:00:00Z")
const PLACEHOLDERS = [
  "",
  "anonymous",
  "Anonymous",
  "null",
  "NULL",
  "undefined",
  "Undefined",
  "0",
  "constructor",
  "Constructor",
  null,
  undefined,
]

const event = (other: Partial<SourceAnalyticsEvent> = {}) => ({
  id: "ev_1",
  website_id: "site",
  event_type: "custom_event",
  event_name: "identify",
  pathname: "/",
  visitor_id: " v ",
  session_id: "s",
  referrer: null,
  query_string: null,
  device_type: null,
  utm_source: null,
  utm_medium: null,
  utm_campaign: null,
  utm_term: null,
  utm_content: null,
  metadata: { person_id: "person_1" },
  timestamp: AT,
  ...other,
})

describe("identifyToLink", () => {
  it("is the visitor's link to the person, dated by the event", () => {
    expect(identifyToLink(event())).toEqual({
      kind: "visitor",
      value: "v",
      person_id: "person_1",
      valid_from: AT,
      source: "identify",
      evidence: "analytics_event:ev_1",
    })
  })

  it.each<[name: string, other: Partial<SourceAnalyticsEvent>]>([
    ["another event", { event_name: "signup" }],
    ["a page view of that name", { event_type: "pageview" }],
    ["no metadata", { metadata: null }],
    ["a person that is an object", { metadata: { person_id: { id: "p" } } }],
    ...PLACEHOLDERS.map((id): [string, Partial<SourceAnalyticsEvent>] => [
      `the person ${id}`,
      { metadata: { person_id: id } },
    ]),
    ...PLACEHOLDERS.map((id): [string, Partial<SourceAnalyticsEvent>] => [
      `the visitor ${id}`,
      { visitor_id: id ?? null },
    ]),
  ])("is none for %s", (_name, other) => {
    expect(identifyToLink(event(other))).toBeNull()
  })
})

describe("personLinks", () => {
  const person = {
    id: "person_1",
    email: " Ann@Example.com ",
    created_at: AT,
    metadata: { visitor_id: " v " },
  }
  const common = {
    person_id: "person_1",
    valid_from: AT,
    source: "person",
    evidence: "person:person_1",
  }

  it("are those of the e-mail, however it is spelt, and of the visitor", () => {
    const hash = emailHash("ann@example.com", SECRET)
    expect(personLinks(person, SECRET)).toEqual([
      { ...common, kind: "email", value: hash },
      { ...common, kind: "visitor", value: "v" },
    ])
  })

  it.each(PLACEHOLDERS)("are none of the visitor %j", (visitor_id) => {
    const other = { ...person, email: "nobody", metadata: { visitor_id } }
    expect(personLinks(other, SECRET)).toEqual([])
    expect(personRecord(other, SECRET)).toEqual({
      person_id: "person_1",
      email_hash: null,
      visitor_id: null,
    })
  })

  it("are those of the e-mail alone where a host has no metadata", () => {
    const { metadata: _metadata, ...other } = person
    expect(personLinks(other, SECRET)).toMatchObject([{ kind: "email" }])
  })
})
