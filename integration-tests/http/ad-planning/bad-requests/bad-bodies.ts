import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import { campaignFact, touchFact } from "../../../helpers/facts"
import { readTables, type Tables } from "../../../helpers/tables"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"

/** A body, and why it is refused: the answer's message. */
type Refusal = [name: string, body: unknown, reason: string]

const HUGE = "a".repeat(10_000)
const KIB = 1024
// What has no text form: Medusa's own validator fails on it.
const NO_TEXT_FORM = { toString: 1, valueOf: 1 }
const JSON_TYPE = "application/json"

const expectedText = (field: string, received: string) =>
  `Field '${field}': Invalid input: expected string, received ${received}`
const noSession = expectedText("session_id", "undefined")

/** What a field that takes a text of at most 512 characters refuses. */
const refusedTexts = (field: string, other: object): Refusal[] => {
  const body = (value: unknown) => ({ ...other, [field]: value })
  return [
    [`${field} null`, body(null), expectedText(field, "null")],
    [`${field} a number`, body(1), expectedText(field, "number")],
    [`${field} a boolean`, body(true), expectedText(field, "boolean")],
    [`${field} an array`, body(["a"]), expectedText(field, "array")],
    [`${field} an object`, body({}), expectedText(field, "object")],
    [
      `${field} an object without a text form`,
      body(NO_TEXT_FORM),
      expectedText(field, "object"),
    ],
    [
      `${field} empty`,
      body(""),
      `Field '${field}': Too small: expected string to have >=1 characters`,
    ],
    [
      `${field} huge`,
      body(HUGE),
      `Field '${field}': Too big: expected string to have <=512 characters`,
    ],
    [
      `${field} with NUL`,
      body("a\0b"),
      `Field '${field}': contains a NUL character`,
    ],
    [
      `${field} with half a character`,
      body("a\ud800b"),
      `Field '${field}': contains characters that cannot be stored`,
    ],
  ]
}

const NOT_REMEMBERED = "Field 'remember': Invalid input: expected boolean"
const NEEDS_CAMPAIGN =
  "Field 'ad_campaign_id': is required with ad_set_id, ad_id or remember"
const chosen = { session_id: "s", ad_campaign_id: "c1" }

const REFUSED_RESOLVES: Refusal[] = [
  ["an empty object", {}, noSession],
  [
    "an unknown field",
    { session_id: "s", nope: 1 },
    "Unrecognized fields: 'nope'",
  ],
  [
    "a field named like a built-in",
    '{"session_id":"s","__proto__":{"x":1}}',
    "Unrecognized fields: '__proto__'",
  ],
  ...refusedTexts("session_id", {}),
  ...refusedTexts("ad_campaign_id", { session_id: "s" }),
  ...refusedTexts("ad_set_id", chosen),
  ...refusedTexts("ad_id", chosen),
  [
    "remember as text",
    { ...chosen, remember: "true" },
    `${NOT_REMEMBERED}, received string`,
  ],
  [
    "remember null",
    { ...chosen, remember: null },
    `${NOT_REMEMBERED}, received null`,
  ],
  [
    "remember without a campaign",
    { session_id: "s", remember: true },
    NEEDS_CAMPAIGN,
  ],
  ["an ad without a campaign", { session_id: "s", ad_id: "x" }, NEEDS_CAMPAIGN],
  [
    "an ad set without a campaign",
    { session_id: "s", ad_set_id: "x" },
    NEEDS_CAMPAIGN,
  ],
]

const NO_DATE = "must be an ISO 8601 date or instant"
const refusedDate = (value: string): Refusal => [
  `from ${value}`,
  { from: value },
  `Field 'from': ${NO_DATE}`,
]

