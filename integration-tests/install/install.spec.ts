import fs from "node:fs"
import path from "node:path"
import { OUR_TABLES } from "../helpers/tables"
import { Client, type StoreIds } from "./client"
import { until } from "./commands"
import { createDatabase, type Database } from "./database"
import { Host, makeFolder, packPlugin, removeFolder, type Server } from "./host"

const MINUTE_MS = 60_000

jest.setTimeout(8 * MINUTE_MS)

const setUpPostgres: () => Promise<void> = require("../setup/global-setup")
const tearDownPostgres: () => Promise<void> = require("../setup/global-teardown")

const ADMIN = { email: "admin@example.com", password: "a-long-password" }
const TIMEZONE = "Europe/Berlin"
const EVENT_TIMEOUT_MS = 20_000

const SHIPPED =
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|docs\/.+|\.medusa\/server\/src\/(admin|api|host-modules|jobs|lib|runners|sources|links|modules|subscribers|workflows)\/.+|\.medusa\/server\/src\/scripts\/backfill\.(js|d\.ts))$/
const SHIPPED_TESTS = /\.(spec|test)\.|__tests__|fixtures/

function migrationNames(): string[] {
  return fs
    .readdirSync(
      path.join(__dirname, "../../src/modules/ad-planning/migrations")
    )
    .filter((file) => /^Migration\d+\.ts$/.test(file))
}

const STAND_IN_TABLES = [
  "ad",
  "ad_account",
  "ad_campaign",
  "ad_insights",
  "ad_set",
  "analytics_event",
  "analytics_session",
  "feedback",
  "form",
  "form_field",
  "form_response",
  "lead",
  "person_address",
  "person_tags",
  "social_post",
]

