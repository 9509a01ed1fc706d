import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { parseSpend } from "../../../../src/modules/ad-planning/utils/spend/parse-spend"
import { emailHash } from "../../../../src/modules/ad-planning/utils/identity/email-hash"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { linkPersonInteractionsWorkflow } from "../../../../src/workflows/ad-planning/identity/link-person-interactions"
import { importSpendWorkflow } from "../../../../src/workflows/ad-planning/spend/import-spend"
import { syncCampaignsWorkflow } from "../../../../src/workflows/ad-planning/spend/sync-campaigns"
import { syncInsightsWorkflow } from "../../../../src/workflows/ad-planning/spend/sync-insights"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { readVisit } from "../../../helpers/attribution"
import {
  describeUndo,
  failingAfter,
  readUndone,
  type UndoCase,
} from "../../../helpers/failing-workflow"
import { campaignFact, purchaseFact } from "../../../helpers/facts"
import {
  createCampaigns,
  createInsight,
  people,
  socials,
  visit,
} from "../../../helpers/host"
import { placeOrder, type OrderOptions } from "../../../helpers/orders"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore, type TestStore } from "../../../helpers/store"
import { changedTables, readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

let store: TestStore

const STAMPED: OrderOptions = {
  metadata: { visitor_id: "v", utm_campaign: "Sale" },
}
const track = (container: MedusaContainer, ...order_ids: string[]) =>
  trackPurchaseConversionWorkflow(container).run({ input: { order_ids } })

const addCampaign = (container: MedusaContainer, id: string, name: string) =>
  adPlanning(container).campaigns.syncCampaigns([campaignFact(id, name)])

const PURCHASE: UndoCase<{ order_ids: string[] }>[] = [
  [
    "the first order of all",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      const order = await placeOrder(container, store, STAMPED)
      return { order_ids: [order.id] }
    },
    [
      "ad_planning_identity_link",
      "ad_planning_order_line",
      "campaign_attribution",
      "conversion",
      "customer_journey",
      "person",
    ],
  ],
  [
    "a first purchase that is cancelled",
    async (container) => {
      const first = await placeOrder(container, store, STAMPED)
      const second = await placeOrder(container, store)
      await track(container, first.id, second.id)
      await cancelOrderWorkflow(container).run({
        input: { order_id: first.id },
      })
      return { order_ids: [first.id] }
    },
    [
      "ad_planning_conversion_adjustment",
      "ad_planning_order_line",
      "conversion",
      "customer_journey",
    ],
  ],
  [
    "an older order that arrives after a newer one",
    async (container) => {
      const older = await placeOrder(container, store)
      const newer = await placeOrder(container, store)
      await track(container, newer.id)
      return { order_ids: [older.id] }
    },
    [
      "ad_planning_identity_link",
      "ad_planning_order_line",
      "conversion",
      "customer_journey",
    ],
  ],
  [
    "an older order that did not count so far",
    async (container) => {
      const staff = { email: "bob@staff.example.com" }
      const older = await placeOrder(container, store, staff)
      const newer = await placeOrder(container, store)
      await track(container, older.id, newer.id)
      await sql(
        container,
        `UPDATE "order" SET email = 'ann@example.com' WHERE id = ?`,
        [older.id]
      )
      return { order_ids: [older.id] }
    },
    [
      "ad_planning_identity_link",
      "ad_planning_order_line",
      "conversion",
      "customer_journey",
    ],
  ],
  [
    "an order whose stamp had no campaign so far",
    async (container) => {
      const order = await placeOrder(container, store, STAMPED)
      await track(container, order.id)
      await addCampaign(container, "c", "Sale")
      return { order_ids: [order.id] }
    },
    ["campaign_attribution", "conversion", "customer_journey"],
  ],
  [
    "an order that does not count any more",
    async (container) => {
      const order = await placeOrder(container, store, STAMPED)
      await track(container, order.id)
      await sql(
        container,
        `UPDATE "order" SET email = 'bob@staff.example.com' WHERE id = ?`,
        [order.id]
      )
      return { order_ids: [order.id] }
    },
    [
      "ad_planning_identity_link",
      "ad_planning_order_line",
      "campaign_attribution",
      "conversion",
      "customer_journey",
    ],
  ],
]

