import { type ChildProcess, spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { Client } from "pg"
import { randomFor } from "../../src/scripts/demo/random"
import {
  backfillKilled,
  factsOf,
  type KillableServer,
  untilGone,
  wait,
} from "./kills"
import { CONNECTIONS, loadUntilGone, storedOf } from "./load"
import { describePages } from "./pages"
import {
  ended,
  freePort,
  postgres,
  projectRoot,
  removeOutsideFolder,
  type Connection,
} from "./workbench"

const START_TIMEOUT_MS = 15 * 60_000
const BURST_CONNECTIONS = 4
const BURST_ORDERS = 8
const BACKFILL_KILLS = 3
const ADMIN = { email: "owner@example.com", password: "demo-store-password" }

interface RoiRow {
  ad_campaign_id: string | null
  name: string
  revenue: number
  spend: number
  purchases: number
}

/** The README's line, and what the newcomer then does with curl. */
describe("npm start", () => {
  let folder: string
  let origin: string
  let child: ChildProcess
  let database: Client
  let env: NodeJS.ProcessEnv
  let token: string

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "ad-planning-demo-"))
    fs.chmodSync(folder, 0o755)
    const url = await databaseUrl(folder)
    const port = await freePort()
    origin = `http://localhost:${port}`
    env = {
      ...process.env,
      PORT: `${port}`,
      DATABASE_URL: url,
      AD_PLANNING_DATA_DIR: path.join(folder, "data"),
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      DEMO: "",
      NODE_OPTIONS: "",
    }
    child = await startServer()
    database = new Client({ connectionString: url })
    await database.connect()
    token = await logIn()
  }, START_TIMEOUT_MS)

  afterAll(async () => {
    await database?.end()
    child?.kill("SIGTERM")
    await ended(child)
    await dropDatabase(folder)
    fs.rmSync(folder, { recursive: true, force: true })
  }, 120_000)

  async function startServer(): Promise<ChildProcess> {
    const started = spawn(process.execPath, ["scripts/start.mjs"], {
      cwd: projectRoot,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    started.stdout.on("data", (chunk) => (output += chunk))
    started.stderr.on("data", (chunk) => (output += chunk))
    await until(START_TIMEOUT_MS, async () => {
      if (started.exitCode !== null) {
        throw new Error(`npm start ended with ${started.exitCode}: ${output}`)
      }
      return output.includes("Ctrl-C stops it")
    })
    return started
  }

  async function logIn(): Promise<string> {
    const answer = await call<{ token: string }>(
      "POST",
      "/auth/user/emailpass",
      ADMIN
    )
    return answer.token
  }

  async function call<Answer>(
    method: string,
    pathname: string,
    body?: unknown,
    headers: Record<string, string> = {}
  ): Promise<Answer> {
    const response = await fetch(`${origin}${pathname}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) {
      throw new Error(`${method} ${pathname}: ${response.status} ${text}`)
    }
    return JSON.parse(text)
  }

  const killable = (): KillableServer => ({
    database,
    call,
    kill: async () => {
      const gone = ended(child)
      killAll(child)
      await gone
    },
    start: async () => {
      child = await startServer()
    },
  })

  const conversionsOf = (orderId: string) =>
    call<{ count: number; conversions: Record<string, unknown>[] }>(
      "GET",
      `/admin/ad-planning/conversions?order_id=${orderId}`
    )

  /** Buys the first product, as a storefront would. */
  async function buy(metadata: Record<string, unknown>): Promise<string> {
    const { publishable_key } = JSON.parse(
      fs.readFileSync(path.join(folder, "data", "demo.json"), "utf8")
    )
    const store = <Answer>(method: string, pathname: string, body?: unknown) =>
      call<Answer>(method, `/store${pathname}`, body, {
        "x-publishable-api-key": publishable_key,
      })
    const { regions } = await store<{
      regions: {
        id: string
        currency_code: string
        countries: { iso_2: string }[]
      }[]
    }>("GET", "/regions")
    const region = regions.find(({ countries }) =>
      countries.some(({ iso_2 }) => iso_2 === "gb")
    )!
    const { products } = await store<{
      products: { variants: { id: string }[] }[]
    }>("GET", "/products?limit=1&fields=variants.id")
    const address = {
      first_name: "Ada",
      last_name: "Byron",
      address_1: "1 Street",
      city: "London",
      postal_code: "E1",
      country_code: "gb",
    }
    const { cart } = await store<{ cart: { id: string } }>("POST", "/carts", {
      region_id: region.id,
      email: "ada@example.com",
      shipping_address: address,
      billing_address: address,
      items: [{ variant_id: products[0]!.variants[0]!.id, quantity: 1 }],
      metadata,
    })
    const { shipping_options } = await store<{
      shipping_options: { id: string }[]
    }>("GET", `/shipping-options?cart_id=${cart.id}`)
    await store("POST", `/carts/${cart.id}/shipping-methods`, {
      option_id: shipping_options[0]!.id,
    })
    const { payment_collection } = await store<{
      payment_collection: { id: string }
    }>("POST", "/payment-collections", { cart_id: cart.id })
    await store(
      "POST",
      `/payment-collections/${payment_collection.id}/payment-sessions`,
      { provider_id: "pp_system_default" }
    )
    const { order } = await store<{ order: { id: string } }>(
      "POST",
      `/carts/${cart.id}/complete`
    )
    return order.id
  }

  it("shows figures of 12 campaigns that equal hand-written SQL to the cent", async () => {
    const report = await call<{
      roi: RoiRow[]
      totals: { revenue: number; spend: number; purchases: number }
      period: { from: string; to: string; from_date: string; to_date: string }
    }>("GET", "/admin/ad-planning/dashboard/roi")
    const campaigns = report.roi.filter((row) => row.ad_campaign_id !== null)
    expect(campaigns).toHaveLength(12)
    const { from, to, from_date, to_date } = report.period
    const { rows: earned } = await database.query(
      `SELECT ad_campaign_id AS id, round(SUM(net_value), 2)::text AS revenue,
              COUNT(*) FILTER (WHERE canceled_at IS NULL)::int AS purchases
         FROM conversion
        WHERE conversion_type = 'purchase' AND currency = 'gbp'
          AND converted_at >= $1 AND converted_at < $2
        GROUP BY 1`,
      [from, to]
    )
    const { rows: spent } = await database.query(
      `SELECT ad_campaign_id AS id, round(SUM(spend), 2)::text AS spend
         FROM ad_planning_campaign_metric
        WHERE date BETWEEN $1 AND $2 GROUP BY 1`,
      [from_date, to_date]
    )
    for (const row of campaigns) {
      const { revenue, purchases } = earned.find(
        ({ id }) => id === row.ad_campaign_id
      ) ?? { revenue: "0.00", purchases: 0 }
      const { spend } = spent.find(({ id }) => id === row.ad_campaign_id) ?? {
        spend: "0.00",
      }
      expect([row.name, row.revenue.toFixed(2), row.purchases]).toEqual([
        row.name,
        revenue,
        purchases,
      ])
      expect([row.name, row.spend.toFixed(2)]).toEqual([row.name, spend])
    }
    const { rows: shop } = await database.query(
      `SELECT round(SUM(net_value), 2)::text AS revenue FROM conversion
        WHERE conversion_type = 'purchase' AND converted_at >= $1 AND converted_at < $2`,
      [from, to]
    )
    expect(report.totals.revenue.toFixed(2)).toBe(shop[0].revenue)
    const rowsTogether = report.roi.reduce((sum, row) => sum + row.revenue, 0)
    expect(rowsTogether.toFixed(2)).toBe(shop[0].revenue)
    expect(campaigns.filter((row) => row.spend > 0).length).toBeGreaterThan(9)
    expect(report.totals.purchases).toBeGreaterThan(100)
  })

  it("counts a purchase of the store once, with its campaign, and not when cancelled", async () => {
    const { roi } = await call<{ roi: RoiRow[] }>(
      "GET",
      "/admin/ad-planning/dashboard/roi"
    )
    const campaign = roi.find(
      (row) => roi.filter(({ name }) => name === row.name).length === 1
    )!
    const orderId = await buy({
      visitor_id: "demo-visitor",
      utm_campaign: campaign.name,
    })
    await until(10_000, async () => {
      const { conversions } = await conversionsOf(orderId)
      return conversions[0]?.ad_campaign_id === campaign.ad_campaign_id
    })
    const { count, conversions } = await conversionsOf(orderId)
    expect(count).toBe(1)
    expect(conversions[0]).toMatchObject({
      visitor_id: "demo-visitor",
      net_value: conversions[0]!.conversion_value,
    })
    await call("POST", `/admin/orders/${orderId}/cancel`)
    await until(10_000, async () => {
      const answer = await conversionsOf(orderId)
      return answer.conversions[0]?.net_value === 0
    })
  })

  describePages(() => ({
    origin,
    admin: ADMIN,
    get: <Answer>(pathname: string) => call<Answer>("GET", pathname),
  }))

  it(
    "loses no conversion to a stop in mid-load, and counts every call",
    async () => {
      const counted = async () => {
        const { rows } = await database.query(
          `SELECT COALESCE(SUM(calls), 0)::int AS calls FROM ad_planning_pixel_count
            WHERE outcome = 'accepted'`
        )
        return rows[0].calls
      }
      const before = await counted()
      const gone = ended(child)
      const load = await loadUntilGone(origin, () => child.kill("SIGTERM"))
      await gone
      const { stored, lost } = await storedOf(database, load)
      expect(load.refused).toEqual([])
      expect(load.acknowledged.length).toBeGreaterThan(CONNECTIONS)
      expect(lost).toEqual([])
      // Nothing was written that was not answered, and every answer is counted.
      expect(stored.size).toBe(load.acknowledged.length)
      expect((await counted()) - before).toBe(load.acknowledged.length)
      child = await startServer()
    },
    START_TIMEOUT_MS
  )

  it(
    "has every conversion it acknowledged before a kill -9 in mid-load",
    async () => {
      const gone = ended(child)
      const load = await loadUntilGone(origin, () => killAll(child))
      await gone
      const { lost } = await storedOf(database, load)
      expect(load.acknowledged.length).toBeGreaterThan(CONNECTIONS)
      expect(lost).toEqual([])
      child = await startServer()
    },
    START_TIMEOUT_MS
  )

  it(
    "loses no order of a burst to a kill -9, counts none twice, and loads nothing again",
    async () => {
      const server = killable()
      const begun = new Date()
      const counted = async () => {
        const { rows } = await database.query<{ conversions: number }>(
          `SELECT COUNT(conversion.id)::int AS conversions
             FROM "order" LEFT JOIN conversion ON conversion.order_id = "order".id
            WHERE "order".created_at >= $1 GROUP BY "order".id`,
          [begun]
        )
        return rows.map(({ conversions }) => conversions)
      }
      const burst = untilGone(BURST_CONNECTIONS, () =>
        buy({ visitor_id: "demo-visitor" })
      )
      await until(60_000, async () => (await counted()).length > BURST_ORDERS)
      await wait(randomFor("damson").int(0, 1_000))
      await server.kill()
      await burst
      const restartedAt = Date.now()
      await server.start()
      expect(Date.now() - restartedAt).toBeLessThan(60_000)
      await until(70_000, async () => !(await counted()).includes(0))
      expect(new Set(await counted())).toEqual(new Set([1]))
      await until(70_000, async () => {
        const { rows } = await database.query<{ at: Date }>(
          `SELECT last_succeeded_at AS at FROM ad_planning_sync_cursor WHERE name = 'order'`
        )
        return rows[0]!.at.getTime() > restartedAt
      })
    },
    START_TIMEOUT_MS
  )

  it(
    "tells everything again in a backfill that is killed time and again",
    async () => {
      // By events and reconcile, those of the burst too.
      const before = await factsOf(database)
      const { run, readAtKills } = await backfillKilled(
        killable(),
        BACKFILL_KILLS,
        "plum"
      )
      expect(run).toMatchObject({
        status: "completed",
        rows_read: run.rows_total,
        last_error: null,
      })
      expect(readAtKills.at(-1)).toBeGreaterThan(0)
      expect(readAtKills[0]).toBeLessThan(run.rows_total)
      expect(await factsOf(database)).toEqual(before)
    },
    START_TIMEOUT_MS
  )
})

/** A database on the run's cluster, else on one of its own in the folder. */
async function databaseUrl(folder: string): Promise<string> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const given = DB_HOST
    ? { host: DB_HOST, port: DB_PORT, user: DB_USERNAME, password: DB_PASSWORD }
    : JSON.parse(
        (
          await postgres(
            "start",
            path.join(folder, "postgres"),
            "--holder",
            "manual"
          )
        ).stdout
      )
  const { host, port, user, password } = given as Connection
  return `postgres://${user}:${password}@${host}:${port}/${databaseName(folder)}`
}

function databaseName(folder: string): string {
  return path.basename(folder).toLowerCase()
}

async function dropDatabase(folder: string): Promise<void> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  if (!DB_HOST) {
    const dataDir = path.join(folder, "postgres")
    await postgres("stop", dataDir)
    removeOutsideFolder(dataDir)
    return
  }
  const client = new Client({
    host: DB_HOST,
    port: Number(DB_PORT),
    user: DB_USERNAME,
    password: DB_PASSWORD,
    database: "postgres",
  })
  await client.connect()
  await client.query(
    `DROP DATABASE IF EXISTS ${client.escapeIdentifier(databaseName(folder))} WITH (FORCE)`
  )
  await client.end()
}

/** The starter and the server below it, without a chance to say goodbye. */
function killAll(process_: ChildProcess): void {
  const children = fs
    .readFileSync(`/proc/${process_.pid}/task/${process_.pid}/children`, "utf8")
    .trim()
    .split(" ")
  for (const pid of [process_.pid!, ...children.filter(Boolean).map(Number)]) {
    process.kill(pid, "SIGKILL")
  }
}

async function until(
  timeoutMs: number,
  probe: () => Promise<boolean>
): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await probe())) {
    if (Date.now() > deadline) {
      throw new Error(`not within ${timeoutMs} ms: ${probe.toString()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
