import type { MedusaContainer } from "@medusajs/framework/types"
import { assignConversionCampaignWorkflow } from "../../../../src/workflows/ad-planning/attribution/assign-conversion-campaign"
import { undoConversionCampaignWorkflow } from "../../../../src/workflows/ad-planning/attribution/undo-conversion-campaign"
import { deleteAliasWorkflow } from "../../../../src/workflows/ad-planning/attribution/delete-alias"
import { settleAliasWorkflow } from "../../../../src/workflows/ad-planning/attribution/settle-alias"
import type { SaveAliasInput } from "../../../../src/workflows/ad-planning/attribution/steps/save-alias"
import { assignSessionCampaignWorkflow } from "../../../../src/workflows/ad-planning/attribution/assign-session-campaign"
import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { resolveSessionAttributionWorkflow } from "../../../../src/workflows/ad-planning/attribution/resolve-session-attribution"
import { retrySessionAttributionWorkflow } from "../../../../src/workflows/ad-planning/attribution/retry-session-attribution"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { purchaseAfter, readVisit, settle } from "../../../helpers/attribution"
import { describeUndo, type UndoCase } from "../../../helpers/failing-workflow"
import { campaignFact, purchaseFact, touchFact } from "../../../helpers/facts"
import { analytics, visit } from "../../../helpers/host"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

const addCampaign = (container: MedusaContainer, id: string, name: string) =>
  adPlanning(container).campaigns.syncCampaigns([campaignFact(id, name)])

async function purchaseWithoutVisitor(container: MedusaContainer) {
  await adPlanning(container).purchases.syncPurchases(
    [purchaseFact("order_s", { visitor_id: null, session_id: "s" })],
    []
  )
  await settle(container)
}

/** A session without an id of its visitor, and the purchase made in it. */
async function visitWithoutVisitor(container: MedusaContainer, query: string) {
  const session = await visit(container, {
    visitor_id: "anonymous",
    session_id: "s",
    started_at: "2026-10-01T10:00:00Z",
    query,
  })
  await purchaseWithoutVisitor(container)
  return session
}

const choice = (ad_campaign_id: string, remember = false) => ({
  session_id: "s",
  ad_campaign_id,
  remember,
  actor_id: "user_2",
})

const RESOLVED = [
  "ad_planning_attribution_change",
  "campaign_attribution",
  "conversion",
  "customer_journey",
  "analytics_session",
]

const RESOLVE_SESSION: UndoCase<{ analytics_session_ids: string[] }>[] = [
  [
    "a session that nobody has read",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      const session = await visit(container, {
        visitor_id: "v-s",
        session_id: "s",
        started_at: "2026-10-01T10:00:00Z",
        query: "utm_campaign=Sale",
      })
      await purchaseAfter(container, "s")
      return { analytics_session_ids: [session.id] }
    },
    RESOLVED,
  ],
  [
    "a session that names another campaign now",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      await addCampaign(container, "d", "Other")
      const session = await readVisit(container, "s", "utm_campaign=Sale")
      await purchaseAfter(container, "s")
      await analytics(container).updateAnalyticsSessions({
        id: session.id,
        utm_campaign: "Other",
      })
      return { analytics_session_ids: [session.id] }
    },
    RESOLVED,
  ],
  [
    "a session that is no touch any more",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      const session = await readVisit(container, "s", "utm_campaign=Sale")
      await purchaseAfter(container, "s")
      await analytics(container).updateAnalyticsSessions({
        id: session.id,
        utm_campaign: null,
      })
      await sql(container, `DELETE FROM analytics_event`)
      return { analytics_session_ids: [session.id] }
    },
    RESOLVED,
  ],
  [
    "a changed session that a person assigned",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      await addCampaign(container, "d", "Other")
      const session = await readVisit(container, "s", "utm_campaign=Sale")
      await assignSessionCampaignWorkflow(container).run({ input: choice("d") })
      await analytics(container).updateAnalyticsSessions({
        id: session.id,
        utm_campaign: "Else",
      })
      return { analytics_session_ids: [session.id] }
    },
    ["campaign_attribution"],
  ],
  [
    "a changed session whose visitor has no id",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      await addCampaign(container, "d", "Other")
      const session = await visitWithoutVisitor(container, "utm_campaign=Sale")
      const input = { analytics_session_ids: [session.id] }
      await resolveSessionAttributionWorkflow(container).run({ input })
      await purchaseWithoutVisitor(container)
      await analytics(container).updateAnalyticsSessions({
        id: session.id,
        utm_campaign: "Other",
      })
      return input
    },
    RESOLVED,
  ],
]