const REFUSED_BULKS: Refusal[] = [
  ["an unknown field", { nope: 1 }, "Unrecognized fields: 'nope'"],
  [
    "a field named like a built-in",
    { constructor: 1 },
    "Unrecognized fields: 'constructor'",
  ],
  ...refusedTexts("website_id", {}),
  ...[
    "constructor",
    "",
    "$1",
    "1",
    "foo 2020",
    "2026-02-30",
    "+275760-09-13",
    "-000001-01-01",
  ].map(refusedDate),
  ["from as a number", { from: 1 }, expectedText("from", "number")],
  [
    "from without a text form",
    { from: NO_TEXT_FORM },
    expectedText("from", "object"),
  ],
  [
    "from huge",
    { from: HUGE },
    `Field 'from': Too big: expected string to have <=40 characters; Field 'from': ${NO_DATE}`,
  ],
  ["to no date", { to: "x" }, `Field 'to': ${NO_DATE}`],
  [
    "from after to",
    { from: "2026-02-02", to: "2026-02-01" },
    // As in every report: a bare `to` is the end of its day.
    "from must be before to, got 2026-02-02T00:00:00.000+00:00 and 2026-02-02T00:00:00.000+00:00",
  ],
]

const REFUSED_MERGES: Refusal[] = [
  ["an empty object", {}, expectedText("into", "undefined")],
  [
    "an unknown field",
    { into: "person_1", nope: 1 },
    "Unrecognized fields: 'nope'",
  ],
  ...refusedTexts("into", {}),
]
const REFUSED_FIELDS: Refusal[] = [
  ["a field", { id: "idlink_1" }, "Unrecognized fields: 'id'"],
]

const REFUSED_CHOICES: Refusal[] = [
  ["an empty object", {}, expectedText("ad_campaign_id", "undefined")],
  [
    "an unknown field",
    { ad_campaign_id: "c1", actor_id: "user_1" },
    "Unrecognized fields: 'actor_id'",
  ],
  [
    "a field named like a built-in",
    '{"ad_campaign_id":"c1","__proto__":{"x":1}}',
    "Unrecognized fields: '__proto__'",
  ],
  ...refusedTexts("ad_campaign_id", {}),
  ...refusedTexts("ad_set_id", { ad_campaign_id: "c1" }),
  ...refusedTexts("ad_id", { ad_campaign_id: "c1" }),
]

const settled = { value: "slae", ad_campaign_id: "c1" }

const REFUSED_ALIASES: Refusal[] = [
  [
    "an empty object",
    {},
    `${expectedText("value", "undefined")}; ${expectedText("ad_campaign_id", "undefined")}`,
  ],
  [
    "an unknown field",
    { ...settled, created_by: "user_1" },
    "Unrecognized fields: 'created_by'",
  ],
  [
    "another kind",
    { ...settled, kind: "utm_source" },
    `Field 'kind': Invalid option: expected one of "utm_campaign"|"utm_id"`,
  ],
  ...refusedTexts("value", { ad_campaign_id: "c1" }),
  ...refusedTexts("ad_campaign_id", { value: "slae" }),
  ...refusedTexts("website_id", settled).filter(
    ([name]) => name !== "website_id null"
  ),
]

