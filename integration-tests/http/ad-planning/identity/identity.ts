import type { MedusaContainer } from "@medusajs/framework/types"
import { emailHash } from "../../../../src/modules/ad-planning/utils/identity/email-hash"
import { trackLeadConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-lead-conversion"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import {
  linkPersonInteractionsWorkflow,
  type LinkPersonInteractionsWorkflowInput,
} from "../../../../src/workflows/ad-planning/identity/link-person-interactions"
import {
  mergePersonsWorkflow,
  type MergePersonsWorkflowInput,
} from "../../../../src/workflows/ad-planning/identity/merge-persons"
import {
  admitIdentityWorkflow,
  type AdmitIdentityWorkflowInput,
} from "../../../../src/workflows/ad-planning/identity/admit-identity"
import {
  refuseIdentityWorkflow,
  type RefuseIdentityWorkflowInput,
} from "../../../../src/workflows/ad-planning/identity/refuse-identity"
import {
  restoreIdentityLinkWorkflow,
  type RestoreIdentityLinkWorkflowInput,
} from "../../../../src/workflows/ad-planning/identity/restore-identity-link"
import {
  revokeIdentityLinkWorkflow,
  type RevokeIdentityLinkWorkflowInput,
} from "../../../../src/workflows/ad-planning/identity/revoke-identity-link"
import {
  unmergePersonWorkflow,
  type UnmergePersonWorkflowInput,
} from "../../../../src/workflows/ad-planning/identity/unmerge-person"
import { reconcileSourceWorkflow } from "../../../../src/workflows/ad-planning/sync/reconcile-source"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { describeUndo, type UndoCase } from "../../../helpers/failing-workflow"
import { identityFact, purchaseFact, touchFact } from "../../../helpers/facts"
import { analytics, people, socials } from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore } from "../../../helpers/store"
import { OUR_TABLES, readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const day = (number: number) =>
  new Date(`2026-10-${String(number).padStart(2, "0")}T12:00:00Z`)

const email = (hash: string, person: string) =>
  identityFact("email", hash, person)

/** An order of an e-mail on a device, on a day of October. */
const buy = (
  container: MedusaContainer,
  id: string,
  hash: string | null,
  at: number,
  visitor: string | null = "v"
) =>
  adPlanning(container).purchases.syncPurchases(
    [
      purchaseFact(id, {
        email_hash: hash,
        visitor_id: visitor,
        converted_at: day(at),
      }),
    ],
    []
  )

const browse = (container: MedusaContainer, id: string, at: number) =>
  adPlanning(container).touches.syncTouches(
    [touchFact(id, { started_at: day(at) })],
    []
  )

/** Ann and Bob, each with an order on one device and a visit before it. */
async function annAndBob(container: MedusaContainer) {
  const persons = await people(container).createPeople([
    { first_name: "Ann", last_name: "Lee", email: "ann@example.com" },
    { first_name: "Bob", last_name: "Lee", email: "bob@example.com" },
  ])
  const [ann, bob] = persons.map(({ id }) => id)
  const { secret } = adPlanning(container).options
  await linkPersonInteractionsWorkflow(container).run({
    input: { person_ids: [ann!, bob!] },
  })
  await browse(container, "s1", 1)
  await buy(container, "1", emailHash("ann@example.com", secret), 2)
  await browse(container, "s2", 3)
  await buy(container, "2", emailHash("bob@example.com", secret), 4)
  return { ann: ann!, bob: bob! }
}

const linkOf = async (container: MedusaContainer, evidence: string) => {
  const [link] = await adPlanning(container).listAdPlanningIdentityLinks({
    evidence,
  })
  return link!.id
}

const IDENTIFIED: UndoCase<LinkPersonInteractionsWorkflowInput>[] = [
  [
    "a visitor who told who they are",
    async (container) => {
      const person = await people(container).createPeople({
        first_name: "Ann",
        last_name: "Lee",
      })
      await browse(container, "s1", 1)
      const event = await identify(container, person.id)
      return { analytics_event_ids: [event.id] }
    },
    ["ad_planning_identity_link", "campaign_attribution"],
  ],
]
const REVOKED: UndoCase<RevokeIdentityLinkWorkflowInput>[] = [
  [
    "a device",
    async (container) => {
      await annAndBob(container)
      return { link_id: await linkOf(container, "order:1") }
    },
    ["ad_planning_identity_link", "campaign_attribution"],
  ],
]
const RESTORED: UndoCase<RestoreIdentityLinkWorkflowInput>[] = [
  [
    "a device",
    async (container) => {
      await annAndBob(container)
      const link_id = await linkOf(container, "order:1")
      await revokeIdentityLinkWorkflow(container).run({ input: { link_id } })
      return { link_id }
    },
    ["ad_planning_identity_link", "campaign_attribution"],
  ],
]
const REFUSED: UndoCase<RefuseIdentityWorkflowInput>[] = [
  [
    "a device of two",
    async (container) => {
      await annAndBob(container)
      return { kind: "visitor", value: "v" }
    },
    ["ad_planning_identity_status", "campaign_attribution"],
  ],
]
const ADMITTED: UndoCase<AdmitIdentityWorkflowInput>[] = [
  [
    "a device of two",
    async (container) => {
      await annAndBob(container)
      const device = { kind: "visitor", value: "v" } as const
      await refuseIdentityWorkflow(container).run({ input: device })
      return device
    },
    ["ad_planning_identity_status", "campaign_attribution"],
  ],
]
const MERGED: UndoCase<MergePersonsWorkflowInput>[] = [
  [
    "two buyers",
    async (container) => {
      const { ann, bob } = await annAndBob(container)
      return { from: ann, into: bob }
    },
    [
      "ad_planning_identity_link",
      "campaign_attribution",
      "conversion",
      "customer_journey",
    ],
  ],
]
const UNMERGED: UndoCase<UnmergePersonWorkflowInput>[] = [
  [
    "two buyers",
    async (container) => {
      const { ann, bob } = await annAndBob(container)
      await mergePersonsWorkflow(container).run({
        input: { from: ann, into: bob },
      })
      return { from: ann }
    },
    [
      "ad_planning_identity_link",
      "campaign_attribution",
      "conversion",
      "customer_journey",
    ],
  ],
]

const identify = (container: MedusaContainer, person_id: string) =>
  analytics(container).createAnalyticsEvents({
    website_id: "site",
    event_type: "custom_event",
    event_name: "identify",
    pathname: "/",
    visitor_id: "v",
    session_id: "s",
    metadata: { person_id },
    timestamp: day(2),
  })

export default function suite({ getContainer }: StoreContext) {
  const service = () => adPlanning(getContainer())
  // Events of the host's rows would run the same workflows beside the tests.
  beforeEach(() => silenceEvents(getContainer()))
  afterEach(() => jest.restoreAllMocks())

  /** Whose each conversion and touch is, by key. */
  async function persons(): Promise<Record<string, string | null>> {
    const rows = await sql<{ key: string; person_id: string | null }>(
      getContainer(),
      `SELECT idempotency_key AS key, person_id FROM conversion
          UNION ALL SELECT touch_key, person_id FROM campaign_attribution`
    )
    return Object.fromEntries(rows.map((row) => [row.key, row.person_id]))
  }
  const statuses = () =>
    sql(
      getContainer(),
      `SELECT kind, value, status FROM ad_planning_identity_status ORDER BY 1, 2`
    )

  describe("a device", () => {
    it("is A's until B orders with it, and B's from then on", async () => {
      const container = getContainer()
      await service().identity.syncIdentityLinks([
        email("a", "ann"),
        email("b", "bob"),
      ])
      for (const [id, at] of [
        ["before", 1],
        ["between", 3],
        ["after", 5],
      ] as const) {
        await browse(container, id, at)
      }
      await buy(container, "a", "a", 2)
      expect(await persons()).toMatchObject({
        "session:before": "ann",
        "session:after": "ann",
      })
      await buy(container, "b", "b", 4)
      expect(await persons()).toEqual({
        "session:before": "ann",
        "order:a": "ann",
        "session:between": "ann",
        "order:b": "bob",
        "session:after": "bob",
      })
    })

    it("of more people than one has names nobody, until it is of fewer", async () => {
      const container = getContainer()
      await service().identity.syncIdentityLinks(
        ["a", "b", "c", "d"].map((name) => email(name, name))
      )
      await browse(container, "s1", 1)
      for (const [index, name] of ["a", "b", "c"].entries()) {
        await buy(container, name, name, index + 2)
      }
      expect(await persons()).toMatchObject({ "session:s1": "a" })
      expect(await statuses()).toEqual([])
      await buy(container, "d", "d", 6)
      expect(await statuses()).toEqual([
        { kind: "visitor", value: "v", status: "shared" },
      ])
      // Orders have an e-mail of their own.
      expect(await persons()).toEqual({
        "session:s1": null,
        "order:a": "a",
        "order:b": "b",
        "order:c": "c",
        "order:d": "d",
      })
      await service().purchases.syncPurchases([], ["d"])
      expect(await statuses()).toEqual([])
      expect(await persons()).toMatchObject({ "session:s1": "a" })
    })

    it("refused by a person of the store names nobody, whatever comes", async () => {
      const container = getContainer()
      await sql(
        container,
        `INSERT INTO ad_planning_identity_status (id, kind, value, status)
           VALUES ('idstat_1', 'visitor', 'v', 'refused')`
      )
      await service().identity.syncIdentityLinks([email("a", "ann")])
      await browse(container, "s1", 1)
      await buy(container, "a", "a", 2)
      expect(await persons()).toEqual({
        "session:s1": null,
        "order:a": "ann",
      })
      expect(await statuses()).toMatchObject([{ status: "refused" }])
    })

    it("is not the buyer's any more when the order names another", async () => {
      const container = getContainer()
      await service().identity.syncIdentityLinks([email("a", "ann")])
      await browse(container, "s1", 1)
      await buy(container, "a", "a", 2)
      await buy(container, "a", "a", 2, "w")
      expect(await persons()).toEqual({
        "session:s1": null,
        "order:a": "ann",
      })
    })

    it("becomes a customer's who has no e-mail on the order", async () => {
      const container = getContainer()
      await service().identity.syncIdentityLinks([email("a", "ann")])
      const order = (id: string, hash: string | null, at: number) =>
        service().purchases.syncPurchases(
          [
            purchaseFact(id, {
              email_hash: hash,
              customer_id: "cus_1",
              visitor_id: hash === null ? "v" : null,
              converted_at: day(at),
            }),
          ],
          []
        )
      await browse(container, "s1", 1)
      await order("silent", null, 2)
      expect(await persons()).toEqual({
        "session:s1": null,
        "order:silent": null,
      })
      await order("named", "a", 3)
      expect(await persons()).toEqual({
        "session:s1": "ann",
        "order:silent": "ann",
        "order:named": "ann",
      })
    })
  })

  describe("a person who comes after what they did", () => {
    it("has the lead and its device, however the e-mail is spelt", async () => {
      const container = getContainer()
      await browse(container, "s1", 1)
      const lead = await socials(container).createLeads({
        email: " ANN@Example.com",
        created_time: day(2),
        metadata: { visitor_id: "v" },
      })
      await trackLeadConversionWorkflow(container).run({
        input: { lead_ids: [lead.id] },
      })
      expect(await persons()).toEqual({
        "session:s1": null,
        [`lead:${lead.id}`]: null,
      })
      const ann = await people(container).createPeople({
        first_name: "Ann",
        last_name: "Lee",
        email: "ann@example.COM ",
      })
      await linkPersonInteractionsWorkflow(container).run({
        input: { person_ids: [ann.id] },
      })
      expect(await persons()).toEqual({
        "session:s1": ann.id,
        [`lead:${lead.id}`]: ann.id,
      })
      await people(container).updatePeople({ id: ann.id, email: null })
      await linkPersonInteractionsWorkflow(container).run({
        input: { person_ids: [ann.id] },
      })
      expect(await persons()).toEqual({
        "session:s1": null,
        [`lead:${lead.id}`]: null,
      })
    })

    it("has the device of their record, while it says so", async () => {
      const container = getContainer()
      await browse(container, "s1", 1)
      const ann = await people(container).createPeople({
        first_name: "Ann",
        last_name: "Lee",
        metadata: { visitor_id: " v " },
      })
      const read = () =>
        linkPersonInteractionsWorkflow(container).run({
          input: { person_ids: [ann.id] },
        })
      await read()
      expect(await persons()).toEqual({ "session:s1": ann.id })
      await people(container).updatePeople({
        id: ann.id,
        metadata: { visitor_id: "anonymous" },
      })
      await read()
      expect(await persons()).toEqual({ "session:s1": null })
    })
  })

  describe("a buyer whose record nobody has read yet", () => {
    const readPersons = () =>
      reconcileSourceWorkflow(getContainer()).run({
        input: { source: "person" },
      })

    it.each([
      ["before people were ever read", async () => undefined],
      ["made since people were read", readPersons],
    ])("gets no second one, however it is spelt: %s", async (_name, before) => {
      const container = getContainer()
      const store = await createStore(container)
      await before()
      const made = await people(container).createPeople(
        [
          " Mary.Ann@Example.COM",
          "mary-ann@example.com",
          "xmary.ann@example.com",
        ].map((address) => ({
          first_name: "Mary",
          last_name: "Ann",
          email: address,
        }))
      )
      const order = await placeOrder(container, store, {
        email: "mary.ann@example.com",
      })
      const track = () =>
        trackPurchaseConversionWorkflow(container).run({
          input: { order_ids: [order.id] },
        })
      await track()
      await track()
      expect(await people(container).listPeople({})).toHaveLength(made.length)
      expect(await persons()).toMatchObject({
        [`order:${order.id}`]: made[0]!.id,
      })
    })
  })

  describe("an identify event", () => {
    it.each([
      ["of a person there is", (id: string) => id, true],
      ["of nobody", () => "person_nobody", false],
      ["of a placeholder", () => "undefined", false],
    ])("%s", async (_name, personOf, links) => {
      const container = getContainer()
      const ann = await people(container).createPeople({
        first_name: "Ann",
        last_name: "Lee",
      })
      await browse(container, "s1", 1)
      const event = await identify(container, personOf(ann.id))
      await linkPersonInteractionsWorkflow(container).run({
        input: { analytics_event_ids: [event.id] },
      })
      expect(await persons()).toEqual({ "session:s1": links ? ann.id : null })
    })
  })

  describe("a correction", () => {
    it("stays when the fact is read again, until it is taken back", async () => {
      const container = getContainer()
      const { ann, bob } = await annAndBob(container)
      const before = await persons()
      expect(before).toMatchObject({ "session:s1": ann, "session:s2": ann })
      const link_id = await linkOf(container, "order:1")
      await revokeIdentityLinkWorkflow(container).run({ input: { link_id } })
      const corrected = await persons()
      expect(corrected).toEqual({
        ...before,
        "session:s1": bob,
        "session:s2": bob,
      })
      const { secret } = service().options
      await buy(container, "1", emailHash("ann@example.com", secret), 2)
      expect(await persons()).toEqual(corrected)
      await restoreIdentityLinkWorkflow(container).run({ input: { link_id } })
      expect(await persons()).toEqual(before)
    })

    it("cannot restore what a record revoked", async () => {
      const container = getContainer()
      const { ann } = await annAndBob(container)
      await people(container).updatePeople({ id: ann, email: null })
      await linkPersonInteractionsWorkflow(container).run({
        input: { person_ids: [ann] },
      })
      const link_id = await linkOf(container, `person:${ann}`)
      await expect(
        restoreIdentityLinkWorkflow(container).run({ input: { link_id } })
      ).rejects.toMatchObject({ type: "not_allowed" })
    })
  })

  describe("a merge of two persons", () => {
    const merge = (from: string, into: string) =>
      mergePersonsWorkflow(getContainer()).run({ input: { from, into } })
    const unmerge = (from: string) =>
      unmergePersonWorkflow(getContainer()).run({ input: { from } })
    const tables = () => readTables(getContainer(), OUR_TABLES)

    it("moves everything, also what comes later, and back", async () => {
      const container = getContainer()
      const { ann, bob } = await annAndBob(container)
      const before = await tables()
      await merge(ann, bob)
      expect(new Set(Object.values(await persons()))).toEqual(new Set([bob]))
      const { secret } = service().options
      await linkPersonInteractionsWorkflow(container).run({
        input: { person_ids: [ann, bob] },
      })
      await buy(container, "1", emailHash("ann@example.com", secret), 2)
      await buy(container, "3", emailHash("ann@example.com", secret), 6)
      expect(new Set(Object.values(await persons()))).toEqual(new Set([bob]))
      await service().purchases.syncPurchases([], ["3"])
      await unmerge(ann)
      expect(await tables()).toEqual(before)
    })

    it("of three is undone in reverse", async () => {
      const container = getContainer()
      const { ann, bob } = await annAndBob(container)
      const { id: cleo } = await people(container).createPeople({
        first_name: "Cleo",
        last_name: "Lee",
      })
      const before = await tables()
      await merge(ann, bob)
      const once = await tables()
      await merge(bob, cleo)
      expect(new Set(Object.values(await persons()))).toEqual(new Set([cleo]))
      await expect(unmerge(ann)).rejects.toMatchObject({
        type: "not_allowed",
      })
      await unmerge(bob)
      expect(await tables()).toEqual(once)
      await unmerge(ann)
      expect(await tables()).toEqual(before)
    })

    it("is refused with itself, with nobody, twice, and in a circle", async () => {
      const { ann, bob } = await annAndBob(getContainer())
      const refused = async (work: Promise<unknown>, type: string) => {
        await expect(work).rejects.toMatchObject({ type })
      }
      await refused(merge(ann, ann), "invalid_data")
      await refused(merge(ann, "person_nobody"), "not_found")
      await refused(unmerge(ann), "not_allowed")
      await merge(ann, bob)
      const merged = await tables()
      await refused(merge(ann, bob), "not_allowed")
      await refused(merge(bob, ann), "not_allowed")
      expect(await tables()).toEqual(merged)
    })
  })

  describe("twice", () => {
    it("leaves the same rows", async () => {
      const container = getContainer()
      await annAndBob(container)
      const { secret } = service().options
      const before = await readTables(container, OUR_TABLES)
      await browse(container, "s1", 1)
      await buy(container, "1", emailHash("ann@example.com", secret), 2)
      expect(await readTables(container, OUR_TABLES)).toEqual(before)
    })
  })

  describeUndo(getContainer, linkPersonInteractionsWorkflow, IDENTIFIED)
  describeUndo(getContainer, revokeIdentityLinkWorkflow, REVOKED)
  describeUndo(getContainer, restoreIdentityLinkWorkflow, RESTORED)
  describeUndo(getContainer, refuseIdentityWorkflow, REFUSED)
  describeUndo(getContainer, admitIdentityWorkflow, ADMITTED)
  describeUndo(getContainer, mergePersonsWorkflow, MERGED)
  describeUndo(getContainer, unmergePersonWorkflow, UNMERGED)
}
