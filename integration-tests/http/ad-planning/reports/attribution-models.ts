import BigNumber from "bignumber.js"
import type AdPlanningService from "../../../../src/modules/ad-planning/service"
import {
  ATTRIBUTION_MODELS,
  type AttributionModel,
  type PurchaseFact,
  STATS_GROUPS,
  type TouchFact,
  type TrainedState,
} from "../../../../src/modules/ad-planning/types"
import { trainedModel } from "../../../../src/modules/ad-planning/utils/attribution/training"
import { randomFor, type Random } from "../../../../src/scripts/demo/random"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import {
  campaignFact,
  leadFact,
  metricFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import {
  plainPath,
  type PlainConversion,
  plainShares,
  plainSplit,
  type PlainTouch,
} from "../../../helpers/plain-credits"
import { plainTransitions } from "../../../helpers/plain-training"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

const HOUR_MS = 3_600_000
const LOOKBACK_HOURS = 720
const START = Date.parse("2026-08-01T00:00:00Z")
const PERIOD = "from=2026-09-01&to=2026-10-31&timezone=UTC"
const FROM = Date.parse("2026-09-01T00:00:00Z")
const TO = Date.parse("2026-11-01T00:00:00Z")
const RATES: Record<string, string | null> = {
  gbp: "1",
  eur: "0.86",
  jpy: "0.005",
  kwd: "2.5",
  // No rate: listed apart.
  sek: null,
}
// Where two remainders are the same but for the last bits of a power, the unit may
// fall otherwise.
const BY_WEIGHT: AttributionModel[] = ["time_decay", "data_driven"]

const keysOf = (rows: { key: string }[]) =>
  rows.map(({ key }) => key).toSorted()

export default function suite({ api, getContainer }: StoreContext) {
  let service: AdPlanningService
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    silenceEvents(getContainer())
    service = adPlanning(getContainer())
    admin = await adminHeaders(getContainer())
  })

  const get = async (path: string) =>
    (await api.get(`/admin/ad-planning${path}`, admin)).data

  /** A shop in which anything may happen to a touch or a purchase. */
  async function tellShop(
    random: Random,
    { people = 4, orders = 70 }: { people?: number; orders?: number } = {}
  ) {
    await service.campaigns.syncCampaigns(
      ["a", "b", "c"].map((id) =>
        campaignFact(id, `Campaign ${id}`, {
          platform: id === "c" ? "tiktok" : "meta",
        })
      )
    )
    await service.campaigns.syncCampaignMetrics([metricFact("a", "2026-09-10")])
    const anyTime = () => START + random.int(0, 92 * 24) * HOUR_MS
    const visitors = [
      ...Array.from({ length: people }, (_, index) => `v${index}`),
      null,
    ]
    const touches = Array.from({ length: 60 }, (_, index) =>
      touchFact(`s${index}`, {
        visitor_id: random.pick(visitors),
        started_at: new Date(anyTime()),
        utm_campaign: random.pick(["x", "y", null]),
        claims_campaign: random.chance(0.6),
        channel_group: random.pick(["Paid Social", "Email", "Referral"]),
        platform: random.pick(["meta", "google", "generic"]),
        is_paid: random.chance(0.5),
      })
    )
    await service.touches.syncTouches(touches, [])
    for (const { id, claims_campaign } of await readTouches()) {
      if (claims_campaign && random.chance(0.7)) {
        await service.resolutions.assignTouch(
          id,
          {
            ad_campaign_id: random.pick(["a", "b", "c"]),
            ad_set_id: random.pick(["set", null]),
            ad_id: null,
          },
          null
        )
      }
    }
    const purchases = Array.from({ length: orders }, (_, index) =>
      anyPurchase(random, `o${index}`, anyTime(), random.pick(visitors))
    )
    await service.purchases.syncPurchases(purchases, [])
    await service.conversions.syncSubmissions(
      Array.from({ length: 10 }, (_, index) =>
        leadFact(`l${index}`, {
          visitor_id: random.pick(visitors),
          converted_at: new Date(anyTime()),
        })
      ),
      []
    )
    const [chosen] = await readConversions()
    await service.choices.chooseForConversion(
      chosen!.id,
      { ad_campaign_id: "c", ad_set_id: null, ad_id: null },
      null
    )
  }

  const readTouches = () =>
    sql<PlainTouch>(
      getContainer(),
      "SELECT * FROM campaign_attribution WHERE deleted_at IS NULL"
    )
  const readConversions = () =>
    sql<
      PlainConversion & {
        conversion_type: string
        currency: string | null
        net_value: string | null
        conversion_value: string | null
        canceled_at: Date | null
      }
    >(
      getContainer(),
      "SELECT * FROM conversion WHERE deleted_at IS NULL ORDER BY idempotency_key"
    )

  /** Revenue and counts by campaign, one conversion after the other. */
  async function plainReport(
    model: AttributionModel,
    effects: Map<string, number>,
    basis: string
  ) {
    const touches = await readTouches()
    const conversions = await readConversions()
    const adjustments =
      basis === "refund_date"
        ? await sql<{
            conversion_id: string
            amount: string
            occurred_at: Date
          }>(getContainer(), "SELECT * FROM ad_planning_conversion_adjustment")
        : []
    const sums = new Map<string, { revenue: BigNumber; purchases: number }>()
    const add = (key: string, revenue: BigNumber, purchases: number) => {
      const sum = sums.get(key) ?? { revenue: BigNumber(0), purchases: 0 }
      sums.set(key, {
        revenue: sum.revenue.plus(revenue),
        purchases: sum.purchases + purchases,
      })
    }
    for (const conversion of conversions) {
      const path = plainPath(conversion, touches, LOOKBACK_HOURS)
      const shares = plainShares(
        model,
        path,
        conversion.converted_at,
        LOOKBACK_HOURS,
        effects
      )
      const credit = (amount: string, at: Date, isPlacement: boolean) => {
        const time = at.getTime()
        if (time < FROM || time >= TO) {
          return
        }
        const currency = `${conversion.currency}`
        const rate = RATES[currency] ?? 0
        const isPurchase =
          isPlacement &&
          conversion.conversion_type === "purchase" &&
          !conversion.canceled_at
        const parts = plainSplit(BigNumber(amount), currency, shares)
        path.forEach((touch, index) =>
          add(
            keyOf(touch),
            parts[index]!.times(rate),
            isPurchase ? shares[index]! : 0
          )
        )
        if (path.length === 0) {
          add(
            "(direct or unknown)",
            BigNumber(amount).times(rate),
            isPurchase ? 1 : 0
          )
        }
      }
      if (conversion.conversion_type !== "purchase") {
        continue
      }
      const value =
        basis === "refund_date"
          ? conversion.conversion_value
          : conversion.net_value
      credit(`${value}`, conversion.converted_at, true)
      for (const { amount, occurred_at } of adjustments.filter(
        ({ conversion_id }) => conversion_id === conversion.id
      )) {
        credit(amount, occurred_at, false)
      }
    }
    return sums
  }

  it.each(["order_date", "refund_date"])(
    "credits as a plain reading of the facts does, and adds up to the shop, by %s",
    async (basis) => {
      await tellShop(randomFor(`credits by ${basis}`))
      const query = `${PERIOD}&basis=${basis}`
      const overview = await get(`/dashboard/overview?${query}`)
      const compared = await get(`/attribution/compare?${query}`)
      const trained = await get(`/attribution/data-driven?${PERIOD}`)
      const effects = new Map<string, number>(
        trained.states.map(
          (state: { key: string; removal_effect_value: number }) => [
            state.key,
            state.removal_effect_value,
          ]
        )
      )
      expect(trained.states.length).toBeGreaterThan(2)
      expect(overview.overview.current.revenue).toBeGreaterThan(0)
      expect(compared.models).toEqual([...ATTRIBUTION_MODELS])
      for (const model of ATTRIBUTION_MODELS) {
        const plain = await plainReport(model, effects, basis)
        const rows = compared.rows.filter(
          (row: { models: Record<string, { revenue: number }> }) =>
            row.models[model]!.revenue !== 0
        )
        for (const { key, models } of rows) {
          const digits = BY_WEIGHT.includes(model) ? 1 : 9
          const own = plain.get(key)
          expect([key, model]).toEqual([key, own && model])
          expect(models[model].revenue).toBeCloseTo(
            own!.revenue.toNumber(),
            digits
          )
          expect(models[model].purchases).toBeCloseTo(own!.purchases, 9)
        }
        const total = compared.totals[model]
        expect(total).toMatchObject({
          revenue: overview.overview.current.revenue,
          purchases: overview.overview.current.purchases,
          leads: overview.overview.current.leads,
          new_customers: overview.overview.current.new_customers,
        })
        const sum = (name: string) =>
          compared.rows.reduce(
            (
              all: number,
              row: { models: Record<string, Record<string, number>> }
            ) => all + row.models[model]![name]!,
            0
          )
        expect(sum("revenue")).toBeCloseTo(total.revenue, 6)
        expect(sum("purchases")).toBeCloseTo(total.purchases, 9)
        for (const group of STATS_GROUPS) {
          const report = await get(
            `/attribution/stats?${query}&model=${model}&group_by=${group}`
          )
          expect([group, report.totals.revenue]).toEqual([group, total.revenue])
          expect(report.totals.conversions).toBe(total.conversions)
          expect(report.unconverted).toEqual(compared.unconverted)
          if (group === "campaign") {
            for (const row of report.stats) {
              const other = compared.rows.find(
                ({ key }: { key: string }) => key === row.key
              )
              expect(row.revenue).toBe(other?.models[model].revenue ?? 0)
            }
          }
        }
      }
    }
  )

  it("gives a platform what its row has, under every model", async () => {
    await tellShop(randomFor("platforms"))
    const platforms = ["meta", "google", "generic", "tiktok"]
    const whole = await get(`/attribution/compare?${PERIOD}&group_by=platform`)
    expect(keysOf(whole.rows)).toEqual(
      [...platforms, "direct", "organic"].toSorted()
    )
    for (const platform of platforms) {
      const query = `${PERIOD}&platform=${platform}`
      const own = await get(`/attribution/compare?${query}`)
      const row = whole.rows.find(
        ({ key }: { key: string }) => key === platform
      )
      for (const model of ATTRIBUTION_MODELS) {
        const { revenue, purchases, leads, new_customers } = row.models[model]
        expect(purchases).toBeGreaterThan(0)
        expect(own.totals[model].revenue).toBe(revenue)
        expect(own.totals[model].purchases).toBeCloseTo(purchases, 9)
        expect(own.totals[model].leads).toBeCloseTo(leads, 9)
        expect(own.totals[model].new_customers).toBeCloseTo(new_customers, 9)
        const stats = await get(
          `/attribution/stats?${query}&model=${model}&group_by=platform`
        )
        expect(keysOf(stats.stats)).toEqual([platform])
        expect(stats.totals.revenue).toBe(revenue)
      }
    }
  })

  it("gives the last touch what conversions store", async () => {
    await tellShop(randomFor("last touches"))
    const touches = await readTouches()
    const conversions = await readConversions()
    const paths = conversions.map((conversion) =>
      plainPath(conversion, touches, LOOKBACK_HOURS)
    )
    expect(paths.some((path) => path.length > 3)).toBe(true)
    expect(conversions.map((row) => row.attribution_id)).toEqual(
      paths.map((path) => path.at(-1)?.id ?? null)
    )
    const roi = await get(`/dashboard/roi?${PERIOD}`)
    const compared = await get(
      `/attribution/compare?${PERIOD}&models=last_touch`
    )
    expect(compared.training).toBeNull()
    const named = new Map<string, { models: { last_touch: object } }>(
      compared.rows.map((row: { name: string }) => [row.name, row])
    )
    for (const row of roi.roi) {
      const figures = named.get(row.name)?.models.last_touch
      expect(
        figures ?? { revenue: 0, purchases: 0, leads: 0, new_customers: 0 }
      ).toMatchObject({
        revenue: row.revenue,
        purchases: row.purchases,
        leads: row.leads,
        new_customers: row.new_customers,
        ...(figures ? { roas: row.roas, cac: row.spend ? row.cac : null } : {}),
      })
    }
  })

  it("learns what a plain reading of the facts teaches, at any moment", async () => {
    await tellShop(randomFor("a training"), { people: 10, orders: 30 })
    const shop = {
      touches: await readTouches(),
      purchases: (await readConversions()).filter(
        ({ conversion_type, canceled_at }) =>
          conversion_type === "purchase" && !canceled_at
      ),
      worth: ({ id }: PlainConversion) => {
        const { currency, net_value } = shop.purchases.find(
          (purchase) => purchase.id === id
        )!
        return Number(net_value) * Number(RATES[`${currency}`] ?? 0)
      },
      lookbackHours: LOOKBACK_HOURS,
    }
    let lost = 0
    for (const [ends, asOf] of [
      ["2026-09-25", "2026-10-20"],
      ["2026-11-01", "2026-10-20"],
      ["2026-11-01", "2026-12-01"],
      ["2027-02-01", "2027-01-01"],
    ] as const) {
      const period = { from: new Date(FROM), to: new Date(ends) }
      const { training, states } = await service.attribution.trainedAttribution(
        {
          periods: [{ ...period, from_date: "", to_date: "" }],
          timezone: "UTC",
          currency: "gbp",
        },
        new Date(asOf)
      )
      const to = new Date(ends < asOf ? ends : asOf)
      const window = { from: new Date(to.getTime() - 90 * 24 * HOUR_MS), to }
      const plain = trainedModel(plainTransitions(shop, window), window)
      expect(training).toEqual(plain.training)
      expect(counted(states)).toEqual(counted(plain.states))
      for (const { key, ...learnt } of states) {
        const expected = plain.states.find((state) => state.key === key)!
        expect(learnt.removal_effect).toBeCloseTo(expected.removal_effect, 9)
        expect(learnt.removal_effect_value).toBeCloseTo(
          expected.removal_effect_value,
          9
        )
        expect(learnt.classical_value).toBeCloseTo(expected.classical_value, 6)
      }
      lost += training.null_paths
    }
    expect(lost).toBeGreaterThan(10)
  })

  it("cases 13 and 14: a search engine's visit is none of its ads', and what costs nothing has no ROAS", async () => {
    await service.campaigns.syncCampaigns([
      campaignFact("ads", "Ads", { platform: "google" }),
      campaignFact("free", "Free"),
    ])
    await service.campaigns.syncCampaignMetrics([
      metricFact("ads", "2026-09-10", { spend: "50" }),
    ])
    const visit = async (
      visitor_id: string,
      other: Partial<TouchFact>,
      campaign?: string
    ) => {
      const started_at = new Date("2026-09-08T10:00:00Z")
      const fact = touchFact(visitor_id, { visitor_id, started_at, ...other })
      await service.touches.syncTouches([fact], [])
      if (campaign) {
        const { id } = await service.touches.retrieveTouchOfSession(visitor_id)
        const choice = { ad_campaign_id: campaign, ad_set_id: null }
        await service.resolutions.assignTouch(
          id,
          { ...choice, ad_id: null },
          null
        )
      }
    }
    const buy = (visitor_id: string, amount: string) =>
      service.purchases.syncPurchases(
        [
          purchaseFact(visitor_id, {
            visitor_id,
            email_hash: visitor_id,
            converted_at: new Date("2026-09-09T10:00:00Z"),
            order_date: "2026-09-09",
            money: moneyOf(amount),
          }),
        ],
        []
      )
    /** Under every model: of Google's ads, of each row, and the shop's ratios. */
    const read = async () => {
      const compared = await get(`/attribution/compare?${PERIOD}`)
      const { overview } = await get(`/dashboard/overview?${PERIOD}`)
      const models = ATTRIBUTION_MODELS.map(async (model) => {
        const stats = `/attribution/stats?${PERIOD}&model=${model}`
        const google = await get(`${stats}&platform=google`)
        const platforms = await get(`${stats}&group_by=platform`)
        const row = (key: string) =>
          compared.rows.find((one: { key: string }) => one.key === key)?.models[
            model
          ]
        return {
          google: google.totals.revenue,
          organic: platforms.stats.find(
            (one: { key: string }) => one.key === "organic"
          )?.revenue,
          ads: row("ads")?.roas,
          free: row("free") && [row("free").revenue, row("free").roas],
        }
      })
      const { mer, attributed_roas } = overview.current
      return { models: await Promise.all(models), mer, attributed_roas }
    }
    const everywhere = (figures: object) =>
      ATTRIBUTION_MODELS.map(() => figures)

    const paid = { platform: "google", channel_group: "Paid Search" } as const
    await visit("v1", { ...paid, is_paid: true }, "ads")
    await buy("v1", "100")
    expect(await read()).toEqual({
      models: everywhere({ google: 100, ads: 2 }),
      mer: 2,
      attributed_roas: 2,
    })
    await visit("v2", {
      platform: "google",
      channel_group: "Organic Search",
      referrer: "https://www.google.com/",
      utm_campaign: null,
      claims_campaign: false,
    })
    await buy("v2", "70")
    await visit("v3", { channel_group: "Paid Social", is_paid: true }, "free")
    await buy("v3", "500")
    expect(await read()).toEqual({
      models: everywhere({
        google: 100,
        organic: 70,
        ads: 2,
        free: [500, null],
      }),
      mer: 13.4,
      attributed_roas: 2,
    })
  })

  it("sources are one row in whatever case they came, under every model", async () => {
    const none = { utm_source: null, utm_medium: null, utm_campaign: null }
    const visits = [
      { utm_source: "Facebook", utm_medium: "CPC" },
      { utm_source: "facebook", utm_medium: "cpc" },
      { utm_source: "Überblick", utm_medium: null },
      { utm_source: "überblick", utm_medium: null },
      { ...none, referrer: "https://News.example.com/a" },
      { ...none, referrer: "http://news.example.com/b?c" },
    ]
    await service.touches.syncTouches(
      visits.map((visit, index) =>
        touchFact(`s${index}`, {
          ...visit,
          visitor_id: `v${index >> 1}`,
          started_at: new Date(`2026-09-09T0${index}:00:00Z`),
        })
      ),
      []
    )
    await service.purchases.syncPurchases(
      [0, 1, 2].map((index) =>
        purchaseFact(`o${index}`, {
          visitor_id: `v${index}`,
          converted_at: new Date("2026-09-09T10:00:00Z"),
          order_date: "2026-09-09",
          money: moneyOf("10.01"),
        })
      ),
      []
    )
    for (const model of ATTRIBUTION_MODELS) {
      const { stats } = await get(
        `/attribution/stats?${PERIOD}&group_by=source&model=${model}`
      )
      const rows = stats.map(
        (row: { key: string; sessions: number; revenue: number }) => [
          row.key,
          row.sessions,
          row.revenue,
        ]
      )
      expect([model, rows.toSorted()]).toEqual([
        model,
        [
          ["facebook / cpc", 2, 10.01],
          ["news.example.com", 2, 10.01],
          ["überblick / (not set)", 2, 10.01],
        ],
      ])
    }
  })

  describe("GET /admin/ad-planning/attribution/conversions/:id", () => {
    const AT = Date.parse("2026-10-02T12:00:00Z")
    const before = (hours: number) => new Date(AT - hours * HOUR_MS)
    const explain = async (id: string) =>
      (await get(`/attribution/conversions/${id}`)).explanation

    const touchesOf = (hours: number[]) =>
      service.touches.syncTouches(
        hours.map((hour, index) =>
          touchFact(`s${index}`, { started_at: before(hour) })
        ),
        []
      )

    const buy = (currency: string, amount: string, net = amount) =>
      service.purchases.syncPurchases(
        [
          purchaseFact("o", {
            currency,
            money: moneyOf(amount, net),
          }),
        ],
        []
      )

    const amounts = (
      touches: { credits: Record<string, { amount: number }> }[],
      model: AttributionModel
    ) => touches.map(({ credits }) => credits[model]!.amount)

    it.each([
      ["jpy", "1000", "1000", [334, 333, 333]],
      ["kwd", "1", "1", [0.334, 0.333, 0.333]],
      ["gbp", "100", "100", [33.34, 33.33, 33.33]],
      ["gbp", "100", "99.99", [33.33, 33.33, 33.33]],
      ["gbp", "100", "0.005", [0.005, 0, 0]],
    ])(
      "splits %s %s, of which %s is left, to the smallest unit",
      async (currency, amount, net, parts) => {
        await touchesOf([72, 48, 24])
        await buy(currency, amount, net)
        const explanation = await explain("o")
        expect(amounts(explanation.touches, "linear")).toEqual(parts)
        expect(explanation.conversion.order_id).toBe("o")
        expect(explanation.unattributed).toBeNull()
      }
    )

    it("gives each model its own answer, oldest touch first", async () => {
      await touchesOf([14 * 24, 7 * 24, 0])
      await buy("gbp", "70")
      const { touches, attribution_id, training } = await explain("o")
      expect(
        touches.map(({ session_id }: { session_id: string }) => session_id)
      ).toEqual(["s0", "s1", "s2"])
      expect(attribution_id).toBe(touches[2].id)
      expect(amounts(touches, "last_touch")).toEqual([0, 0, 70])
      expect(amounts(touches, "first_touch")).toEqual([70, 0, 0])
      expect(amounts(touches, "time_decay")).toEqual([10, 20, 40])
      expect(amounts(touches, "position_based")).toEqual([28, 14, 28])
      expect(training).toMatchObject({ is_thin: true, required_paths: 30 })
      expect(touches[0].seconds_before).toBe(14 * 24 * 3_600)
    })

    it("counts a touch for exactly the lookback, and says what it leaves out", async () => {
      await service.touches.syncTouches(
        [
          touchFact("exactly", { started_at: before(720) }),
          touchFact("older", {
            started_at: new Date(AT - 720 * HOUR_MS - 1_000),
          }),
          touchFact("after", { started_at: new Date(AT + 1_000) }),
        ],
        []
      )
      await service.purchases.syncPurchases(
        [
          purchaseFact("o", {
            touch: touchFact("", {
              touch_key: "order:o",
              source: "order",
              session_id: null,
              order_id: "o",
              confidence: "undated",
              started_at: new Date(AT),
            }),
          }),
        ],
        []
      )
      const { touches, left_out } = await explain("o")
      expect(
        touches.map(({ session_id }: { session_id: string }) => session_id)
      ).toEqual(["exactly"])
      expect(
        left_out.map(
          ({ session_id, reason }: { session_id: string; reason: string }) => [
            session_id,
            reason,
          ]
        )
      ).toEqual([
        ["after", "after_conversion"],
        [null, "repeats_session"],
        ["older", "outside_lookback"],
      ])
    })

    it("gives everything to a choice, and nothing to nobody's touch", async () => {
      await service.campaigns.syncCampaigns([campaignFact("chosen", "Chosen")])
      await touchesOf([48])
      await buy("gbp", "70")
      const { conversion } = await explain("o")
      const chosen = await api.post(
        `/admin/ad-planning/attribution/conversions/o`,
        { ad_campaign_id: "chosen" },
        admin
      )
      const { touches, left_out, choice, changes } = chosen.data.explanation
      expect(touches).toHaveLength(1)
      expect(touches[0]).toMatchObject({
        key: "chosen",
        campaign_name: "Chosen",
      })
      for (const model of ATTRIBUTION_MODELS) {
        expect(touches[0].credits[model]).toEqual({ share: 1, amount: 70 })
      }
      expect(left_out).toMatchObject([{ reason: "replaced_by_choice" }])
      expect(choice).toMatchObject({
        ad_campaign_id: "chosen",
        campaign_name: "Chosen",
      })
      expect(choice.actor_id).toEqual(expect.stringMatching(/^user_/))
      expect(changes).toMatchObject([
        { cause: "conversion_choice", to_key: "chosen", to_name: "Chosen" },
      ])
      await service.touches.syncTouches([], ["session:s0"])
      const undone = await api.delete(
        `/admin/ad-planning/attribution/conversions/${conversion.id}`,
        admin
      )
      expect(undone.data.explanation).toMatchObject({
        key: "(direct or unknown)",
        touches: [],
        choice: null,
        unattributed: { last_touch: 70, data_driven: 70 },
      })
    })

    it("agrees with the reports, and sums to what is left of each order", async () => {
      await tellShop(randomFor("explained"))
      const conversions = await readConversions()
      const sums = new Map<string, BigNumber>()
      const isIn = (at: Date) => at.getTime() >= FROM && at.getTime() < TO
      for (const { id, net_value, converted_at, currency } of conversions) {
        const explanation = await explain(id)
        for (const model of ATTRIBUTION_MODELS) {
          const parts = amounts(explanation.touches, model)
          const shares = explanation.touches.map(
            (touch: { credits: Record<string, { share: number }> }) =>
              touch.credits[model]!.share
          )
          if (parts.length > 0) {
            expect(
              shares.reduce((all: number, share: number) => all + share, 0)
            ).toBeCloseTo(1, 12)
            expect(
              net_value === null
                ? parts.every((part) => part === null)
                : BigNumber.sum(...parts).toNumber()
            ).toBe(net_value === null ? true : Number(net_value))
          }
        }
        if (currency === "gbp" && net_value && isIn(converted_at)) {
          for (const { key, credits } of explanation.touches) {
            const sum = sums.get(key) ?? BigNumber(0)
            sums.set(key, sum.plus(credits.position_based.amount))
          }
        }
      }
      await sql(
        getContainer(),
        "DELETE FROM conversion WHERE currency IS DISTINCT FROM 'gbp'"
      )
      const { stats } = await get(
        `/attribution/stats?${PERIOD}&model=position_based`
      )
      expect(sums.size).toBeGreaterThan(3)
      for (const [key, sum] of sums) {
        const row = stats.find((stat: { key: string }) => stat.key === key)
        expect(row.revenue).toBe(sum.toNumber())
      }
    })

    it("knows neither of an id that is none", async () => {
      for (const id of ["nope", "__proto__", "%25", "a%00b"]) {
        const { status, data } = await api.get(
          `/admin/ad-planning/attribution/conversions/${id}`,
          { ...admin, validateStatus: () => true }
        )
        expect([status, data.type]).toEqual([404, "not_found"])
      }
    })
  })
}

