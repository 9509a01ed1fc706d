import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { randomFor, type Random } from "../../src/scripts/demo/random"
import { resolveSessionAttributionWorkflow } from "../../src/workflows/ad-planning/attribution/resolve-session-attribution"
import {
  trackLeadConversionWorkflow,
  type TrackLeadConversionWorkflowInput,
} from "../../src/workflows/ad-planning/conversions/track-lead-conversion"
import { trackPurchaseConversionWorkflow } from "../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { trackCustomerJourneyEventWorkflow } from "../../src/workflows/ad-planning/journeys/track-customer-journey-event"
import { syncCampaignsWorkflow } from "../../src/workflows/ad-planning/spend/sync-campaigns"
import { syncInsightsWorkflow } from "../../src/workflows/ad-planning/spend/sync-insights"
import { sql } from "./ad-planning"
import { createInsight, feedback, forms, socials, visit } from "./host"
import { capturePayment, placeOrder, refund } from "./orders"
import type { TestStore } from "./store"

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const EMAILS = ["ann@example.com", "ANN@example.com", "bob@example.com"]
const VISITORS = ["v1", "v2", "v3", " v3 ", "anonymous"]
const CAMPAIGNS = ["Sale", "Brand", "Clips", "Never made"]
const QUERIES = [
  "",
  "utm_source=facebook&utm_medium=cpc&utm_campaign=Sale",
  "utm_campaign=brand",
  "utm_campaign=Clips&fbclid=x",
  "utm_campaign=Never+made",
  "gclid=click-1&utm_source=google&utm_medium=cpc",
]
const PRICES = [50, 60, 70, 100] as const

/** Something that the store would be told by an event. */
type Delivery = () => Promise<unknown>

interface Order {
  id: string
  price: number
  payment: string | null
  isCanceled: boolean
}

/**
 * A store in which things happen at random, and their events arrive at random:
 * late, in any order, more than once, and each at least once in the end. The
 * same seed is the same store.
 */
export class RandomStore {
  private readonly random: Random
  private readonly orders: Order[] = []
  private readonly campaigns: { id: string; meta_campaign_id: string }[] = []
  private readonly pending: Delivery[] = []
  private readonly delivered: Delivery[] = []
  private sessions = 0
  private days = 0

  constructor(
    private readonly container: MedusaContainer,
    private readonly store: TestStore,
    seed: string
  ) {
    this.random = randomFor(seed)
  }

  /** Lets so many things happen, with some of their events in between. */
  async live(operations: number): Promise<void> {
    for (let count = 0; count < operations; count++) {
      await this.random.weighted<() => Promise<void>>([
        [() => this.place(), 8],
        [() => this.visit(), 10],
        [() => this.cancel(), 3],
        [() => this.refund(), 4],
        [() => this.advertise(), 3],
        [() => this.feedback(), 4],
        [() => this.spend(), 2],
        [() => this.submit(), 3],
      ])()
      while (this.pending.length > 0 && this.random.chance(0.4)) {
        await this.deliverOne()
      }
      if (this.delivered.length > 0 && this.random.chance(0.3)) {
        await this.random.pick(this.delivered)()
      }
    }
    while (this.pending.length > 0) {
      await this.deliverOne()
    }
  }

  private async deliverOne() {
    const index = this.random.int(0, this.pending.length - 1)
    const [delivery] = this.pending.splice(index, 1)
    await delivery!()
    this.delivered.push(delivery!)
  }

  private async place() {
    const { random } = this
    const query = new URLSearchParams(random.pick(QUERIES))
    const visitor = random.pick([...VISITORS, undefined])
    const price = random.pick(PRICES)
    const { id } = await placeOrder(this.container, this.store, {
      price,
      email: random.pick(EMAILS),
      metadata: {
        ...(visitor ? { visitor_id: visitor } : {}),
        ...(random.chance(0.4) ? this.stamp(query) : {}),
        ...(random.chance(0.3) ? { session_id: this.anySession() } : {}),
      },
    })
    await sql(
      this.container,
      `UPDATE "order" SET created_at = ? WHERE id = ?`,
      [this.ago(20 * DAY_MS), id]
    )
    this.orders.push({ id, price, payment: null, isCanceled: false })
    this.tellOrder(id)
  }

  private stamp(query: URLSearchParams) {
    return {
      ...Object.fromEntries(query),
      ...(this.random.chance(0.5) ? { touch_at: this.ago(30 * DAY_MS) } : {}),
    }
  }

