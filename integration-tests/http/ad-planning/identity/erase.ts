import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { deleteCustomersWorkflow } from "@medusajs/medusa/core-flows"
import type AdPlanningService from "../../../../src/modules/ad-planning/service"
import { emailHash } from "../../../../src/modules/ad-planning/utils/identity/email-hash"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { continueBackfillHere } from "../../../../src/runners/continue-backfill"
import { eraseDeletedPersons } from "../../../../src/runners/erase-deleted-persons"
import { erasePersonWorkflow } from "../../../../src/workflows/ad-planning/identity/erase-person"
import { backfillWorkflow } from "../../../../src/workflows/ad-planning/sync/backfill"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { failingAfter } from "../../../helpers/failing-workflow"
import {
  HOSTILE_TEXTS,
  identityFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import { feedback, forms, people, socials, visit } from "../../../helpers/host"
import { readSessions } from "../../../helpers/attribution"
import { itAll } from "../../../helpers/it-all"
import { placeOrder } from "../../../helpers/orders"
import { RandomStore } from "../../../helpers/random-store"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore, type TestStore } from "../../../helpers/store"
import {
  changedTables,
  countRows,
  OUR_TABLES,
  readTables,
  type Row,
  rowsNaming,
  type Table,
} from "../../../helpers/tables"
import type { ExposureFact } from "../../../../src/modules/ad-planning/types"
import type { StoreContext } from "../../../helpers/test-store"

const ANN = "ann@example.com"
const HOUR_MS = 3_600_000
const ago = (hours: number) =>
  new Date(Date.now() - hours * HOUR_MS).toISOString()