const hashOf = (container: MedusaContainer, email: string) =>
  emailHash(email, adPlanning(container).options.secret)

/** A person with an e-mail, and the purchases of two e-mails. */
async function personWithPurchases(container: MedusaContainer) {
  for (const email of ["ann@example.com", "lee@example.com"]) {
    await adPlanning(container).purchases.syncPurchases(
      [
        purchaseFact(email, {
          email_hash: hashOf(container, email),
          visitor_id: `visitor of ${email}`,
        }),
      ],
      []
    )
  }
  return await people(container).createPeople({
    first_name: "Ann",
    last_name: "Lee",
    email: "ann@example.com",
  })
}

async function readPersonAs(
  container: MedusaContainer,
  id: string,
  email: string
) {
  await people(container).updatePeople({ id, email })
  await linkPersonInteractionsWorkflow(container).run({
    input: { person_ids: [id] },
  })
}

const PERSON: UndoCase<{ person_ids: string[] }>[] = [
  [
    "a person that nobody has read",
    async (container) => {
      const person = await personWithPurchases(container)
      return { person_ids: [person.id] }
    },
    ["ad_planning_identity_link", "conversion", "customer_journey"],
  ],
  [
    "a person with another e-mail than before",
    async (container) => {
      const { id } = await personWithPurchases(container)
      await readPersonAs(container, id, "ann@example.com")
      await people(container).updatePeople({ id, email: "lee@example.com" })
      return { person_ids: [id] }
    },
    ["ad_planning_identity_link", "conversion", "customer_journey"],
  ],
  [
    "a person with an e-mail of long ago",
    async (container) => {
      const { id } = await personWithPurchases(container)
      await readPersonAs(container, id, "ann@example.com")
      await readPersonAs(container, id, "lee@example.com")
      await people(container).updatePeople({ id, email: "ann@example.com" })
      return { person_ids: [id] }
    },
    ["ad_planning_identity_link", "conversion", "customer_journey"],
  ],
]

const CAMPAIGN: UndoCase<{ campaign_ids: string[] }>[] = [
  [
    "campaigns that nobody has read",
    async (container) => {
      const campaigns = await createCampaigns(container, ["Sale", "Brand"])
      return { campaign_ids: campaigns.map(({ id }) => id) }
    },
    ["ad_planning_campaign"],
  ],
  [
    "a renamed campaign that explains sessions now",
    async (container) => {
      const [campaign] = await createCampaigns(container, ["Draft"])
      const input = { campaign_ids: [campaign!.id] }
      await syncCampaignsWorkflow(container).run({ input })
      await readVisit(container, "s", "utm_source=facebook&utm_campaign=Sale")
      await adPlanning(container).purchases.syncPurchases(
        [purchaseFact("order_s", { visitor_id: "v-s" })],
        []
      )
      await socials(container).updateAdCampaigns({
        id: campaign!.id,
        name: "Sale",
      })
      return input
    },
    [
      "ad_planning_campaign",
      "ad_planning_campaign_name",
      "analytics_session",
      "campaign_attribution",
      "conversion",
      "customer_journey",
    ],
  ],
  [
    "a campaign that an import knew first",
    async (container) => {
      const [campaign] = await createCampaigns(container, ["Sale"])
      const { lines } = parseSpend(
        [{ ...SPEND, external_id: campaign!.meta_campaign_id }],
        1
      )
      await importSpendWorkflow(container).run({ input: { lines } })
      return { campaign_ids: [campaign!.id] }
    },
    [
      "ad_planning_campaign",
      "ad_planning_campaign_metric",
      "ad_planning_spend_import_day",
    ],
  ],
]

const SPEND = {
  platform: "meta",
  campaign: "Sale",
  date: "2026-10-01",
  spend: 12.5,
  currency: "gbp",
}

