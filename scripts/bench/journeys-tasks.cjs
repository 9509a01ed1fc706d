/** Tasks that measure timelines; see `tasks.cjs`. */
const { randomUUID } = require("node:crypto")
const { runTasks, timed, workflowOf } = require("./tasks.cjs")

const BATCH = 1_000
const FUNNEL = ["page_view", "add_to_cart", "begin_checkout", "purchase"]
const SCAN = `SELECT COUNT(*), COUNT(DISTINCT person_id), SUM(value) FROM customer_journey
               WHERE deleted_at IS NULL AND timestamp >= $1 AND timestamp < $2`

function tasksOf(container, client) {
  const service = container.resolve("ad_planning")
  const workflow = (name) => workflowOf(container, `sync/${name}`)
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
    /** Reads all analytics events that the store has; how long, and what it wrote. */
    async backfill() {
      const sources = ["analytics_event"]
      const { result } = await workflow("backfill").run({ input: { sources } })
      const ms = await timed(() => workflow("continue-backfill").run())
      const { rows_read, rows_written, status } =
        await service.retrieveAdPlanningBackfillRun(result.id)
      return { rows_read, rows_written, status, ms }
    },
  }
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

runTasks(tasksOf)