const BULK_RESOLVE: UndoCase<object>[] = [
  [
    "touches that nobody has asked about",
    async (container) => {
      await adPlanning(container).touches.syncTouches(
        [touchFact("s1"), touchFact("s2", { utm_campaign: "Unknown" })],
        []
      )
      await addCampaign(container, "c", "Sale")
      return {}
    },
    ["campaign_attribution"],
  ],
  [
    "touches that had no campaign so far, and others that have none",
    async (container) => {
      await readVisit(container, "s", "utm_campaign=Sale")
      await readVisit(container, "s2", "utm_campaign=Unknown")
      await purchaseAfter(container, "s")
      await addCampaign(container, "c", "Sale")
      return {}
    },
    RESOLVED,
  ],
]

const ASSIGN: UndoCase<ReturnType<typeof choice>>[] = [
  [
    "an unresolved session and its like",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      for (const id of ["s", "like"]) {
        await readVisit(container, id, "utm_campaign=Spring")
        await purchaseAfter(container, id)
      }
      return choice("c", true)
    },
    ["ad_planning_campaign_alias", ...RESOLVED],
  ],
  [
    "a resolved session",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      await addCampaign(container, "d", "Other")
      await readVisit(container, "s", "utm_campaign=Sale")
      await purchaseAfter(container, "s")
      return choice("d")
    },
    RESOLVED,
  ],
  [
    "another person's choice and alias",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      await addCampaign(container, "d", "Other")
      await readVisit(container, "s", "utm_campaign=Spring")
      await purchaseAfter(container, "s")
      await assignSessionCampaignWorkflow(container).run({
        input: { ...choice("c", true), actor_id: "user_1" },
      })
      return choice("d", true)
    },
    ["ad_planning_campaign_alias", ...RESOLVED],
  ],
  [
    "a resolved session whose visitor has no id",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      await addCampaign(container, "d", "Other")
      const session = await visitWithoutVisitor(container, "utm_campaign=Sale")
      await resolveSessionAttributionWorkflow(container).run({
        input: { analytics_session_ids: [session.id] },
      })
      await purchaseWithoutVisitor(container)
      return choice("d")
    },
    RESOLVED,
  ],
]

const RETRY: UndoCase<{ session_id: string }>[] = [
  [
    "an unresolved session whose campaign is known by now",
    async (container) => {
      await readVisit(container, "s", "utm_campaign=Sale")
      await purchaseAfter(container, "s")
      await addCampaign(container, "c", "Sale")
      return { session_id: "s" }
    },
    RESOLVED,
  ],
  [
    "a person's choice",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      await addCampaign(container, "d", "Other")
      await readVisit(container, "s", "utm_campaign=Sale")
      await purchaseAfter(container, "s")
      await assignSessionCampaignWorkflow(container).run({ input: choice("d") })
      return { session_id: "s" }
    },
    RESOLVED,
  ],
  [
    "a session whose campaign is called otherwise now",
    async (container) => {
      await addCampaign(container, "c", "Sale")
      await readVisit(container, "s", "utm_campaign=Sale")
      await purchaseAfter(container, "s")
      await adPlanning(container).campaigns.syncCampaigns([
        campaignFact("c", "Renamed", { external_id: "ext-c" }),
      ])
      // A former name would still explain it.
      await sql(container, "DELETE FROM ad_planning_campaign_name")
      return { session_id: "s" }
    },
    RESOLVED,
  ],
]