function moneyOf(amount: string, net = amount): PurchaseFact["money"] {
  return {
    value: { amount, tax: "0", shipping: "0", discount: "0" },
    net: { amount: net, tax: "0", shipping: "0" },
    adjustments: [],
  }
}

/** Each state's whole numbers, whatever the order of equal shares. */
function counted(states: readonly TrainedState[]) {
  return states
    .map(({ key, conversions, paths }) => ({ key, conversions, paths }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

function keyOf(touch: PlainTouch): string {
  return (
    touch.ad_campaign_id ??
    (touch.claims_campaign ? "(unresolved campaign)" : "(no campaign)")
  )
}

function anyPurchase(
  random: Random,
  id: string,
  at: number,
  visitor: string | null
): PurchaseFact {
  const currency = random.pick(Object.keys(RATES))
  const rate = RATES[currency]
  const cents = random.int(0, 20_000)
  const amount = currency === "jpy" ? `${cents}` : `${cents / 100}`
  const isCanceled = random.chance(0.1)
  const refund = random.chance(0.3) ? BigNumber(amount).idiv(3) : BigNumber(0)
  const gone = isCanceled ? BigNumber(amount) : refund
  const later = new Date(at + random.int(1, 30 * 24) * HOUR_MS)
  const stamp = touchFact("", {
    touch_key: `order:${id}`,
    source: "order",
    session_id: null,
    order_id: id,
    visitor_id: visitor,
    utm_campaign: `stamp ${id}`,
    confidence: random.pick(["dated", "undated"]),
    started_at: new Date(at - random.int(0, 40 * 24) * HOUR_MS),
  })
  const isStamped = random.chance(0.3)
  return purchaseFact(id, {
    visitor_id: visitor,
    session_id: random.chance(0.4) ? `s${random.int(0, 59)}` : null,
    email_hash: random.chance(0.8) ? `hash ${visitor}` : null,
    converted_at: new Date(at),
    order_date: new Date(at).toISOString().slice(0, 10),
    canceled_at: isCanceled ? later : null,
    currency,
    fx: rate ? { currency: "gbp", rate } : null,
    is_erased: random.chance(0.1),
    money: {
      value: { amount, tax: "0", shipping: "0", discount: "0" },
      net: {
        amount: BigNumber(amount).minus(gone).toFixed(),
        tax: "0",
        shipping: "0",
      },
      adjustments: gone.isZero()
        ? []
        : [
            {
              source_type: isCanceled ? "cancellation" : "credit_line",
              source_id: id,
              amount: gone.negated().toFixed(),
              tax_amount: "0",
              shipping_amount: "0",
              occurred_at: later,
            },
          ],
    },
    touch: isStamped
      ? stamp.confidence === "undated"
        ? { ...stamp, started_at: new Date(at) }
        : stamp
      : null,
  })
}