// One story: every test begins where the one before it ended.
describe("a store that installs the package", () => {
  let folder = ""
  let database: Database
  let host: Host
  let store: StoreIds
  let server: Server
  let client: Client

  beforeAll(async () => {
    await setUpPostgres()
    folder = makeFolder()
    database = createDatabase()
    host = new Host(folder, database.url)
  })

  afterAll(async () => {
    await server?.stop()
    database?.drop()
    if (folder) {
      removeFolder(folder)
    }
    await tearDownPostgres()
  })

  it("installs what npm packs, and gets nothing but what a store needs", async () => {
    await host.install(await packPlugin(folder))

    const files = host.installedFiles()
    expect(files.filter((name) => !SHIPPED.test(name))).toEqual([])
    expect(files.filter((name) => SHIPPED_TESTS.test(name))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining([
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "docs/install.md",
        ".medusa/server/src/modules/ad-planning/index.js",
      ])
    )
  })

  it("builds a dashboard with the plugin's pages, chart and widget in it", async () => {
    const scripts = await host.buildDashboard()

    expect(scripts).toContain("Check installation")
    expect(scripts).toContain("recharts-")
    expect(scripts).toContain("ad-planning-order-attribution")
  })

  it("migrates: the plugin's tables are there, those of our stand-ins are not", async () => {
    await host.medusa(
      "db:migrate",
      "--execute-safe-links",
      "--execute-safe-search"
    )

    const tables = database.tables()
    expect(tables).toEqual(expect.arrayContaining([...OUR_TABLES]))
    expect(tables).toContain("person")
    expect(tables.filter((name) => STAND_IN_TABLES.includes(name))).toEqual([])
  })

  it("boots, and says in one line what is off", async () => {
    await host.medusa(
      "user",
      `--email=${ADMIN.email}`,
      `--password=${ADMIN.password}`
    )
    store = await host.exec<StoreIds>("create-store")
    server = await host.start()
    client = new Client(server.url)
    await client.logIn(ADMIN.email, ADMIN.password)

    const lines = server
      .log()
      .split("\n")
      .filter((line) => line.includes("ad-planning: off"))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(
      "ad-planning: off, because the store lacks these modules: custom_analytics, feedback, forms, socials"
    )
  })

  it("knows which sources it has, once it has read them", async () => {
    const sources = await until(
      "people are read",
      async () => {
        const { health } = await client.get("/admin/ad-planning/health")
        const person = health.sources.find(
          (row: { source: string }) => row.source === "person"
        )
        return person.cursor ? health.sources : undefined
      },
      EVENT_TIMEOUT_MS
    )

    const presence = sources.map(
      (row: { source: string; is_present: boolean }) => [
        row.source,
        row.is_present,
      ]
    )
    expect(Object.fromEntries(presence)).toEqual({
      person: true,
      campaign: false,
      insight: false,
      session: false,
      lead: false,
      form_response: false,
      feedback: false,
      social_post: false,
      analytics_event: false,
      order: true,
    })
  })

  it("has no tracker of ours", async () => {
    expect(await client.status("POST", "/web/analytics/track")).toBe(404)
  })

  it("counts an order and credits it to an imported campaign", async () => {
    const date = new Date().toLocaleDateString("sv", { timeZone: TIMEZONE })
    await client.post("/admin/ad-planning/spend/import", {
      rows: [
        {
          platform: "tiktok",
          campaign: "Clips",
          date,
          spend: 9,
          currency: "eur",
        },
      ],
    })
    const clicked = await client.buy(store, "ann@example.com", {
      visitor_id: "visitor-1",
      utm_source: "tiktok",
      utm_campaign: "clips",
    })
    await conversionOf(clicked.id, (row) => row.ad_campaign_id)
    const direct = await client.buy(store, "ben@example.com", {})
    await conversionOf(direct.id, (row) => row.person_id)

    const { roi, totals } = await client.get(
      `/admin/ad-planning/dashboard/roi?from=${date}`
    )

    expect([clicked.total, direct.total]).toEqual([45, 45])
    expect(
      roi.map((row: { name: string; revenue: number; roas: number | null }) => [
        row.name,
        row.revenue,
        row.roas,
      ])
    ).toEqual([
      ["Clips", 45, 5],
      ["(unresolved campaign)", 0, null],
      ["(no campaign)", 0, null],
      ["(direct or unknown)", 45, null],
    ])
    expect(totals).toMatchObject({
      revenue: 90,
      spend: 9,
      purchases: 2,
      new_customers: 2,
      attributed_roas: 5,
      mer: 10,
    })
  })

  it("links its conversions to the store's own persons and orders", async () => {
    const { conversions, orders } = await host.exec<{
      conversions: object[]
      orders: object[]
    }>("follow-links")

    expect(conversions).toMatchObject([
      // Known before, under another spelling of the e-mail.
      {
        order: { email: "ann@example.com" },
        person: { first_name: "Ann", loyalty: "gold" },
      },
      // Made from the order, in the store's own module.
      {
        order: { email: "ben@example.com" },
        person: { first_name: "Ann", loyalty: "none" },
      },
    ])
    expect(orders).toMatchObject([
      { email: "ann@example.com", conversions: [{ net_value: 45 }] },
      { email: "ben@example.com", conversions: [{ net_value: 45 }] },
    ])
  })

  it("reads everything again on a terminal, and finds nothing to write", async () => {
    const script =
      "./node_modules/medusa-plugin-ad-planning/.medusa/server/src/scripts/backfill.js"
    const output = await host.medusa("exec", script)
    expect(output).toMatch(
      /(\d+) of \1 rows read, 0 written, \d+ rows\/s, completed/
    )
    await expect(host.medusa("exec", script, "sources=lead")).rejects.toThrow(
      "This store does not have the module that source lead is read from"
    )
  })

  it("runs without an error in its log, and stops", async () => {
    await server.stop()

    expect(server.log()).not.toContain('"level":"error"')
  })

  it("leaves nothing behind when its migrations are rolled back", async () => {
    // Each call takes the last one back.
    for (let left = migrationNames().length; left > 0; left -= 1) {
      await host.medusa("db:rollback", "ad_planning")
    }

    const tables = database.tables()
    expect(
      tables.filter((name) => OUR_TABLES.some((table) => table === name))
    ).toEqual([])
    expect(tables).toContain("person")
  })

  interface Conversion {
    person_id: string | null
    ad_campaign_id: string | null
  }

  /** The order's conversion, once it has what is asked for. */
  function conversionOf(
    orderId: string,
    wanted: (row: Conversion) => string | null
  ): Promise<Conversion> {
    return until(
      `the conversion of ${orderId}`,
      async () => {
        const { conversions } = await client.get(
          `/admin/ad-planning/conversions?order_id=${orderId}`
        )
        const [row] = conversions
        return row && wanted(row) ? row : undefined
      },
      EVENT_TIMEOUT_MS
    )
  }
})
