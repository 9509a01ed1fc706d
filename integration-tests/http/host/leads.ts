import { createLeadWorkflow } from "../../../src/workflows/host/create-lead"
import { adminHeaders } from "../../helpers/admin-headers"
import { failingAfter } from "../../helpers/failing-workflow"
import { socials } from "../../helpers/host"
import type { StoreContext } from "../../helpers/test-store"

const PATH = "/admin/socials/leads"
const LEAD = {
  meta_lead_id: "7001",
  email: "Ann@Example.com",
  phone: "+44 20 7946 0000",
  full_name: "Ann Lee",
  campaign_id: "120210",
  adset_id: "120211",
  ad_id: "120212",
  form_id: "991",
  source_platform: "ig",
  created_time: "2026-10-25T02:30:00+02:00",
  estimated_value: 49.5,
  utm_source: "facebook",
  utm_campaign: "Sale",
  field_data: [{ name: "email", values: ["Ann@Example.com"] }],
  metadata: { page: "Shop" },
}

const noText = "Invalid input: expected string, received"
const NO_TIME =
  "Field 'created_time': must be an ISO 8601 date-time with an offset"
const MODEST = "must be at most 8192 characters of JSON and 5 levels deep"
const deep = { a: { b: { c: { d: { e: {} } } } } }

/** Name, body, and the message that refuses it. */
const REFUSED: [string, unknown, string][] = [
  ["a list", [LEAD], "Invalid input: expected object, received array"],
  ["an unknown field", { person_id: "p" }, "Unrecognized fields: 'person_id'"],
  [
    "our campaign",
    { resolved_campaign_id: "c" },
    "Unrecognized fields: 'resolved_campaign_id'",
  ],
  ["a number", { email: 5 }, `Field 'email': ${noText} number`],
  ["a word", { email: "ann" }, "Field 'email': must be an e-mail address"],
  [
    "an empty id",
    { meta_lead_id: "" },
    "Field 'meta_lead_id': Too small: expected string to have >=1 characters",
  ],
  [
    "a long id",
    { campaign_id: "1".repeat(129) },
    "Field 'campaign_id': Too big: expected string to have <=128 characters",
  ],
  ["an object", { ad_id: { $ne: null } }, `Field 'ad_id': ${noText} object`],
  ["NUL", { full_name: "a\0" }, "Field 'full_name': contains a NUL character"],
  [
    "half a character",
    { utm_campaign: "\ud83d" },
    "Field 'utm_campaign': contains characters that cannot be stored",
  ],
  [
    "a negative value",
    { estimated_value: -1 },
    "Field 'estimated_value': Too small: expected number to be >=0",
  ],
  [
    "a value as text",
    { estimated_value: "5" },
    "Field 'estimated_value': Invalid input: expected number, received string",
  ],
  [
    "a huge value",
    { estimated_value: 1e300 },
    "Field 'estimated_value': Too big: expected number to be <=1000000000000",
  ],
  ["no time", { created_time: "yesterday" }, NO_TIME],
  ["no offset", { created_time: "2026-10-25T02:30:00" }, NO_TIME],
  [
    "a time before 1970",
    { created_time: "0000-01-01T00:00:00Z" },
    "Field 'created_time': must not be before 1970",
  ],
  [
    "a word of answers",
    { field_data: "x" },
    "Field 'field_data': must be an object or a list",
  ],
  ["deep metadata", { metadata: deep }, `Field 'metadata': ${MODEST}`],
  [
    "much of answers",
    { field_data: ["x".repeat(9000)] },
    `Field 'field_data': ${MODEST}`,
  ],
]

