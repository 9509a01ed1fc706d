import type {
  ExperimentVariant,
  ExposureFact,
} from "../../../../src/modules/ad-planning/types"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import type { StoreContext } from "../../../helpers/test-store"

const DAY_MS = 86_400_000
const NOW = new Date("2026-11-20T12:00:00Z")
const ago = (days: number, hours = 0) =>
  new Date(NOW.getTime() - days * DAY_MS + hours * 3_600_000).toISOString()

export default function suite({ getContainer }: StoreContext) {
  const service = () => adPlanning(getContainer())

  const begin = async (
    other: Record<string, unknown>,
    variants?: ExperimentVariant[]
  ) => {
    const { experiments, experimentFigures } = service()
    const id = await experiments.create({
      name: "money",
      experiment_type: "storefront",
      conversion_window_hours: 24,
      use_cuped: true,
      ...(variants ? { variants } : {}),
      ...other,
    })
    const startedAt = new Date(ago(40))
    const plan = await experimentFigures.plan(
      await experiments.byId(id),
      startedAt
    )
    await experiments.start(id, plan, startedAt)
    return await experiments.byId(id)
  }
  const buy = (
    visitor: string,
    at: string,
    amount: number,
    other: { currency?: string; canceled_at?: string; campaign?: string } = {}
  ) =>
    sql(
      getContainer(),
      `INSERT INTO conversion (id, conversion_type, source, idempotency_key, converted_at, visitor_id, currency,
                               net_value, raw_net_value, canceled_at, ad_campaign_id)
       VALUES ('conv_' || gen_random_uuid(), 'purchase', 'order', gen_random_uuid()::text, ?, ?, ?, ?, ?, ?, ?)`,
      [
        at,
        visitor,
        other.currency ?? "gbp",
        amount,
        JSON.stringify({ value: `${amount}`, precision: 20 }),
        other.canceled_at ?? null,
        other.campaign ?? null,
      ]
    )
  const see = (
    experiment_id: string,
    visitor_id: string,
    variant: string,
    other: Partial<ExposureFact> = {}
  ): ExposureFact => ({
    experiment_id,
    visitor_id,
    variant,
    exposed_at: ago(30),
    conflict_at: null,
    website_id: null,
    device: null,
    country_code: null,
    ...other,
  })

  it("count what visitors spent within their window, capped and raw, and what they did before", async () => {
    const experiment = await begin({
      primary_metric: [
        { metric: "revenue_per_visitor", direction: "increase" },
        { metric: "average_order_value", direction: "increase" },
      ],
    })
    const { id } = experiment
    await service().experiments.importExposures([
      see(id, "a1", "control"),
      see(id, "a2", "control"),
      see(id, "a3", "control"),
      see(id, "a4", "control", { exposed_at: ago(10) }),
      see(id, "b1", "treatment"),
      see(id, "b2", "treatment"),
      see(id, "b3", "treatment", { conflict_at: ago(29) }),
    ])
    await buy("a1", ago(30, 1), 100)
    await buy("a1", ago(30, 23), 50)
    await buy("a1", ago(30, 2), 70, { canceled_at: ago(28) })
    await buy("a1", ago(35), 40)
    // The window is half-open.
    await buy("a2", ago(29), 30)
    await buy("a3", ago(30, 1), 60, { currency: "usd" })
    await buy("b1", ago(30, 5), 1_000)
    await buy("b2", ago(30), 20)
    await buy("b3", ago(30, 1), 500)
    await sql(
      getContainer(),
      `INSERT INTO customer_journey (id, source_type, source_id, event_type, event_data, channel, stage, timestamp, visitor_id)
       VALUES ('cjrn_1', 'analytics_event', 'e1', 'page_view', '{}', 'web', 'awareness', ?, 'a2')`,
      [ago(31)]
    )
    const [revenue, orderValue] = experiment.primary_metric
    const { experimentFigures } = service()
    const sums = await experimentFigures.metricSums(experiment, revenue!, NOW)
    // Of 20, 150 and 1,000: R's quantile(c(20, 150, 1000), .999)
    const cap = 998.3
    const shared = { bucket: expect.any(String), cap: expect.closeTo(cap, 9) }
    expect(sums).toEqual([
      {
        variant: "control",
        ...shared,
        visitors: 3,
        converters: 1,
        sum: 150,
        sum_squares: 22_500,
        raw_sum: 150,
        raw_sum_squares: 22_500,
        denominator: 2,
        denominator_squares: 4,
        cross: 300,
        unpriced: 1,
        seen: 2,
        seen_sum: 150,
        covariate_sum: 40,
        covariate_squares: 1_600,
        covariate_cross: 6_000,
      },
      expect.objectContaining({
        variant: "control",
        bucket: null,
        visitors: 1,
      }),
      expect.objectContaining({
        variant: "treatment",
        ...shared,
        visitors: 2,
        converters: 2,
        sum: expect.closeTo(cap + 20, 9),
        sum_squares: expect.closeTo(cap ** 2 + 400, 5),
        raw_sum: 1_020,
        raw_sum_squares: 1_000_400,
        denominator: 2,
        unpriced: 0,
        seen: 0,
        covariate_sum: 0,
      }),
    ])
    expect(
      await experimentFigures.metricSums(experiment, orderValue!, NOW)
    ).toHaveLength(3)
    const { results } = await experimentFigures.results(experiment, NOW)
    const [first, second] = results.metrics
    expect(first).toMatchObject({
      currency: "gbp",
      unit: "amount",
      unconverted_orders: 1,
    })
    expect(second!.variants.map(({ mean }) => mean)).toEqual([
      75,
      expect.closeTo((cap + 20) / 2, 9),
    ])
    expect(results.variants.map((one) => [one.exposed, one.excluded])).toEqual([
      [4, 0],
      [3, 1],
    ])
    // Nothing of what comes later is known to a moment before it.
    const early = await experimentFigures.metricSums(
      experiment,
      revenue!,
      new Date(ago(31))
    )
    expect(early).toEqual([])
  })

  it("freeze the cap of the 90 days before the start", async () => {
    for (const [index, amount] of [10, 20, 30].entries()) {
      await buy(`old-${index}`, ago(50), amount)
    }
    const experiment = await begin({
      primary_metric: [
        { metric: "revenue_per_visitor", direction: "increase" },
      ],
    })
    expect(experiment.plan).toMatchObject({
      currency: "gbp",
      refund_maturity_days: 14,
      caps: { revenue_per_visitor: expect.closeTo(29.98, 9) },
    })
  })

  it("of ads are those of the first touch, and compare days", async () => {
    const experiment = await begin(
      {
        experiment_type: "ad_creative",
        primary_metric: [
          { metric: "conversion_rate", direction: "increase" },
          { metric: "ctr", direction: "increase" },
          { metric: "roas", direction: "increase" },
        ],
      },
      [
        {
          key: "a",
          name: "A",
          weight: 0.5,
          is_control: true,
          ad_campaign_id: "c1",
        },
        {
          key: "b",
          name: "B",
          weight: 0.5,
          is_control: false,
          ad_campaign_id: "c2",
        },
      ]
    )
    const touch = (visitor: string, campaign: string, days: number) =>
      sql(
        getContainer(),
        `INSERT INTO campaign_attribution (id, touch_key, source, started_at, click_ids, channel_group, platform, is_paid, claims_campaign, visitor_id, ad_campaign_id)
         VALUES ('attr_' || gen_random_uuid(), gen_random_uuid()::text, 'session', ?, '{}', 'Paid Social', 'meta', true, true, ?, ?)`,
        [ago(days), visitor, campaign]
      )
    await touch("v1", "c1", 30)
    await touch("v1", "c2", 20)
    await touch("v2", "c2", 30)
    await touch("v3", "c2", 45)
    await buy("v2", ago(30, 1), 90, { campaign: "c2" })
    for (let day = 1; day <= 20; day++) {
      for (const [campaign, clicks] of [
        ["c1", 10 + (day % 3)],
        ["c2", 20 + (day % 4)],
      ] as const) {
        await sql(
          getContainer(),
          `INSERT INTO ad_planning_campaign_metric (id, ad_campaign_id, date, currency, origin_id, spend, raw_spend, impressions, raw_impressions, clicks, raw_clicks)
           VALUES ('apmetr_' || gen_random_uuid(), ?, ?, 'gbp', '', 5, '{"value":"5"}', 1000, '{"value":"1000"}', ?, ?)`,
          [
            campaign,
            ago(day + 10).slice(0, 10),
            clicks,
            JSON.stringify({ value: `${clicks}` }),
          ]
        )
      }
    }
    const { results } = await service().experimentFigures.results(
      experiment,
      NOW
    )
    expect(results).toMatchObject({
      is_observational: true,
      sample_ratio: null,
    })
    expect(
      results.metrics[0]!.variants.map((one) => [one.visitors, one.converters])
    ).toEqual([
      [1, 0],
      [1, 1],
    ])
    const [ctr, roas] = results.ads
    const clicksOf = (base: number, cycle: number) =>
      Array.from({ length: 20 }, (_, index) => base + ((index + 1) % cycle))
    const sum = (values: number[]) => values.reduce((all, one) => all + one, 0)
    const before = clicksOf(10, 3)
    const after = clicksOf(20, 4)
    const differences = after.map((one, at) => (one - before[at]!) / 1_000)
    const mean = sum(differences) / 20
    const spread = Math.sqrt(
      sum(differences.map((one) => (one - mean) ** 2)) / 19 / 20
    )
    expect(ctr).toMatchObject({
      metric: "ctr",
      variant: "b",
      days: 20,
      control_value: expect.closeTo(sum(before) / 20_000, 12),
      difference: expect.closeTo(mean, 12),
    })
    // Impressions are alike on all days: it is the paired t test. qt(.975, 19) in R
    expect(ctr!.difference_interval.upper! - mean).toBeCloseTo(
      2.093024054408263 * spread,
      12
    )
    expect(roas).toMatchObject({ metric: "roas", control_value: 0 })
    expect(roas!.value).toBeCloseTo(90 / 100, 12)
  })
}
