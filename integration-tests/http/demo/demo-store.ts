import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { reconcileSources } from "../../../src/runners/reconcile-sources"
import { SYNC_SOURCES } from "../../../src/modules/ad-planning/types"
import { writeState } from "../../../src/scripts/demo/demo-state"
import { readInvoices } from "../../../src/scripts/demo/invoices"
import { planDemo, type DemoPlan } from "../../../src/scripts/demo/plan-demo"
import type { Progress } from "../../../src/scripts/demo/progress"
import { ensureStore } from "../../../src/scripts/demo/store"
import { writePlan } from "../../../src/scripts/demo/write-plan"
import seedDemo from "../../../src/scripts/seed-demo"
import { adPlanning, eventually, sql } from "../../helpers/ad-planning"
import type { StoreContext } from "../../helpers/test-store"

const INVOICES = path.resolve("data/online-retail/orders.csv.gz")
const NEWEST_INVOICES = 400
const LOADING_MS = 180_000

const silent: Progress = {
  phase: (_name, _rows, work) => work(() => {}),
  stop: () => {},
}

function keep(lines: string[]) {
  return (text: unknown) => Boolean(lines.push(`${text}`))
}

type Correction = { at: Date; pence: number }

function byTime(a: Correction, b: Correction): number {
  return +a.at - +b.at || a.pence - b.pence
}

function restore(name: string, value: string | undefined) {
  if (value === undefined) {
    delete process.env[name]
  } else {
    process.env[name] = value
  }
}

interface CampaignRow {
  external_id: string
  orders: number
  pence: number
  spend: number
}

const campaignRows = (container: MedusaContainer) =>
  sql<CampaignRow>(
    container,
    `SELECT campaign.external_id,
            (SELECT count(*)::int FROM conversion WHERE ad_campaign_id = campaign.id) AS orders,
            (SELECT COALESCE(sum(net_value) * 100, 0)::int FROM conversion
              WHERE ad_campaign_id = campaign.id) AS pence,
            (SELECT COALESCE(sum(spend) * 100, 0)::int FROM ad_planning_campaign_metric
              WHERE ad_campaign_id = campaign.id) AS spend
       FROM ad_planning_campaign campaign ORDER BY external_id`
  )

function expectedRows(plan: DemoPlan): CampaignRow[] {
  const campaigns = [...new Set(plan.days.map(({ campaign }) => campaign))]
  return campaigns
    .map((campaign) => ({
      external_id: campaign.externalId,
      ...(plan.credited.get(campaign) ?? { orders: 0, pence: 0 }),
      spend: plan.days
        .filter((day) => day.campaign === campaign)
        .reduce((sum, { pence }) => sum + pence, 0),
    }))
    .toSorted((a, b) => (a.external_id < b.external_id ? -1 : 1))
}

