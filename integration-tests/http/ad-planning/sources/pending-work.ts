import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { retryPendingWorkWorkflow } from "../../../../src/workflows/ad-planning/sync/retry-pending-work"
import { erasePersonWorkflow } from "../../../../src/workflows/ad-planning/identity/erase-person"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { analytics, people, visit } from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { createStore, type TestStore } from "../../../helpers/store"
import { silenceEvents } from "../../../helpers/silent-bus"
import { campaignFact } from "../../../helpers/facts"
import type { StoreContext } from "../../../helpers/test-store"

/** What fails beside the facts never undoes them, and is done again. */
export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  let store: TestStore

  beforeAll(async () => {
    store = await createStore(getContainer())
    admin = await adminHeaders(getContainer())
  })
  beforeEach(() => {
    container = getContainer()
    silenceEvents(container)
    // Failures are logged on purpose here.
    jest
      .spyOn(container.resolve(ContainerRegistrationKeys.LOGGER), "error")
      .mockImplementation(() => undefined)
  })
  afterEach(() => jest.restoreAllMocks())

  async function pending(work: string) {
    const { data } = await api.get("/admin/ad-planning/health", admin)
    return data.health.pending.find(
      (row: { work: string }) => row.work === work
    )
  }
  const retry = () => retryPendingWorkWorkflow(container).run({ input: {} })
  const purchases = () =>
    sql(container, `SELECT order_id FROM conversion WHERE deleted_at IS NULL`)

  /** An order of a visitor who came by a campaign. */
  async function orderByCampaign() {
    await adPlanning(container).campaigns.syncCampaigns([
      campaignFact("c", "Sale"),
    ])
    await visit(container, {
      visitor_id: "v",
      session_id: "s",
      started_at: new Date(Date.now() - 3_600_000).toISOString(),
      query: "utm_source=facebook&utm_medium=cpc&utm_campaign=Sale",
    })
    const order = await placeOrder(container, store, {
      metadata: { visitor_id: "v", session_id: "s" },
    })
    return order
  }

  it("a host that refuses a write-back loses no purchase, and is told later", async () => {
    const order = await orderByCampaign()
    const update = jest
      .spyOn(analytics(container), "updateAnalyticsSessions")
      .mockRejectedValue(new Error("the host is read-only"))
    const run = () =>
      trackPurchaseConversionWorkflow(container).run({
        input: { order_ids: [order.id] },
      })
    const { result } = await run()
    await run()
    expect(result.created_ids).toHaveLength(1)
    expect(await purchases()).toEqual([{ order_id: order.id }])
    const [touch] = await sql<{ id: string }>(
      container,
      `SELECT id FROM campaign_attribution`
    )
    expect(await pending("write_backs")).toMatchObject({
      failed_ids: [`touch:${touch!.id}`],
      last_error: `write_backs touch:${touch!.id}: the host is read-only`,
    })
    await expect(retry()).rejects.toMatchObject({
      message: "write_backs: the host is read-only",
    })

    update.mockRestore()
    await retry()
    const [session] = await analytics(container).listAnalyticsSessions({})
    expect(session).toMatchObject({
      ad_campaign_id: "c",
      attribution_resolved: true,
    })
    expect(await pending("write_backs")).toMatchObject({
      failed_ids: [],
      last_error: null,
    })
  })

  it("an event bus that fails undoes no purchase, and announces it later", async () => {
    const order = await orderByCampaign()
    const bus = container.resolve(Modules.EVENT_BUS)
    const emit = jest.spyOn(bus, "emit").mockImplementation(async (events) => {
      const named = [events].flat().map(({ name }) => name)
      if (named.includes("ad_planning.conversion.tracked")) {
        throw new Error("the bus is full")
      }
    })
    const { result } = await trackPurchaseConversionWorkflow(container).run({
      input: { order_ids: [order.id] },
    })
    const [id] = result.created_ids
    expect(await purchases()).toEqual([{ order_id: order.id }])
    expect(await pending("announcements")).toMatchObject({ failed_ids: [id] })
    emit.mockReset()
    emit.mockResolvedValue(undefined)
    await retry()
    expect(emit).toHaveBeenCalledWith([
      { name: "ad_planning.conversion.tracked", data: { id }, metadata: {} },
    ])
    expect(await pending("announcements")).toMatchObject({ failed_ids: [] })
  })

  it("an erasure that failed is repeated until it is done", async () => {
    const person = await people(container).createPeople({
      first_name: "Ada",
      last_name: "Byron",
      email: "ada@example.com",
    })
    const erase = jest
      .spyOn(adPlanning(container).erasure, "erase")
      .mockRejectedValue(new Error("the disk is full"))
    await expect(
      erasePersonWorkflow(container).run({
        input: { person_ids: [person.id], reason: "person_deleted" },
      })
    ).rejects.toMatchObject({ message: "the disk is full" })
    expect(await pending("erasures")).toMatchObject({
      failed_ids: [`person:${person.id}`],
      last_error: "erasures: the disk is full",
    })
    await expect(retry()).rejects.toMatchObject({
      message: "erasures: the disk is full",
    })
    erase.mockRestore()
    await retry()
    expect(await pending("erasures")).toMatchObject({
      failed_ids: [],
      last_error: null,
    })
    expect(
      await sql(container, `SELECT reason FROM ad_planning_erasure`)
    ).toEqual([{ reason: "person_deleted" }])
    // Nothing is left to do: nothing happens.
    await retry()
    expect(
      await sql(container, `SELECT reason FROM ad_planning_erasure`)
    ).toHaveLength(1)
  })
}