/** Bodies that are no object of JSON. */
const BROKEN: [name: string, body: string, message: string][] = [
  ["half a body", "{", "Expected property name or '}' in JSON at position 1"],
  ["a word", '"x"', `Unexpected token '"', ""x"" is not valid JSON`],
  [
    "a list",
    "[]",
    "Invalid request: Invalid input: expected object, received array",
  ],
]

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  let before: Tables

  // One touch and one campaign, so that a body taken for a good one writes.
  beforeAll(async () => {
    const container = getContainer()
    admin = await adminHeaders(container)
    await adPlanning(container).touches.syncTouches(
      [touchFact("s", { utm_campaign: "Unknown" })],
      []
    )
    await adPlanning(container).campaigns.syncCampaigns([
      campaignFact("c1", "Sale"),
    ])
    before = await readTables(container)
  })

  afterEach(async () => {
    expect(await readTables(getContainer())).toEqual(before)
  })

  const post = (path: string, body: unknown, type = JSON_TYPE) =>
    api.post(
      `/admin/ad-planning${path}`,
      typeof body === "string" ? body : JSON.stringify(body),
      {
        ...admin,
        headers: { ...admin.headers, "content-type": type },
        // axios would write a text as JSON once more.
        transformRequest: [(text: string) => text],
      }
    )

  describe.each([
    ["/attribution/resolve", REFUSED_RESOLVES],
    ["/attribution/bulk-resolve", REFUSED_BULKS],
    ["/attribution/conversions/order_1", REFUSED_CHOICES],
    ["/attribution/aliases", REFUSED_ALIASES],
    ["/customers/person_1/merge", REFUSED_MERGES],
    ["/customers/person_1/unmerge", REFUSED_FIELDS],
    ["/identities/idlink_1/restore", REFUSED_FIELDS],
  ])("POST %s", (path, refusals) => {
    itAll("refuses what is wrong", refusals, async (_name, body, reason) => {
      const { status, data } = await post(path, body)
      expect({ status, data }).toEqual({
        status: 400,
        data: {
          type: "invalid_data",
          message: `Invalid request: ${reason}`,
        },
      })
    })

    itAll("refuses what is no object", BROKEN, async (_name, body, message) => {
      const { status, data } = await post(path, body)
      expect({ status, data }).toEqual({
        status: 400,
        data: { type: "invalid_data", message },
      })
    })

    it("refuses more than Medusa reads", async () => {
      const { status, data } = await post(path, {
        session_id: "a".repeat(200 * KIB),
      })
      expect({ status, message: data.message }).toEqual({
        status: 413,
        message: "request entity too large",
      })
    })

    it.each([
      ["no token", {}],
      ["a token that is none", { authorization: "Bearer x" }],
    ])("wants a login with %s", async (_case, headers) => {
      const { status, data } = await api.post(
        `/admin/ad-planning${path}`,
        { session_id: "s", ad_campaign_id: "c1" },
        { headers, validateStatus: () => true }
      )
      expect({ status, data }).toEqual({
        status: 401,
        data: { message: "Unauthorized" },
      })
    })
  })

  describe("POST /attribution/resolve", () => {
    it.each([
      "unknown",
      "constructor",
      "'; DROP TABLE conversion; --",
      "%",
      "?",
      "\\?",
      "$1",
      "😀",
    ])("does not find the session %j", async (session_id) => {
      const { status, data } = await post("/attribution/resolve", {
        session_id,
      })
      expect({ status, data }).toEqual({
        status: 404,
        data: {
          type: "not_found",
          message: `Attribution of session: ${session_id} was not found`,
        },
      })
    })

    it.each(["unknown", "constructor", "'; DROP TABLE conversion; --", "?"])(
      "does not find the campaign %j",
      async (ad_campaign_id) => {
        const { status, data } = await post("/attribution/resolve", {
          session_id: "s",
          ad_campaign_id,
        })
        expect({ status, data }).toEqual({
          status: 404,
          data: {
            type: "not_found",
            message: `Campaign with id: ${ad_campaign_id} was not found`,
          },
        })
      }
    )

    it("takes no empty body", async () => {
      const { status, data } = await post("/attribution/resolve", "")
      expect({ status, message: data.message }).toEqual({
        status: 400,
        message: `Invalid request: ${noSession}`,
      })
    })
  })

  describe("POST /attribution/bulk-resolve", () => {
    it.each(["constructor", "'; DROP TABLE conversion; --", "%", "?", "\\?"])(
      "has nothing to do for the website %j",
      async (website_id) => {
        const { status, data } = await post("/attribution/bulk-resolve", {
          website_id,
        })
        expect({ status, data }).toEqual({
          status: 200,
          data: { processed: 0, resolved: 0, unresolved: 0, by_method: {} },
        })
      }
    )
  })
}