const CHOSEN = [
  "ad_planning_attribution_change",
  "campaign_attribution",
  "conversion",
  "customer_journey",
]

const resolvedPurchase = async (container: MedusaContainer) => {
  await addCampaign(container, "c", "Sale")
  await addCampaign(container, "d", "Other")
  await readVisit(container, "s", "utm_campaign=Sale")
  await purchaseAfter(container, "s")
  return { id: "order_s", ad_campaign_id: "d", actor_id: "user_2" }
}

const CHOOSE: UndoCase<{ id: string; ad_campaign_id: string }>[] = [
  ["a resolved purchase", resolvedPurchase, CHOSEN],
  [
    "another person's choice",
    async (container) => {
      const input = await resolvedPurchase(container)
      await assignConversionCampaignWorkflow(container).run({
        input: { ...input, ad_campaign_id: "c", actor_id: "user_1" },
      })
      return input
    },
    CHOSEN,
  ],
]

const SETTLED = ["ad_planning_campaign_alias", ...RESOLVED]

/** Touches of one value: unresolved, by name, and one that a person chose for. */
const misspelled = async (container: MedusaContainer) => {
  await resolvedPurchase(container)
  for (const id of ["s2", "s3"]) {
    await readVisit(container, id, "utm_campaign=Slae")
    await purchaseAfter(container, id)
  }
  await assignSessionCampaignWorkflow(container).run({
    input: { session_id: "s3", ad_campaign_id: "c" },
  })
}

const SETTLE: UndoCase<SaveAliasInput>[] = [
  [
    "a misspelled value",
    async (container) => {
      await misspelled(container)
      return { kind: "utm_campaign", value: "slae", ad_campaign_id: "d" }
    },
    SETTLED,
  ],
  [
    "a value that names a campaign, of which another person said something",
    async (container) => {
      await misspelled(container)
      await settleAliasWorkflow(container).run({
        input: { kind: "utm_campaign", value: "sale", ad_campaign_id: "d" },
      })
      await addCampaign(container, "e", "Third")
      return { kind: "utm_campaign", value: "Sale", ad_campaign_id: "e" }
    },
    SETTLED,
  ],
]

const FORGET: UndoCase<{ id: string }>[] = [
  [
    "what a value means",
    async (container) => {
      await misspelled(container)
      const { result } = await settleAliasWorkflow(container).run({
        input: { kind: "utm_campaign", value: "slae", ad_campaign_id: "d" },
      })
      return { id: result.id }
    },
    SETTLED,
  ],
]

const UNDO_CHOICE: UndoCase<{ id: string }>[] = [
  [
    "a choice that confirmed nothing",
    async (container) => {
      const input = await resolvedPurchase(container)
      await assignConversionCampaignWorkflow(container).run({ input })
      return input
    },
    CHOSEN,
  ],
]

export default function suite({ getContainer }: StoreContext) {
  beforeEach(() => {
    silenceEvents(getContainer())
  })
  afterEach(() => jest.restoreAllMocks())

  describeUndo(getContainer, resolveSessionAttributionWorkflow, RESOLVE_SESSION)
  describeUndo(getContainer, bulkResolveAttributionsWorkflow, BULK_RESOLVE)
  describeUndo(getContainer, assignSessionCampaignWorkflow, ASSIGN)
  describeUndo(getContainer, settleAliasWorkflow, SETTLE)
  describeUndo(getContainer, deleteAliasWorkflow, FORGET)
  describeUndo(getContainer, assignConversionCampaignWorkflow, CHOOSE)
  describeUndo(getContainer, undoConversionCampaignWorkflow, UNDO_CHOICE)
  describeUndo(getContainer, retrySessionAttributionWorkflow, RETRY)
}