const runAndFail = failingAfter(createLeadWorkflow)

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })

  const post = (body: unknown) => api.post(PATH, body, admin)
  const get = async (query: string) => {
    const { status, data } = await api.get(`${PATH}?${query}`, admin)
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data
  }

  it("stores a lead, which the list then has", async () => {
    const { status, data } = await post(LEAD)
    expect(status).toBe(201)
    expect(data.lead).toMatchObject({
      ...LEAD,
      id: expect.stringMatching(/^lead_/),
      created_time: "2026-10-25T00:30:00.000Z",
      status: "new",
      person_id: null,
      resolved_campaign_id: null,
    })
    expect(await get("campaign_id=120210")).toEqual({
      leads: [data.lead],
      count: 1,
      offset: 0,
      limit: 20,
    })
    expect((await get("campaign_id=other")).count).toBe(0)
  })

  it("answers the first of a repeated meta_lead_id", async () => {
    const first = await post(LEAD)
    const second = await post({ ...LEAD, full_name: "Somebody else" })
    expect([second.status, second.data]).toEqual([200, first.data])
    // Also of several at once.
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post({ ...LEAD, meta_lead_id: "7002" }))
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      200, 200, 200, 200, 201,
    ])
    expect(new Set(answers.map(({ data }) => data.lead.id)).size).toBe(1)
    // Without one each is a lead of its own.
    for (const email of ["a@b.example", null]) {
      const typed = await post({ email })
      expect(typed.status).toBe(201)
      const age = Date.now() - Date.parse(typed.data.lead.created_time)
      expect(age).toBeGreaterThanOrEqual(0)
      expect(age).toBeLessThan(60_000)
    }
    expect((await get("limit=1")).count).toBe(4)
  })

  it("orders, pages and filters the list", async () => {
    for (const [meta_lead_id, day] of [
      ["1", "01"],
      ["2", "03"],
      ["3", "02"],
    ]) {
      await post({
        ...LEAD,
        meta_lead_id,
        created_time: `2026-10-${day}T00:00:00Z`,
      })
    }
    const ids = async (query: string) =>
      (await get(query)).leads.map(
        (lead: { meta_lead_id: string }) => lead.meta_lead_id
      )
    expect(await ids("")).toEqual(["2", "3", "1"])
    expect(await ids("order=meta_lead_id&limit=2&offset=1")).toEqual(["2", "3"])
    expect(await ids("created_time[$gte]=2026-10-02")).toEqual(["2", "3"])
    expect(await ids("meta_lead_id=1&meta_lead_id=3")).toEqual(["3", "1"])
    expect((await get("fields=email&limit=1")).leads).toEqual([
      { id: expect.any(String), email: LEAD.email },
    ])
    const { status, data } = await api.get(`${PATH}?nope=1`, admin)
    expect([status, data.message]).toEqual([
      400,
      "Invalid request: Unrecognized fields: 'nope'",
    ])
  })

  it("refuses hostile bodies by name, twice, and writes nothing", async () => {
    for (let times = 1; times <= 2; times++) {
      for (const [name, body, message] of REFUSED) {
        const { status, data } = await post(body)
        expect([name, status, data]).toEqual([
          name,
          400,
          { type: "invalid_data", message: `Invalid request: ${message}` },
        ])
      }
    }
    expect(await socials(getContainer()).listLeads()).toEqual([])
  })

  it("wants a login", async () => {
    const anonymous = { validateStatus: () => true }
    for (const { status } of [
      await api.get(PATH, anonymous),
      await api.post(PATH, LEAD, anonymous),
    ]) {
      expect(status).toBe(401)
    }
    expect(await socials(getContainer()).listLeads()).toEqual([])
  })

  it("leaves nothing when what follows fails, but what was there", async () => {
    const created_time = "2026-10-25T00:30:00.000Z"
    await runAndFail(getContainer(), { meta_lead_id: "1", created_time })
    expect(await socials(getContainer()).listLeads()).toEqual([])
    const { data } = await post(LEAD)
    await runAndFail(getContainer(), {
      meta_lead_id: LEAD.meta_lead_id,
      created_time,
    })
    expect(await socials(getContainer()).listLeads()).toMatchObject([
      { id: data.lead.id },
    ])
  })
}