  private async visit() {
    const { random } = this
    this.sessions += 1
    const row = await visit(this.container, {
      visitor_id: random.pick(VISITORS),
      session_id: `s${this.sessions}`,
      started_at: this.ago(40 * DAY_MS),
      query: random.pick(QUERIES),
      ...(random.chance(0.3) ? { referrer: "https://www.google.com/" } : {}),
    })
    this.pending.push(() =>
      resolveSessionAttributionWorkflow(this.container).run({
        input: { analytics_session_ids: [row.id] },
      })
    )
    const [event] = await sql<{ id: string }>(
      this.container,
      "SELECT id FROM analytics_event WHERE session_id = ?",
      [row.session_id]
    )
    this.pending.push(() =>
      trackCustomerJourneyEventWorkflow(this.container).run({
        input: { analytics_event_ids: [event!.id] },
      })
    )
  }

  /** Somebody answers a request, or only reads it. */
  private async feedback() {
    const { random } = this
    const service = feedback(this.container)
    const row = await service.createFeedbacks({
      submitted_by: random.pick(EMAILS),
      submitted_at: new Date(this.ago(20 * DAY_MS)),
      order_id: random.pick([...this.orders.map(({ id }) => id), null]),
    })
    this.tellFeedback(row.id)
    if (random.chance(0.7)) {
      await service.updateFeedbacks({ id: row.id, rating: "five" })
      this.tellFeedback(row.id)
    }
  }

  private tellFeedback(id: string) {
    this.pending.push(() =>
      trackCustomerJourneyEventWorkflow(this.container).run({
        input: { feedback_ids: [id] },
      })
    )
  }

  private async cancel() {
    const open = this.orders.filter(({ isCanceled }) => !isCanceled)
    if (open.length === 0) {
      return
    }
    const order = this.random.pick(open)
    await cancelOrderWorkflow(this.container).run({
      input: { order_id: order.id },
    })
    order.isCanceled = true
    this.tellOrder(order.id)
  }

  private async refund() {
    const open = this.orders.filter(
      ({ isCanceled, payment }) => !isCanceled && payment === null
    )
    if (open.length === 0) {
      return
    }
    const order = this.random.pick(open)
    order.payment = await capturePayment(this.container, order.id, order.price)
    await refund(this.container, order.payment, this.random.int(1, order.price))
    this.tellOrder(order.id)
  }

  /** A campaign that some sessions have named for long. */
  private async advertise() {
    const name = CAMPAIGNS[this.campaigns.length]
    if (!name || this.campaigns.length === CAMPAIGNS.length - 1) {
      return
    }
    const campaign = await socials(this.container).createAdCampaigns({
      meta_campaign_id: `2300${this.campaigns.length}`,
      ad_account_id: "account",
      name,
    })
    this.campaigns.push(campaign)
    this.pending.push(() =>
      syncCampaignsWorkflow(this.container).run({
        input: { campaign_ids: [campaign.id] },
      })
    )
  }

  /** A day's spend of a campaign that runs already. */
  private async spend() {
    if (this.campaigns.length === 0) {
      return
    }
    this.days += 1
    const date = new Date(Date.UTC(2026, 9, this.days)).toISOString()
    const day = await createInsight(
      this.container,
      this.random.pick(this.campaigns),
      date.slice(0, 10),
      this.random.int(1, 50)
    )
    this.pending.push(() =>
      syncInsightsWorkflow(this.container).run({
        input: { insight_ids: [day.id] },
      })
    )
  }

  /** A form that somebody filled in on the shop's page, or on a lead ad. */
  private async submit() {
    const { random } = this
    const email = random.pick(EMAILS)
    if (random.chance(0.5)) {
      const lead = await socials(this.container).createLeads({
        email,
        source_platform: "fb",
        campaign_id: `2300${random.int(0, 3)}`,
        created_time: new Date(this.ago(20 * DAY_MS)),
      })
      this.pending.push(() => this.track({ lead_ids: [lead.id] }))
      return
    }
    const response = await forms(this.container).createFormResponses({
      form_id: "form",
      email,
      data: {},
      submitted_at: new Date(this.ago(20 * DAY_MS)),
      metadata: { visitor_id: random.pick(VISITORS) },
    })
    this.pending.push(() => this.track({ form_response_ids: [response.id] }))
  }

  private track(input: TrackLeadConversionWorkflowInput) {
    return trackLeadConversionWorkflow(this.container).run({ input })
  }

  private tellOrder(id: string) {
    this.pending.push(() =>
      trackPurchaseConversionWorkflow(this.container).run({
        input: { order_ids: [id] },
      })
    )
  }

  private anySession(): string {
    return `s${this.random.int(1, Math.max(1, this.sessions + 2))}`
  }

  private ago(atMost: number): string {
    const minutes = this.random.int(1, Math.round(atMost / MINUTE_MS))
    return new Date(Date.now() - minutes * MINUTE_MS).toISOString()
  }
}
