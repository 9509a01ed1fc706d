import type { MedusaContainer } from "@medusajs/framework/types"
import { adPlanning } from "../../../helpers/ad-planning"
import { adminHeaders } from "../../../helpers/admin-headers"
import { campaignFact, HOSTILE_TEXTS } from "../../../helpers/facts"
import { itAll } from "../../../helpers/it-all"
import { placeOrder } from "../../../helpers/orders"
import { createStore } from "../../../helpers/store"
import { countRows } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const AT = "2026-10-01T10:00:00Z"
const lead = { conversion_type: "lead_form_submission", converted_at: AT }
const TYPES =
  "lead_form_submission, add_to_cart, begin_checkout, purchase, page_engagement, custom"

/** Name, body, and why it is refused. */
const REFUSED: [string, unknown, string][] = [
  ["nothing", {}, `Field 'conversion_type': must be one of: ${TYPES}`],
  [
    "an unknown type",
    { ...lead, conversion_type: "constructor" },
    `Field 'conversion_type': must be one of: ${TYPES}`,
  ],
  [
    "no time",
    { conversion_type: "custom" },
    "Field 'converted_at': is required",
  ],
  [
    "a day",
    { ...lead, converted_at: "2026-10-01" },
    "Field 'converted_at': must be an ISO 8601 instant with an offset",
  ],
  [
    "a time to come",
    { ...lead, converted_at: "2999-01-01T00:00:00Z" },
    "Field 'converted_at': must not be in the future",
  ],
  [
    "a purchase of no order",
    { conversion_type: "purchase" },
    "Field 'order_id': is required for a purchase",
  ],
  [
    "a purchase with a value",
    { conversion_type: "purchase", order_id: "o", conversion_value: 1 },
    "Field 'conversion_value': a purchase has it from its order",
  ],
  [
    "an unknown order",
    { conversion_type: "purchase", order_id: "order_nope" },
    "Field 'order_id': order order_nope was not found or does not count: drafts and excluded orders do not",
  ],
  [
    "a lead of an order",
    { ...lead, order_id: "order_1" },
    "Field 'order_id': is for purchases only",
  ],
  [
    "a value without a currency",
    { ...lead, conversion_value: 5 },
    "Field 'currency': is required with conversion_value",
  ],
  [
    "text for a value",
    { ...lead, conversion_value: "5", currency: "eur" },
    "Field 'conversion_value': must be a number",
  ],
  [
    "a value below 0",
    { ...lead, conversion_value: -1, currency: "eur" },
    "Field 'conversion_value': must not be below 0",
  ],
  [
    "no currency",
    { ...lead, currency: "%" },
    "Field 'currency': must be an ISO 4217 code such as eur",
  ],
  [
    "an unknown campaign",
    { ...lead, ad_campaign_id: "' OR 1=1" },
    "Field 'ad_campaign_id': campaign ' OR 1=1 was not found",
  ],
  ["a person", { ...lead, person_id: "p" }, "Unrecognized fields: 'person_id'"],
  [
    "a prototype",
    '{"conversion_type":"custom","__proto__":{}}',
    "Unrecognized fields: '__proto__'",
  ],
  [
    "a list for metadata",
    { ...lead, metadata: [] },
    "Field 'metadata': must be an object",
  ],
  [
    "much metadata",
    { ...lead, metadata: { a: "x".repeat(9_000) } },
    "Field 'metadata': must be at most 8192 characters of JSON and 5 levels deep",
  ],
  [
    "a huge key",
    { ...lead, idempotency_key: "k".repeat(129) },
    "Field 'idempotency_key': Too big: expected string to have <=128 characters",
  ],
  [
    "a key that may be a choice for another conversion",
    { ...lead, idempotency_key: "order:order_1" },
    "Field 'idempotency_key': must not begin with order:, lead:, form_response:, analytics_event:, pixel:, manual:",
  ],
  [
    "a blank visitor",
    { ...lead, visitor_id: " " },
    "Field 'visitor_id': Too small: expected string to have >=1 characters",
  ],
  [
    "NUL in a name",
    { ...lead, conversion_name: "a\0" },
    "Field 'conversion_name': contains a NUL character",
  ],
]

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    container = getContainer()
    admin = await adminHeaders(container)
  })

  const enter = (body: unknown) =>
    api.post("/admin/ad-planning/conversions", body, {
      ...admin,
      headers: { ...admin.headers, "content-type": "application/json" },
    })

  describe("POST /admin/ad-planning/conversions", () => {
    it("counts a lead of the telephone, for the campaign that was named", async () => {
      await adPlanning(container).campaigns.syncCampaigns([
        campaignFact("c", "Sale"),
      ])
      const { status, data } = await enter({
        ...lead,
        conversion_name: "Call",
        conversion_value: 40.5,
        currency: "EUR",
        ad_campaign_id: "c",
        visitor_id: "v",
        metadata: { agent: "Ada" },
      })
      expect(status).toBe(200)
      expect(data.conversion).toMatchObject({
        conversion_type: "lead_form_submission",
        source: "manual",
        conversion_name: "Call",
        conversion_value: 40.5,
        currency: "eur",
        ad_campaign_id: "c",
        is_paid: true,
        visitor_id: "v",
        converted_at: "2026-10-01T10:00:00.000Z",
      })
      const one = await api.get(
        `/admin/ad-planning/conversions/${data.conversion.id}`,
        admin
      )
      expect(one.data.conversion.touches).toEqual([
        expect.objectContaining({
          source: "conversion",
          resolution_method: "manual",
          campaign_name: "Sale",
        }),
      ])
    })

    it("counts what is entered twice under one key once", async () => {
      const first = await enter({ ...lead, idempotency_key: "crm-1" })
      const again = await enter({ ...lead, idempotency_key: "crm-1" })
      expect(again.status).toBe(200)
      expect(again.data).toEqual(first.data)
      await enter(lead)
      expect((await countRows(container)).conversion).toBe(2)
    })

    it("reads a purchase from its order, however often", async () => {
      const store = await createStore(container)
      const order = await placeOrder(container, store, {})
      const body = { conversion_type: "purchase", order_id: order.id }
      const first = await enter(body)
      const again = await enter(body)
      expect(first.status).toBe(200)
      expect(first.data.conversion).toMatchObject({
        conversion_type: "purchase",
        source: "order",
        order_id: order.id,
        conversion_value: 100,
        net_value: 100,
      })
      expect(again.data.conversion.id).toBe(first.data.conversion.id)
      expect((await countRows(container)).conversion).toBe(1)
    })

    it("keeps hostile texts as they are", async () => {
      for (const text of HOSTILE_TEXTS) {
        const { data } = await enter({
          ...lead,
          idempotency_key: text,
          conversion_name: text,
        })
        expect(data.conversion?.conversion_name).toBe(text)
      }
    })

    itAll(
      "refuses a bad body with the field and the reason, and writes nothing",
      REFUSED,
      async (_name, body, reason) => {
        const before = await countRows(container)
        const { status, data } = await enter(body)
        expect([status, data]).toEqual([
          400,
          { type: "invalid_data", message: `Invalid request: ${reason}` },
        ])
        expect(await countRows(container)).toEqual(before)
      }
    )

    it("needs an admin", async () => {
      const { status } = await api.post(
        "/admin/ad-planning/conversions",
        lead,
        { validateStatus: () => true }
      )
      expect(status).toBe(401)
    })
  })
}
