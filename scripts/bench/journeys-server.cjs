/**
 * The built application as `medusa start` runs it, with an empty admin route
 * beside those it has, and tasks that measure the service in the same process:
 * so they run with the heap that the process was given. Run in the build's
 * folder.
 */
const { randomUUID } = require("node:crypto")
const express = require("express")
const { authenticate } = require("@medusajs/framework/http")
const { generateJwtToken } = require("@medusajs/framework/utils")
const pg = require("pg")

const BATCH = 1_000
const FUNNEL = ["page_view", "add_to_cart", "begin_checkout", "purchase"]
const SCAN = `SELECT COUNT(*), COUNT(DISTINCT person_id), SUM(value) FROM customer_journey
               WHERE deleted_at IS NULL AND timestamp >= $1 AND timestamp < $2`

let statements = 0
const { query } = pg.Client.prototype
pg.Client.prototype.query = function (...args) {
  statements += 1
  return query.apply(this, args)
}

async function main() {
  const app = express()
  const { default: load } = require("@medusajs/medusa/loaders/index")
  const { container } = await load({
    directory: process.cwd(),
    expressApp: app,
  })
  app.get("/admin/bench/empty", authenticate("user", ["bearer"]), (_req, res) =>
    res.json({})
  )
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const tasks = tasksOf(container.resolve("ad_planning"), client)
  process.on("message", async ({ task, args }) => {
    try {
      process.send({ result: await tasks[task](args) })
    } catch (error) {
      process.send({ error: error.stack })
    }
  })
  const token = generateJwtToken(
    { actor_id: "user_bench", actor_type: "user", auth_identity_id: "bench" },
    { secret: process.env.JWT_SECRET, expiresIn: "1h" }
  )
  const server = app.listen(Number(process.env.PORT), "127.0.0.1", () =>
    process.send({ token })
  )
  process.on("disconnect", () => server.close(() => process.exit(0)))
}

function tasksOf(service, client) {
  const reports = {
    funnel: (period) => service.journeyFunnel({ ...period, steps: FUNNEL }),
    "funnel by campaign": (period) =>
      service.journeyFunnel({
        ...period,
        steps: FUNNEL,
        breakdown: "campaign",
      }),
    paths: (period) =>
      service.journeyPaths({
        ...period,
        event: "page_view",
        direction: "from",
        max_steps: 5,
        limit: 20,
      }),
    dropoff: (period) => service.journeyDropoff({ ...period, steps: FUNNEL }),
  }
  return {
    /** Milliseconds of a report and of the scan of its period, one after the other. */
    async report({ name, from, to }) {
      const period = {
        from: new Date(from),
        to: new Date(to),
        window_days: 14,
        as_of: new Date(to),
      }
      return {
        scan: await timed(() => client.query(SCAN, [from, to])),
        report: await timed(() => reports[name](period)),
      }
    },
    /** The same of a batch of new touchpoints, and of one plain INSERT of them. */
    async write({ to }) {
      const facts = newFacts(to)
      const ours = await timed(() => service.syncJourneys(facts, []))
      await client.query(FORGET)
      const { text, values } = plainInsert(facts)
      const plain = await timed(() => client.query(text, values))
      await client.query(FORGET)
      return { ours, plain }
    },
    /** How many statements there were since it was asked last. */
    async statements() {
      const count = statements
      statements = 0
      return count
    },
    async heap() {
      return Math.round(process.memoryUsage().heapUsed / 2 ** 20)
    },
  }
}

async function timed(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const FORGET = "DELETE FROM customer_journey WHERE source_id LIKE 'new-%'"

function newFacts(to) {
  return Array.from({ length: BATCH }, (_, index) => ({
    source_type: "analytics_event",
    source_id: `new-${randomUUID()}`,
    event_type: "page_view",
    event_data: { pathname: "/products/shirt", device: "mobile" },
    channel: "web",
    stage: "awareness",
    timestamp: new Date(new Date(to).getTime() - index * 60_000),
    email_hash: null,
    customer_id: null,
    visitor_id: `visitor-${(index * 37) % 100_000}`,
    session_id: `session-${index}`,
    value: null,
    currency: null,
    website_id: "shop",
  }))
}

function plainInsert(facts) {
  const columns = Object.keys(facts[0])
  const rows = facts.map((fact) => [
    `cjrn_${fact.source_id}`,
    ...columns.map((column) => fact[column]),
  ])
  const width = columns.length + 1
  const places = rows.map(
    (_row, at) =>
      `(${Array.from({ length: width }, (_, of) => `$${at * width + of + 1}`)})`
  )
  return {
    text: `INSERT INTO customer_journey (id, ${columns}) VALUES ${places}`,
    values: rows.flat(),
  }
}

main()