export default function suite({ api, getContainer }: StoreContext) {
  const { AD_PLANNING_DATA_DIR, DEMO } = process.env
  let folder: string
  let out: string[]
  let err: string[]

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "demo-store-"))
    process.env.AD_PLANNING_DATA_DIR = folder
    process.env.DEMO = "0"
    out = []
    err = []
    jest.spyOn(process.stdout, "write").mockImplementation(keep(out))
    jest.spyOn(process.stderr, "write").mockImplementation(keep(err))
  })

  afterEach(() => {
    jest.restoreAllMocks()
    restore("AD_PLANNING_DATA_DIR", AD_PLANNING_DATA_DIR)
    restore("DEMO", DEMO)
    process.exitCode = undefined
    fs.rmSync(folder, { recursive: true })
  })

  const seed = () => seedDemo({ container: getContainer(), args: [] })
  const note = () =>
    JSON.parse(fs.readFileSync(path.join(folder, "demo.json"), "utf8"))

  describe("the demo store without orders", () => {
    it("sells over the store API, to the campaign that was clicked", async () => {
      await adPlanning(getContainer()).campaigns.syncCampaigns([
        {
          id: null,
          platform: "google",
          external_id: "1",
          name: "Brand Search UK",
          normalised_name: "brand search uk",
          status: null,
          started_at: null,
          stopped_at: null,
          currency: null,
          account_id: null,
          is_host_campaign: false,
        },
      ])
      await seed()
      const headers = {
        headers: { "x-publishable-api-key": note().publishable_key },
      }
      const get = async (url: string) => (await api.get(url, headers)).data
      const post = async (url: string, body: object = {}) =>
        (await api.post(url, body, headers)).data

      const { regions } = await get("/store/regions")
      const region = regions.find(
        ({ name }: { name: string }) => name === "United Kingdom"
      )
      const { products } = await get(
        `/store/products?region_id=${region.id}&fields=*variants.calculated_price,+variants.inventory_quantity`
      )
      expect(products).toHaveLength(3)
      const mug = products.find(
        ({ handle }: { handle: string }) => handle === "demo-ceramic-mug"
      )
      expect(mug.variants[0]).toMatchObject({
        inventory_quantity: 1000,
        calculated_price: { calculated_amount: 6.5, currency_code: "gbp" },
      })
      const address = {
        first_name: "Ann",
        last_name: "Lee",
        address_1: "1 Street",
        city: "London",
        postal_code: "E1 1AA",
        country_code: "gb",
      }
      const { cart } = await post("/store/carts", {
        region_id: region.id,
        email: "ann@example.com",
        shipping_address: address,
        billing_address: address,
        metadata: { visitor_id: "v-1", utm_campaign: "brand_search_uk" },
      })
      await post(`/store/carts/${cart.id}/line-items`, {
        variant_id: mug.variants[0].id,
        quantity: 2,
      })
      const { shipping_options: options } = await get(
        `/store/shipping-options?cart_id=${cart.id}`
      )
      expect(options).toMatchObject([
        { name: "Standard delivery", amount: 4.95 },
      ])
      await post(`/store/carts/${cart.id}/shipping-methods`, {
        option_id: options[0].id,
      })
      const { payment_collection: payment } = await post(
        "/store/payment-collections",
        { cart_id: cart.id }
      )
      await post(`/store/payment-collections/${payment.id}/payment-sessions`, {
        provider_id: "pp_system_default",
      })
      const completed = await post(`/store/carts/${cart.id}/complete`)
      expect(completed).toMatchObject({
        type: "order",
        order: { total: 17.95, currency_code: "gbp" },
      })

      const conversion = await eventually(async () => {
        const [row] = await sql<Record<string, unknown>>(
          getContainer(),
          `SELECT conversion_value::float8 AS value, conversion.currency, visitor_id, campaign.name
               FROM conversion JOIN ad_planning_campaign campaign ON campaign.id = ad_campaign_id
              WHERE order_id = ?`,
          [completed.order.id]
        )
        return row
      })
      expect(conversion).toEqual({
        value: 17.95,
        currency: "gbp",
        visitor_id: "v-1",
        name: "Brand Search UK",
      })
    })

    it("is made once", async () => {
      await seed()
      const first = note()
      expect(first).toMatchObject({
        publishable_key: expect.stringMatching(/^pk_/),
        demo: "0",
      })
      fs.rmSync(path.join(folder, "demo.json"))
      out.length = 0
      await seed()
      expect(out.join("")).toBe(
        "The demo store is there already (DEMO=0), nothing is loaded again.\n"
      )
      expect(note().publishable_key).toBe(first.publishable_key)
      const products = await getContainer()
        .resolve(Modules.PRODUCT)
        .listProducts()
      expect(products).toHaveLength(3)
    })

    it("says what to do after a load that was broken off", async () => {
      await writeState(getContainer(), "loading")
      await seed()
      expect(process.exitCode).toBe(1)
      expect(err.join("")).toMatch(/only partly loaded: delete \.data/)
    })

    it("refuses a size it does not know", async () => {
      process.env.DEMO = "half"
      await seed()
      expect(process.exitCode).toBe(1)
      expect(err.join("")).toBe(
        'DEMO is "half", expected one of: 0, newest, full\n'
      )
    })
  })

  describe("loading the demo store", () => {
    it(
      "leaves the facts that it was made up for, and wakes no subscriber",
      async () => {
        const container = getContainer()
        const released: string[] = []
        const bus = container.resolve(Modules.EVENT_BUS)
        const listen = ({ name }: { name: string }) =>
          Promise.resolve(void released.push(name))
        bus.addInterceptor!(listen)
        const plan = planDemo(
          readInvoices(INVOICES).slice(-NEWEST_INVOICES),
          "newest",
          new Date()
        )
        const store = await ensureStore(container)
        // A server that ran before has moved the cursors: what is loaded
        // seems older than its last run.
        await reconcileSources(container, SYNC_SOURCES)
        released.length = 0
        await writePlan(container, store, plan, silent)
        bus.removeInterceptor!(listen)

        const heard = /^(order|payment|person|socials)\.|\.created$/
        expect(released.filter((name) => heard.test(name))).toEqual([])
        const [totals] = await sql(
          container,
          `SELECT count(*)::int AS orders, (sum(conversion_value) * 100)::int AS pence,
                    (sum(net_value) * 100)::int AS net, count(canceled_at)::int AS canceled
               FROM conversion WHERE conversion_type = 'purchase'`
        )
        const sum = (key: "pence" | "netPence") =>
          plan.orders.reduce((total, order) => total + order[key], 0)
        expect(totals).toEqual({
          orders: plan.orders.length,
          pence: sum("pence"),
          net: sum("netPence"),
          canceled: plan.cancellations.length,
        })
        expect(await campaignRows(container)).toEqual(expectedRows(plan))
        const corrections = await sql<Correction>(
          container,
          `SELECT occurred_at AS at, (-amount * 100)::int AS pence
               FROM ad_planning_conversion_adjustment`
        )
        expect(corrections.toSorted(byTime)).toEqual(
          [...plan.cancellations, ...plan.refunds]
            .map(({ at, pence }) => ({ at, pence }))
            .toSorted(byTime)
        )
      },
      LOADING_MS
    )
  })
}