const SEEN_BY_ANN: ExposureFact = {
  experiment_id: "abexp_1",
  visitor_id: "visitor-ann",
  variant: "control",
  exposed_at: "2026-10-01T10:00:00Z",
  conflict_at: null,
  website_id: null,
  device: null,
  country_code: null,
}

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let service: AdPlanningService
  let store: TestStore
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    store = await createStore(getContainer())
    admin = await adminHeaders(getContainer())
  })
  beforeEach(() => {
    container = getContainer()
    service = adPlanning(container)
  })
  afterEach(() => jest.restoreAllMocks())

  const readEverything = async () => {
    const { result } = await backfillWorkflow(container).run({ input: {} })
    await continueBackfillHere(container)
    const run = await service.retrieveAdPlanningBackfillRun(result.id)
    expect(run).toMatchObject({ status: "completed", last_error: null })
  }
  const track = (...order_ids: string[]) =>
    trackPurchaseConversionWorkflow(container).run({ input: { order_ids } })
  // Calls are counted a second after they were answered.
  const tables = OUR_TABLES.filter((name) => name !== "ad_planning_pixel_count")
  const ourTables = () => readTables(container, tables)
  const post = (path: string, body: object = {}) =>
    api.post(`/admin/ad-planning${path}`, body, {
      ...admin,
      validateStatus: () => true,
    })
  const exported = (personId: string) =>
    api.get(
      `/admin/ad-planning/customers/${encodeURIComponent(personId)}/export`,
      { ...admin, validateStatus: () => true }
    )
  const ledger = async () => await service.listAdPlanningErasures({})
  const hashOf = (email: string) => emailHash(email, service.options.secret)!

  /** A visit of Ann's, and her order. */
  async function openShop() {
    const session = await visit(container, {
      visitor_id: "visitor-ann",
      session_id: "session-ann",
      started_at: ago(30),
      query: "utm_source=google&utm_medium=cpc&utm_campaign=Sale&gclid=ann",
    })
    await readSessions(container, session.id)
    const order = await placeOrder(container, store, {
      metadata: { visitor_id: "visitor-ann", utm_content: "for ann" },
    })
    await track(order.id)
    const [ann] = await people(container).listPeople({ email: ANN })
    await service.identity.syncIdentityLinks([
      identityFact("visitor", "second-device", ann!.id),
    ])
    const [placed] = await sql<{ customer_id: string }>(
      container,
      `SELECT customer_id FROM "order" WHERE id = ?`,
      [order.id]
    )
    const customer = placed!.customer_id
    await service.experiments.importExposures([SEEN_BY_ANN])
    return {
      ann: ann!.id,
      order: order.id,
      customer,
      names: [
        ann!.id,
        hashOf(ANN),
        customer,
        "visitor-ann",
        "session-ann",
        "second-device",
      ],
    }
  }

  /** What else a store can have of somebody, and an order of Bob's. */
  async function fillShop(order_id: string) {
    await placeOrder(container, store, { price: 60 })
    const bob = await placeOrder(container, store, {
      price: 50,
      email: "bob@example.com",
    })
    const form = await forms(container).createForms({
      handle: "contact",
      name: "Contact",
    })
    await forms(container).createFormResponses({
      form_id: form.id,
      email: "Ann@Example.com ",
      data: {},
      submitted_at: new Date(),
      metadata: { visitor_id: "visitor-ann" },
    })
    await socials(container).createLeads({
      meta_lead_id: "l1",
      email: ANN,
      created_time: new Date(),
    })
    await feedback(container).createFeedbacks({
      rating: "five",
      comment: "nice",
      submitted_by: ANN,
      submitted_at: new Date(),
      order_id,
    })
    await readEverything()
    return bob.id
  }

  const revenue = () =>
    sql(
      container,
      `SELECT ad_campaign_id, channel_group, COUNT(*)::int AS count, SUM(net_value) AS revenue,
                COUNT(*) FILTER (WHERE is_first_purchase)::int AS firsts
           FROM conversion GROUP BY 1, 2 ORDER BY 1, 2`
    )

  describe("POST /customers/:id/erase", () => {
    beforeEach(() => silenceEvents(container))

    it("leaves the money and nothing that names them, for ever", async () => {
      const { ann, order, names } = await openShop()
      const bob = await fillShop(order)
      const before = { tables: await ourTables(), revenue: await revenue() }
      expect(rowsNaming(before.tables, names).length).toBeGreaterThan(12)
      const file = await exported(ann)
      expect(file.headers["content-disposition"]).toBe(
        `attachment; filename="ad-planning-person-${ann}.json"`
      )
      const theirs = (table: Table) =>
        before.tables[table]!.filter((one) => one.person_id === ann)
      const idsOf = (rows: Row[]) => rows.map((one) => one.id).toSorted()
      expect({
        ...file.data,
        identities: idsOf(file.data.identities),
        conversions: idsOf(file.data.conversions),
        touches: idsOf(file.data.touches),
        touchpoints: idsOf(file.data.touchpoints),
        profile: idsOf(file.data.profile),
        ratings: idsOf(file.data.ratings),
        scores: idsOf(file.data.scores),
        score_history: idsOf(file.data.score_history),
        experiments: idsOf(file.data.experiments),
        segments: idsOf(file.data.segments),
        segment_exclusions: idsOf(file.data.segment_exclusions),
        segment_history: idsOf(file.data.segment_history),
        sentiments: idsOf(file.data.sentiments),
      }).toEqual({
        person_id: ann,
        exported_at: expect.any(String),
        identities: idsOf(theirs("ad_planning_identity_link")),
        conversions: idsOf(theirs("conversion")),
        touches: idsOf(theirs("campaign_attribution")),
        touchpoints: idsOf(theirs("customer_journey")),
        profile: idsOf(theirs("ad_planning_person_profile")),
        ratings: idsOf(theirs("ad_planning_rating")),
        scores: idsOf(theirs("customer_score")),
        score_history: idsOf(theirs("ad_planning_score_history")),
        experiments: idsOf(before.tables.ad_planning_experiment_exposure!),
        segments: idsOf(theirs("segment_member")),
        segment_exclusions: idsOf(theirs("ad_planning_segment_exclusion")),
        segment_history: idsOf(theirs("ad_planning_segment_history")),
        sentiments: idsOf(theirs("sentiment_analysis")),
      })
      expect(
        file.data.conversions.find((one: Row) => one.order_id === order)
      ).toMatchObject({
        net_value: 100,
        visitor_id: "visitor-ann",
        adjustments: [],
        purchase_claims: [],
      })
      expect(JSON.stringify(file.data)).not.toContain(hashOf(ANN))
      expect(JSON.stringify(file.data)).not.toMatch(/raw_|email_hash/)
      const { status, data } = await post(`/customers/${ann}/erase`)
      const row = (deleted: number, anonymised: number) => ({
        deleted,
        anonymised,
      })
      expect({ status, data }).toEqual({
        status: 200,
        data: {
          erasure: {
            id: expect.stringMatching(/^aperase_/),
            reason: "request",
            requested_by: expect.stringMatching(/^user_/),
            erased_at: expect.any(String),
            counts: {
              conversion: row(0, 3),
              campaign_attribution: row(1, 1),
              customer_journey: row(5, 0),
              ad_planning_experiment_exposure: row(1, 0),
              ad_planning_identity_link: row(6, 0),
              ad_planning_person_profile: row(1, 0),
              ad_planning_rating: row(1, 0),
              customer_score: row(1, 0),
              ad_planning_score_history: row(1, 0),
              ad_planning_stale_person: row(1, 0),
            },
          },
        },
      })
      const erased = await ourTables()
      expect(rowsNaming(erased, names)).toEqual([])
      expect(await revenue()).toEqual(before.revenue)
      expect(erased.conversion!.filter((one) => one.erased_at)).toHaveLength(3)
      expect((await exported(ann)).data).toEqual({
        person_id: ann,
        exported_at: expect.any(String),
        identities: [],
        conversions: [],
        touches: [],
        touchpoints: [],
        profile: [],
        ratings: [],
        scores: [],
        score_history: [],
        experiments: [],
        segments: [],
        segment_exclusions: [],
        segment_history: [],
        sentiments: [],
      })
      expect(
        erased.conversion!.find((one) => one.order_id === order)
      ).toMatchObject({
        conversion_value: 100,
        net_value: 100,
        is_first_purchase: true,
        channel_group: "Paid Search",
        utm_content: null,
        person_id: null,
      })
      expect(erased.conversion!.find((one) => one.order_id === bob)).toEqual(
        before.tables.conversion!.find((one) => one.order_id === bob)
      )
      // Also what the store still has of them brings nothing back.
      await people(container).deletePeople([ann])
      await readEverything()
      const again = await ourTables()
      expect(rowsNaming(again, names)).toEqual([])
      expect(changedTables(erased, again)).toEqual([
        "ad_planning_backfill_run",
        "ad_planning_sync_cursor",
      ])
      expect(await people(container).listPeople({ email: ANN })).toEqual([])
    })

    it("is done once, and takes what they do later without names", async () => {
      const { ann, names } = await openShop()
      const first = await post(`/customers/${ann}/erase`)
      const once = await ourTables()
      const second = await post(`/customers/${ann}/erase`)
      expect(second.data).toEqual(first.data)
      expect(await ourTables()).toEqual(once)
      const { id } = await placeOrder(container, store, {
        price: 70,
        metadata: {
          visitor_id: "visitor-ann",
          session_id: "session-ann",
          utm_campaign: "Spring",
          gclid: "ann-2",
        },
      })
      await track(id)
      const sent = await api.post(
        "/web/ad-planning/track-conversion",
        {
          conversion_type: "add_to_cart",
          event_id: "later",
          visitor_id: "second-device",
          session_id: "session-later",
          pathname: "/ann",
          metadata: { note: "ann" },
          utm_campaign: "Spring",
        },
        { headers: { "user-agent": BROWSER } }
      )
      expect(sent.status).toBe(202)
      const claimed = await api.post(
        "/web/ad-planning/track-conversion",
        {
          conversion_type: "purchase",
          order_id: "order_of_others",
          visitor_id: "second-device",
          session_id: "session-later",
        },
        { headers: { "user-agent": BROWSER } }
      )
      expect(claimed.status).toBe(202)
      const left = await ourTables()
      expect(
        rowsNaming(left, [...names, "ann-2", "session-later", "/ann"])
      ).toEqual([])
      const nameless = {
        person_id: null,
        customer_id: null,
        email_hash: null,
        visitor_id: null,
        session_id: null,
        erased_at: expect.any(String),
      }
      expect(left.conversion!.find((one) => one.order_id === id)).toMatchObject(
        {
          ...nameless,
          net_value: 70,
          is_first_purchase: false,
          channel_group: "Paid Search",
        }
      )
      expect(
        left.conversion!.find((one) => one.source === "pixel")
      ).toMatchObject({ ...nameless, pathname: null, metadata: null })
    })

    it("erases a merged person with the one they are, and only so", async () => {
      const { ann, names } = await openShop()
      const other = await people(container).createPeople({
        first_name: "Ann",
        last_name: "L",
        email: "ann.lee@example.com",
      })
      await service.identity.syncIdentityLinks([
        identityFact("email", hashOf("ann.lee@example.com"), other.id),
      ])
      await post(`/customers/${ann}/merge`, { into: other.id })
      const before = await ourTables()
      const refused = await post(`/customers/${ann}/erase`)
      expect({ status: refused.status, data: refused.data }).toMatchObject({
        status: 400,
        data: {
          type: "not_allowed",
          message: `person ${ann} was merged into ${other.id}: erase that one`,
        },
      })
      const notExported = await exported(ann)
      expect({
        status: notExported.status,
        message: notExported.data.message,
      }).toEqual({
        status: 400,
        message: `person ${ann} was merged into ${other.id}: export that one`,
      })
      // A record that the store tidies up after merging is nobody's end.
      await erasePersonWorkflow(container).run({
        input: { person_ids: [ann], reason: "person_deleted" },
      })
      expect(await ourTables()).toEqual(before)
      const { status } = await post(`/customers/${other.id}/erase`)
      expect(status).toBe(200)
      expect(
        rowsNaming(await ourTables(), [
          ...names,
          other.id,
          hashOf("ann.lee@example.com"),
        ])
      ).toEqual([])
    })

    it("leaves what others did on a device of theirs, without the device", async () => {
      const { ann } = await openShop()
      const cyd = await placeOrder(container, store, {
        email: "cyd@example.com",
        metadata: { visitor_id: "visitor-ann" },
      })
      await track(cyd.id)
      const ofCyd = async () =>
        (await ourTables()).conversion!.find((one) => one.order_id === cyd.id)!
      const before = await ofCyd()
      expect(before).toMatchObject({
        visitor_id: "visitor-ann",
        channel_group: "Paid Search",
      })
      await post(`/customers/${ann}/erase`)
      const expected = {
        ...before,
        visitor_id: null,
        session_id: null,
        analytics_session_id: null,
      }
      expect(await ofCyd()).toEqual(expected)
      await track(cyd.id)
      expect(await ofCyd()).toEqual(expected)
      const [person] = await people(container).listPeople({
        email: "cyd@example.com",
      })
      expect(before.person_id).toBe(person!.id)
    })

    it("is all or nothing, and never undone", async () => {
      const { ann, names } = await openShop()
      const before = await ourTables()
      const refused = await post(`/customers/${ann}/erase`, { reason: "x" })
      expect({ status: refused.status, data: refused.data }).toMatchObject({
        status: 400,
        data: { message: "Invalid request: Unrecognized fields: 'reason'" },
      })
      jest
        .spyOn(service, "createAdPlanningErasures")
        .mockRejectedValueOnce(new Error("no room"))
      const failed = await post(`/customers/${ann}/erase`)
      expect(failed.status).toBe(500)
      expect(await ourTables()).toEqual(before)
      await failingAfter(erasePersonWorkflow)(container, {
        person_ids: [ann],
        reason: "request",
      })
      expect(rowsNaming(await ourTables(), names)).toEqual([])
    })

    it("holds against an undo of what was read before", async () => {
      const { ann, order, names } = await openShop()
      const key = `order:${order}`
      const purchases = await service.purchases.snapshotPurchases([order])
      const touches = await service.touches.snapshotTouches([
        "session:session-ann",
      ])
      const conversions = await service.conversions.snapshotConversions({
        keys: [key],
        order_ids: [],
        email_hashes: [hashOf(ANN)],
        visitor_ids: [],
        session_ids: [],
      })
      const [journey] = await service.listCustomerJourneys({
        source_type: "order",
      })
      const journeys = await service.journeys.snapshotJourneys([journey!])
      const links = await service.identity.syncIdentityLinks([
        identityFact("visitor", "third-device", ann),
      ])
      await post(`/customers/${ann}/erase`)
      await service.purchases.restorePurchases([order], purchases)
      await service.touches.restoreTouches(["session:session-ann"], touches)
      await service.conversions.putBackConversions({
        keys: [],
        touch_keys: [],
        claim_keys: [],
        before: conversions,
      })
      await service.journeys.putBackJourneys([journey!], journeys)
      await service.identity.restoreIdentityLinks(links)
      expect(rowsNaming(await ourTables(), [...names, "third-device"])).toEqual(
        []
      )
    })

    const unknown = ["person_nobody", ...HOSTILE_TEXTS.slice(0, 5)]
    itAll(
      "refuses whom nobody knows, and writes nothing",
      unknown.map((id): [string] => [id]),
      async (id: string) => {
        const before = await countRows(container)
        const { status, data } = await post(
          `/customers/${encodeURIComponent(id)}/erase`
        )
        expect({ status, data }).toEqual({
          status: 404,
          data: {
            type: "not_found",
            message: `Person with id: ${id} was not found`,
          },
        })
        expect(await countRows(container)).toEqual(before)
        expect((await exported(id)).status).toBe(404)
      }
    )
  })

  describe("a deleted record", () => {
    it("of a person erases them, told twice by two names", async () => {
      const { ann, names } = await openShop()
      await people(container).deletePeople([ann])
      await eventually(async () => (await ledger()).length > 0)
      const bus = container.resolve(Modules.EVENT_BUS)
      for (const name of ["person.deleted", "person.person.deleted"]) {
        await bus.emit({ name, data: { id: ann } })
      }
      // Told after them, so it is erased after them.
      await bus.emit({ name: "person.deleted", data: { id: "person_gone" } })
      await eventually(async () => (await ledger()).length > 1)
      expect(await ledger()).toMatchObject([
        { reason: "person_deleted", requested_by: null },
        { reason: "person_deleted", counts: {} },
      ])
      expect(rowsNaming(await ourTables(), names)).toEqual([])
    })

    it("of a customer erases whoever that is, told twice", async () => {
      const { customer, names } = await openShop()
      await deleteCustomersWorkflow(container).run({
        input: { ids: [customer] },
      })
      await eventually(async () => (await ledger()).length > 0)
      const before = await ourTables()
      await container
        .resolve(Modules.EVENT_BUS)
        .emit({ name: "customer.deleted", data: { id: [customer] } })
      await erasePersonWorkflow(container).run({
        input: { customer_ids: [customer], reason: "customer_deleted" },
      })
      expect(await ourTables()).toEqual(before)
      expect(await ledger()).toMatchObject([{ reason: "customer_deleted" }])
      expect(rowsNaming(before, names)).toEqual([])
    })
  })

  it("a person whose event was lost is erased at night, unless all are lost", async () => {
    silenceEvents(container)
    const { ann, names } = await openShop()
    const others = await people(container).createPeople(
      Array.from({ length: 11 }, (_none, index) => ({
        first_name: "P",
        last_name: `${index}`,
      }))
    )
    await service.identity.syncIdentityLinks(
      others.map(({ id }) => identityFact("visitor", `device of ${id}`, id))
    )
    const before = await ourTables()
    await eraseDeletedPersons(container)
    expect(await ourTables()).toEqual(before)
    await people(container).deletePeople([ann])
    await eraseDeletedPersons(container)
    expect(rowsNaming(await ourTables(), names)).toEqual([])
    expect(await ledger()).toMatchObject([{ reason: "person_deleted" }])
    await people(container).deletePeople(others.map(({ id }) => id))
    const after = await ourTables()
    await expect(eraseDeletedPersons(container)).rejects.toThrow(
      "11 of 11 persons are not in the store: too many to erase them without being asked"
    )
    expect(await ourTables()).toEqual(after)
  })

  it("a customer in a store without persons takes their e-mails along", async () => {
    silenceEvents(container)
    const ofDee = { customer_id: "cus_dee", email_hash: "hash-dee" }
    await service.purchases.syncPurchases(
      [
        purchaseFact("dee-1", { ...ofDee, visitor_id: "visitor-dee" }),
        purchaseFact("dee-2", { ...ofDee, customer_id: null }),
        purchaseFact("eve-1", { email_hash: "hash-eve" }),
      ],
      []
    )
    await service.touches.syncTouches(
      [touchFact("session-dee", { visitor_id: "visitor-dee" })],
      []
    )
    await erasePersonWorkflow(container).run({
      input: { customer_ids: ["cus_dee"], reason: "customer_deleted" },
    })
    const left = await ourTables()
    expect(
      rowsNaming(left, ["cus_dee", "hash-dee", "visitor-dee", "session-dee"])
    ).toEqual([])
    expect(
      left
        .conversion!.map((row) => [row.order_id, row.erased_at === null])
        .toSorted()
    ).toEqual([
      ["dee-1", false],
      ["dee-2", false],
      ["eve-1", true],
    ])
  })

  it.each(["quince"])(
    "of a random shop nothing of them is left or comes back, seed %s",
    async (seed) => {
      silenceEvents(container)
      await new RandomStore(container, store, seed).live(30)
      await readEverything()
      const [ann] = await people(container).listPeople({ email: ANN })
      const links = await service.listAdPlanningIdentityLinks({
        person_id: ann!.id,
      })
      const names = [ann!.id, ...links.map(({ value }) => value)]
      const before = { tables: await ourTables(), revenue: await revenue() }
      await post(`/customers/${ann!.id}/erase`)
      expect(rowsNaming(before.tables, names).length).toBeGreaterThan(10)
      expect(rowsNaming(await ourTables(), names)).toEqual([])
      expect(await revenue()).toEqual(before.revenue)
      await readEverything()
      expect(rowsNaming(await ourTables(), names)).toEqual([])
      expect(await revenue()).toEqual(before.revenue)
      expect(changedTables(before.tables, await ourTables())).toContain(
        "conversion"
      )
    }
  )
}

const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"
