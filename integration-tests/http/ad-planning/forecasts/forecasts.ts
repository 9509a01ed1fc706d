import { adPlanning, sql } from "../../../helpers/ad-planning"
import { adminHeaders } from "../../../helpers/admin-headers"
import type { StoreContext } from "../../../helpers/test-store"
import { fillForecastActualsWorkflow } from "../../../../src/workflows/ad-planning/forecasting/fill-forecast-actuals"
import { watchBudgetsWorkflow } from "../../../../src/workflows/ad-planning/forecasting/watch-budgets"
import {
  dayAfter,
  eachDay,
} from "../../../../src/modules/ad-planning/utils/forecast-engine"

const DAYS = 120
const today = new Date().toISOString().slice(0, 10)
const first = dayAfter(today, -DAYS)
const last = dayAfter(today, -1)

/** 120 days of two campaigns: one whose spend changes every ten days, one that never does. */
export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  let ids: string[] = []

  beforeAll(async () => {
    const container = getContainer()
    const service = adPlanning(container)
    const { campaigns } = await service.campaigns.syncCampaigns(
      ["Changing", "Steady"].map((name, index) => ({
        id: null,
        platform: "google",
        external_id: `${index}`,
        name,
        normalised_name: name.toLowerCase(),
        status: "ENABLED",
        started_at: new Date(first),
        stopped_at: null,
        currency: "gbp",
        account_id: null,
        is_host_campaign: false,
      }))
    )
    ids = campaigns
      .toSorted((a, b) => a.external_id.localeCompare(b.external_id))
      .map(({ id }) => id)
    await service.campaigns.syncCampaignMetrics(
      eachDay(first, last).flatMap((date, day) =>
        ids.map((ad_campaign_id, index) => ({
          ad_campaign_id,
          date,
          currency: "gbp",
          spend: `${index === 0 ? spendOn(day) : 50}`,
          impressions: "1000",
          clicks: "40",
          claimed_conversions: null,
          claimed_value: null,
          import_id: null,
        }))
      )
    )
    const orders = eachDay(first, last).flatMap((date, day) => {
      const most = Math.round((30 * spendOn(day)) / (spendOn(day) + 60))
      return Array.from({ length: most }, (_, order) => [
        `${date}T12:00:00Z`,
        `${date}-${order}`,
      ])
    })
    await sql(
      container,
      `INSERT INTO conversion (id, conversion_type, idempotency_key, converted_at, ad_campaign_id,
                               currency, conversion_value, net_value, tax_value, shipping_value,
                               net_tax_value, net_shipping_value, fx_date)
       SELECT 'conv_' || (row ->> 1), 'purchase', row ->> 1, (row ->> 0)::timestamptz, '${ids[0]}',
              'gbp', 40, 40, 0, 0, 0, 0, left(row ->> 0, 10)
         FROM jsonb_array_elements('${JSON.stringify(orders)}'::jsonb) AS row`
    )
  })

  beforeEach(async () => {
    admin = await adminHeaders(getContainer())
  })

  const url = (path: string) => `/admin/ad-planning/forecasts${path}`
  const get = async (path: string) => (await api.get(url(path), admin)).data
  const post = async (path: string, body: object) =>
    (await api.post(url(path), body, admin)).data
  const refused = async (path: string, body: object) => {
    const { status, data } = await api.post(url(path), body, {
      ...admin,
      validateStatus: () => true,
    })
    return [status, data.message]
  }
  const GBP = { currency: "gbp" }

  it("forecasts every scope, and on one day once", async () => {
    const { generation } = await post("/generate", { ...GBP, horizon_days: 30 })
    expect(generation).toMatchObject({
      generated_on: today,
      end: last,
      scopes: 4,
    })
    const count = async () =>
      (
        await sql<{ n: number }>(
          getContainer(),
          "SELECT count(*)::int AS n FROM budget_forecast"
        )
      )[0]!.n
    const once = await count()
    expect(once).toBe(generation.rows)
    await post("/generate", { ...GBP, horizon_days: 30 })
    expect(await count()).toBe(once)
    const { forecasts, series } = await get(
      `?currency=gbp&scope=campaign:${ids[1]}&limit=1`
    )
    expect(forecasts[0]).toMatchObject({ forecast_date: today, horizon: 1 })
    expect(forecasts[0].predicted_spend).toBeCloseTo(50, 0)
    expect(series.length).toBeGreaterThan(0)
  })

  it("says how good a past forecast was", async () => {
    await post("/generate", {
      ...GBP,
      as_of: `${dayAfter(today, -20)}T00:30:00Z`,
    })
    const input = { now: new Date().toISOString(), currency: "gbp" }
    const filled = await fillForecastActualsWorkflow(getContainer()).run({
      input,
    })
    expect(filled.result.filled).toBeGreaterThan(0)
    const again = await fillForecastActualsWorkflow(getContainer()).run({
      input,
    })
    expect(again.result.filled).toBe(0)
    const { accuracy } = await get("/accuracy?currency=gbp&metric=spend")
    expect(accuracy.total.days).toBe(20)
    expect(accuracy.campaigns).toHaveLength(2)
  })

  it("refuses the curve of a campaign without orders, and plans with the other", async () => {
    const { curves } = await get("/curves?currency=gbp")
    const refusals = new Map(
      curves.map((row: { ad_campaign_id: string; refusal: string | null }) => [
        row.ad_campaign_id,
        row.refusal,
      ])
    )
    expect(refusals.get(ids[0]!)).toBeNull()
    expect(refusals.get(ids[1]!)).toBe("no_orders")
    const { plan } = await post("/plan", {
      ...GBP,
      total_budget: 3000,
      days: 30,
      name: "More",
    })
    expect(plan.planned.spend).toBeLessThanOrEqual(3000.01)
    const { plans } = await get("/plans")
    expect(plans.map(({ name }: { name: string }) => name)).toEqual(["More"])
    expect((await get(`/plans/${plan.id}`)).plan.id).toBe(plan.id)
  })

  it("paces by the store's budget, and tells a crossing once", async () => {
    await post("/generate", { ...GBP, horizon_days: 60 })
    await post("/budgets", {
      budgets: [{ ad_campaign_id: ids[1], currency: "gbp", daily_amount: 25 }],
    })
    const { pacing } = await get("/pacing?currency=gbp")
    const steady = pacing.find(
      (row: { ad_campaign_id: string }) => row.ad_campaign_id === ids[1]
    )
    expect(steady.band).toBe("far_over")
    const input = { now: new Date().toISOString(), currency: "gbp" }
    const { result } = await watchBudgetsWorkflow(getContainer()).run({ input })
    expect(result.off_pace.length).toBeGreaterThan(0)
    const again = await watchBudgetsWorkflow(getContainer()).run({ input })
    expect(again.result.off_pace).toEqual([])
    expect(again.result.anomalies).toEqual([])
  })

  it("refuses what makes no sense, and writes nothing", async () => {
    expect(await refused("/generate", { ...GBP, horizon_days: 3650 })).toEqual([
      400,
      "Invalid request: Field 'horizon_days': Too big: expected number to be <=180",
    ])
    expect(
      await refused("/plan", { ...GBP, total_budget: -1, days: 30 })
    ).toEqual([
      400,
      "Invalid request: Field 'total_budget': Too small: expected number to be >0",
    ])
    expect(
      await refused("/plan", {
        ...GBP,
        total_budget: 100,
        days: 30,
        constraints: [{ ad_campaign_id: "nobody", locked: true }],
      })
    ).toEqual([400, "Invalid request: Campaign with id: nobody was not found"])
    expect(
      await refused("/plan", {
        ...GBP,
        total_budget: 100,
        days: 30,
        constraints: [{ ad_campaign_id: ids[1], locked: true }],
      })
    ).toEqual([
      400,
      "Invalid request: locked campaigns and minimums are more than the budget",
    ])
    expect(
      await refused("/budgets", {
        budgets: [
          { ad_campaign_id: ids[0], currency: "gbp", daily_amount: -5 },
        ],
      })
    ).toEqual([
      400,
      "Invalid request: Field 'budgets.0.daily_amount': Too small: expected number to be >=0",
    ])
    expect(
      await refused("/events", {
        name: "Sale",
        kind: "promotion",
        starts_on: "2026-02-30",
        ends_on: "2026-03-01",
      })
    ).toEqual([
      400,
      "Invalid request: Field 'starts_on': must be a day that exists",
    ])
    expect((await get("/events")).count).toBe(0)
    expect((await get("/plans")).count).toBe(0)
  })
}

function spendOn(day: number): number {
  return [30, 60, 100, 160, 240][Math.floor(day / 10) % 5]!
}
