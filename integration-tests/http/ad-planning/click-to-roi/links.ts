import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { trackLeadConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-lead-conversion"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { syncCampaignsWorkflow } from "../../../../src/workflows/ad-planning/spend/sync-campaigns"
import { sql } from "../../../helpers/ad-planning"
import { readVisit } from "../../../helpers/attribution"
import { createCampaigns, people, socials, visit } from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore } from "../../../helpers/store"
import type { StoreContext } from "../../../helpers/test-store"

export default function suite({ getContainer }: StoreContext) {
  afterEach(() => jest.restoreAllMocks())

  const read = async (entity: string, id: string, fields: string[]) => {
    const { data } = await getContainer()
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity, fields, filters: { id } })
    return data
  }

  it("conversions, orders, sessions, touchpoints and persons lead to each other", async () => {
    const container = getContainer()
    silenceEvents(container)
    const store = await createStore(container)
    const person = await people(container).createPeople({
      first_name: "Ada",
      last_name: "L",
      email: "ada@example.com",
    })
    const session = await visit(container, {
      visitor_id: "v",
      session_id: "s",
      started_at: new Date(Date.now() - 60_000).toISOString(),
      query: "utm_source=google&utm_medium=cpc&utm_campaign=Sale",
    })
    const order = await placeOrder(container, store, {
      email: "ada@example.com",
      metadata: { visitor_id: "v", session_id: "s" },
    })
    await trackPurchaseConversionWorkflow(container).run({
      input: { order_ids: [order.id] },
    })
    const [conversion] = await sql<{ id: string }>(
      container,
      "SELECT id FROM conversion"
    )
    const [journey] = await sql<{ id: string }>(
      container,
      "SELECT id FROM customer_journey"
    )
    expect(
      await read("conversion", conversion!.id, [
        "order.id",
        "person.id",
        "analytics_session.id",
        "analytics_session.session_id",
      ])
    ).toMatchObject([
      {
        order: { id: order.id },
        person: { id: person.id },
        analytics_session: { id: session.id, session_id: "s" },
      },
    ])
    expect(
      await read("order", order.id, ["id", "conversions.id"])
    ).toMatchObject([{ conversions: [{ id: conversion!.id }] }])
    expect(
      await read("analytics_session", session.id, ["id", "conversions.id"])
    ).toMatchObject([{ conversions: [{ id: conversion!.id }] }])
    expect(
      await read("customer_journey", journey!.id, ["person.email"])
    ).toMatchObject([{ person: { email: "ada@example.com" } }])
    expect(
      await read("person", person.id, ["id", "customer_journeys.event_type"])
    ).toMatchObject([{ customer_journeys: [{ event_type: "purchase" }] }])
  })

  it("sessions and leads lead to the campaign they were resolved to, and back", async () => {
    const container = getContainer()
    silenceEvents(container)
    const [sale, other] = await createCampaigns(container, ["Sale", "Other"])
    await syncCampaignsWorkflow(container).run({
      input: { campaign_ids: [sale!.id, other!.id] },
    })
    const session = await readVisit(container, "s", "utm_campaign=Sale")
    const unresolved = await readVisit(container, "u", "utm_campaign=Sell")
    const lead = await socials(container).createLeads({
      full_name: "Ada L",
      campaign_id: sale!.meta_campaign_id,
      created_time: new Date(),
    })
    const stray = await socials(container).createLeads({
      full_name: "Ben K",
      created_time: new Date(),
    })
    await trackLeadConversionWorkflow(container).run({
      input: { lead_ids: [lead.id, stray.id] },
    })

    const campaignOf = (id: string) =>
      read("analytics_session", id, ["session_id", "ad_campaign.name"])
    expect(await campaignOf(session.id)).toMatchObject([
      { session_id: "s", ad_campaign: { name: "Sale" } },
    ])
    expect((await campaignOf(unresolved.id))[0].ad_campaign).toBeUndefined()

    const resolvedCampaignOf = (id: string) =>
      read("lead", id, ["full_name", "resolved_campaign.meta_campaign_id"])
    expect(await resolvedCampaignOf(lead.id)).toMatchObject([
      { resolved_campaign: { meta_campaign_id: sale!.meta_campaign_id } },
    ])
    expect(
      (await resolvedCampaignOf(stray.id))[0].resolved_campaign
    ).toBeUndefined()

    const resultsOf = (id: string) =>
      read("ad_campaign", id, [
        "name",
        "analytics_sessions.session_id",
        "resolved_leads.full_name",
      ])
    expect(await resultsOf(sale!.id)).toMatchObject([
      {
        name: "Sale",
        analytics_sessions: [{ session_id: "s" }],
        resolved_leads: [{ full_name: "Ada L" }],
      },
    ])
    expect(await resultsOf(other!.id)).toMatchObject([
      { name: "Other", analytics_sessions: [], resolved_leads: [] },
    ])
    expect(
      await read("ad_planning_campaign", sale!.id, ["ad_campaign.name"])
    ).toMatchObject([{ ad_campaign: { name: "Sale" } }])
  })
}
