import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { parseSpend } from "../../../../src/modules/ad-planning/utils/spend/parse-spend"
import { assignSessionCampaignWorkflow } from "../../../../src/workflows/ad-planning/attribution/assign-session-campaign"
import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { retrySessionAttributionWorkflow } from "../../../../src/workflows/ad-planning/attribution/retry-session-attribution"
import {
  type WriteBackTouchesInput,
  writeBackTouchesStep,
} from "../../../../src/workflows/ad-planning/attribution/steps/write-back-touches"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { importSpendWorkflow } from "../../../../src/workflows/ad-planning/spend/import-spend"
import { syncCampaignsWorkflow } from "../../../../src/workflows/ad-planning/spend/sync-campaigns"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { readSessions, readVisit } from "../../../helpers/attribution"
import { campaignFact } from "../../../helpers/facts"
import { failingAfter } from "../../../helpers/failing-workflow"
import { analytics, createCampaigns, visit } from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore } from "../../../helpers/store"
import type { StoreContext } from "../../../helpers/test-store"

const tellWorkflow = createWorkflow(
  "tell-touches",
  (input: WorkflowData<WriteBackTouchesInput>) =>
    new WorkflowResponse(writeBackTouchesStep(input))
)

const UPDATED = "custom_analytics.analytics-session.updated"