const INSIGHTS: UndoCase<{ insight_ids: string[] }>[] = [
  [
    "a day that nobody has read",
    async (container) => {
      const [campaign] = await createCampaigns(container, ["Sale"])
      const day = await createInsight(container, campaign!, "2026-10-01", 10)
      return { insight_ids: [day.id] }
    },
    ["ad_planning_campaign_metric"],
  ],
  [
    "a day that was corrected, and a new one",
    async (container) => {
      const [campaign] = await createCampaigns(container, ["Sale"])
      const day = await createInsight(container, campaign!, "2026-10-01", 10)
      await syncInsightsWorkflow(container).run({
        input: { insight_ids: [day.id] },
      })
      await socials(container).updateAdInsights({ id: day.id, spend: 12 })
      const next = await createInsight(container, campaign!, "2026-10-02", 5)
      return { insight_ids: [day.id, next.id] }
    },
    ["ad_planning_campaign_metric"],
  ],
]

const IMPORT: UndoCase<{ lines: ReturnType<typeof parseSpend>["lines"] }>[] = [
  [
    "an empty store",
    async () => ({ lines: parseSpend([SPEND], 1).lines }),
    [
      "ad_planning_campaign",
      "ad_planning_campaign_metric",
      "ad_planning_spend_import",
      "ad_planning_spend_import_day",
    ],
  ],
  [
    "known days, and a name that explains sessions now",
    async (container) => {
      await importSpendWorkflow(container).run({
        input: { lines: parseSpend([SPEND], 1).lines },
      })
      await readVisit(container, "s", "utm_source=facebook&utm_campaign=New")
      const lines = [
        { ...SPEND, spend: 99 },
        { ...SPEND, date: "2026-10-02" },
        { ...SPEND, campaign: "New" },
      ]
      return { lines: parseSpend(lines, 1).lines }
    },
    [
      "ad_planning_campaign",
      "ad_planning_campaign_metric",
      "ad_planning_spend_import",
      "ad_planning_spend_import_day",
      "analytics_session",
      "campaign_attribution",
    ],
  ],
]

export default function suite({ getContainer }: StoreContext) {
  beforeAll(async () => {
    store = await createStore(getContainer())
  })
  beforeEach(() => {
    silenceEvents(getContainer())
  })
  afterEach(() => jest.restoreAllMocks())

  describeUndo(getContainer, trackPurchaseConversionWorkflow, PURCHASE)
  describe("what is true whatever fails", () => {
    const runAndFail = failingAfter(trackPurchaseConversionWorkflow, "keep")

    it("keeps the note of a draft, which nobody can take later", async () => {
      const container = getContainer()
      const draft = await placeOrder(container, store, { is_draft: true })
      const before = await readTables(container)
      await runAndFail(container, { order_ids: [draft.id] })
      const after = await readTables(container)
      expect(changedTables(before, after)).toEqual([
        "ad_planning_order_placement",
      ])
      expect(after.ad_planning_order_placement).toMatchObject([
        { order_id: draft.id, placed_at: null },
      ])
    })

    it("keeps the touches of the visitor's sessions", async () => {
      const container = getContainer()
      await visit(container, {
        visitor_id: "v",
        session_id: "s",
        started_at: new Date(Date.now() - 60_000).toISOString(),
        query: "utm_campaign=Sale",
      })
      const order = await placeOrder(container, store, {
        metadata: { visitor_id: "v" },
      })
      const before = await readUndone(container)
      await runAndFail(container, { order_ids: [order.id] })
      const after = await readUndone(container)
      expect(changedTables(before, after)).toEqual(["campaign_attribution"])
      expect(after.campaign_attribution).toMatchObject([
        { touch_key: "session:s", is_resolved: false },
      ])
    })
  })

  describeUndo(getContainer, linkPersonInteractionsWorkflow, PERSON)
  describeUndo(getContainer, syncCampaignsWorkflow, CAMPAIGN)
  describeUndo(getContainer, syncInsightsWorkflow, INSIGHTS)
  describeUndo(getContainer, importSpendWorkflow, IMPORT)
}