export default function suite({ getContainer }: StoreContext) {
  let container: MedusaContainer
  let emitted: ReturnType<typeof silenceEvents>

  beforeEach(() => {
    container = getContainer()
    emitted = silenceEvents(container)
  })
  afterEach(() => jest.restoreAllMocks())

  const addCampaign = (id: string, name: string) =>
    adPlanning(container).campaigns.syncCampaigns([campaignFact(id, name)])
  const session = (id: string, query: string) => readVisit(container, id, query)

  /** What the host's session says of its campaign. */
  async function told(sessionId: string) {
    const [row] = await sql<{
      ad_campaign_id: string | null
      attribution_resolved: boolean
    }>(
      container,
      `SELECT ad_campaign_id, attribution_resolved FROM analytics_session WHERE session_id = ?`,
      [sessionId]
    )
    return [row!.ad_campaign_id, row!.attribution_resolved]
  }

  /** The sessions that the host was told to update since the last call. */
  const updates = () =>
    emitted(UPDATED).map(({ data }) => (data as { id: string }).id)

  describe("tells the host's session its campaign", () => {
    it("once, and not again when nothing differs", async () => {
      await addCampaign("c", "Sale")
      const row = await session("s", "utm_campaign=Sale")
      expect(await told("s")).toEqual(["c", true])
      expect(updates()).toEqual([row.id])
      await readSessions(container, row.id)
      await bulkResolveAttributionsWorkflow(container).run({ input: {} })
      await retrySessionAttributionWorkflow(container).run({
        input: { session_id: "s" },
      })
      expect(updates()).toEqual([])
      expect(await told("s")).toEqual(["c", true])
    })

    it("not of a session without one", async () => {
      await session("s", "utm_campaign=Unknown")
      await session("t", "")
      expect(updates()).toEqual([])
      expect(await told("s")).toEqual([null, false])
    })

    it("only where it differs, of those that bulk resolve looks at", async () => {
      await addCampaign("c", "Sale")
      await session("known", "utm_campaign=Sale")
      const late = await session("late", "utm_campaign=Late")
      await session("none", "utm_campaign=Unknown")
      await addCampaign("d", "Late")
      updates()
      await bulkResolveAttributionsWorkflow(container).run({ input: {} })
      expect(updates()).toEqual([late.id])
      expect(await told("known")).toEqual(["c", true])
      expect(await told("late")).toEqual(["d", true])
    })

    it("when a person assigns it, and when the rules are asked again", async () => {
      await addCampaign("c", "Sale")
      await addCampaign("d", "Other")
      await session("s", "utm_campaign=Sale")
      await assignSessionCampaignWorkflow(container).run({
        input: { session_id: "s", ad_campaign_id: "d" },
      })
      expect(await told("s")).toEqual(["d", true])
      await retrySessionAttributionWorkflow(container).run({
        input: { session_id: "s" },
      })
      expect(await told("s")).toEqual(["c", true])
    })

    it("when a person's choice is remembered for its like", async () => {
      await addCampaign("c", "Sale")
      await session("s", "utm_campaign=Spring")
      await session("like", "utm_campaign=Spring")
      await assignSessionCampaignWorkflow(container).run({
        input: { session_id: "s", ad_campaign_id: "c", remember: true },
      })
      expect(await told("s")).toEqual(["c", true])
      expect(await told("like")).toEqual(["c", true])
    })

    it("when its campaign comes later", async () => {
      await session("s", "utm_source=facebook&utm_campaign=Late")
      const [campaign] = await createCampaigns(container, ["Late"])
      await syncCampaignsWorkflow(container).run({
        input: { campaign_ids: [campaign!.id] },
      })
      expect(await told("s")).toEqual([campaign!.id, true])
    })

    it("when an import names its campaign", async () => {
      await session("s", "utm_source=tiktok&utm_campaign=Clips")
      const { lines } = parseSpend(
        [
          {
            platform: "tiktok",
            external_id: "7",
            campaign: "Clips",
            date: "2026-10-01",
            spend: 1,
            currency: "gbp",
          },
        ],
        1
      )
      await importSpendWorkflow(container).run({ input: { lines } })
      const [campaign] = await sql<{ id: string }>(
        container,
        `SELECT id FROM ad_planning_campaign`
      )
      expect(await told("s")).toEqual([campaign!.id, true])
    })

    it("when its order was read before it", async () => {
      const store = await createStore(container)
      await addCampaign("c", "Sale")
      const row = await visit(container, {
        visitor_id: "v",
        session_id: "s",
        started_at: new Date(Date.now() - 60_000).toISOString(),
        query: "utm_campaign=Sale",
      })
      const order = await placeOrder(container, store, {
        metadata: { visitor_id: "v" },
      })
      await trackPurchaseConversionWorkflow(container).run({
        input: { order_ids: [order.id] },
      })
      await readSessions(container, row.id)
      expect(await told("s")).toEqual(["c", true])
    })

    it("when it has none any more", async () => {
      await addCampaign("c", "Sale")
      const row = await session("s", "utm_campaign=Sale")
      await analytics(container).updateAnalyticsSessions({
        id: row.id,
        utm_campaign: "Unknown",
      })
      await readSessions(container, row.id)
      expect(await told("s")).toEqual([null, false])
    })

    it("where one of its touches went and another has one, and takes it back", async () => {
      await addCampaign("c", "Sale")
      const row = await session("s", "utm_campaign=Sale")
      const [touch] = await sql<{ id: string }>(
        container,
        "SELECT id FROM campaign_attribution WHERE session_id = 's'"
      )
      const input = { touch_ids: [touch!.id], removed_session_ids: [row.id] }
      await tellWorkflow(container).run({ input })
      expect(await told("s")).toEqual(["c", true])
      await failingAfter(tellWorkflow)(container, input)
      expect(await told("s")).toEqual(["c", true])
    })

    it("when it is no touch any more", async () => {
      await addCampaign("c", "Sale")
      const row = await session("s", "utm_campaign=Sale")
      await analytics(container).updateAnalyticsSessions({
        id: row.id,
        utm_campaign: null,
      })
      await sql(container, `DELETE FROM analytics_event`)
      await readSessions(container, row.id)
      expect(await told("s")).toEqual([null, false])
    })
  })

  describe("a host without the two fields", () => {
    /** What query.graph leaves out of a model that has no such fields. */
    function forgetFields() {
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const graph = query.graph.bind(query)
      jest.spyOn(query, "graph").mockImplementation(async (...args) => {
        const answer = await graph(...args)
        for (const row of answer.data as Record<string, unknown>[]) {
          delete row.ad_campaign_id
          delete row.attribution_resolved
        }
        return answer
      })
    }

    it("is told nothing, with one line in the log", async () => {
      await addCampaign("c", "Sale")
      const row = await visit(container, {
        visitor_id: "v",
        session_id: "s",
        started_at: "2026-10-01T10:00:00Z",
        query: "utm_campaign=Sale",
      })
      forgetFields()
      const info = jest.spyOn(
        container.resolve(ContainerRegistrationKeys.LOGGER),
        "info"
      )
      await readSessions(container, row.id)
      expect(updates()).toEqual([])
      expect(await told("s")).toEqual([null, false])
      expect(
        info.mock.calls.filter(([line]) => line.startsWith("ad-planning:"))
      ).toEqual([
        [
          "ad-planning: analytics_session has no ad_campaign_id and attribution_resolved, its rows are not written back",
        ],
      ])
      const [touch] = await sql(
        container,
        `SELECT ad_campaign_id FROM campaign_attribution`
      )
      expect(touch).toEqual({ ad_campaign_id: "c" })
    })

    it("gets no error from query.graph for fields that its model lacks", async () => {
      await visit(container, {
        visitor_id: "v",
        session_id: "s",
        started_at: "2026-10-01T10:00:00Z",
      })
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "analytics_session",
        fields: ["session_id", "no_such_field"],
      })
      expect(data).toMatchObject([{ session_id: "s" }])
      expect(data[0]).not.toHaveProperty("no_such_field")
    })
  })
}
