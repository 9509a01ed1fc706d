import http from "node:http"

import { withClient } from "../lib/databases.mjs"
import { report } from "../lib/report.mjs"
import {
  ask,
  prepareDatabase,
  startServer,
  stopServer,
} from "./application.mjs"
import { median, printTable, ratio } from "./figures.mjs"

const PORT = 9_118
const TURNS = 5
const CALLS = 60
const HEAP_MB = 192
const EVENTS = 50_000
const PEOPLE = 100_000
const ROWS = 1_000_000
const DAYS = 365
// The last tenth of the time has the last tenth of the rows.
const FIRST_ROWS = ROWS / 10
const TO = "2026-11-01T00:00:00.000Z"
const PERIODS = [30, 90, 365]
const REPORTS = ["funnel", "funnel by campaign", "paths", "dropoff"]

/**
 * Timelines of 100,000 people with a million touchpoints: reports against one
 * plain scan of the same period, batches against one plain INSERT, and pages
 * against an empty admin route. Once with the last tenth of the time alone and
 * once with all of it: what reads a period must not grow with the table.
 */
export async function benchJourneys({ connection }) {
  const url = await prepareDatabase(connection)
  const worker = await startServer("journeys-tasks.cjs", {
    url,
    port: PORT,
    flags: [`--max-old-space-size=${HEAP_MB}`],
  })
  await seed(url, "the last tenth", (FIRST_ROWS / ROWS) * DAYS, 0)
  const small = {
    reports: await measureReports(worker, [30]),
    write: await measureWrite(worker),
  }
  await seed(url, "the rest", DAYS, (FIRST_ROWS / ROWS) * DAYS)
  const large = {
    reports: await measureReports(worker, PERIODS),
    write: await measureWrite(worker),
  }
  const backfill = await measureBackfill(worker, url)
  const heap_mb = await ask(worker, "heap")
  await stopServer(worker)
  const server = await startServer("journeys-server.cjs", { url, port: PORT })
  const pages = await measurePages(server, await busiestPerson(url))
  await stopServer(server)
  return show({ small, large, backfill, pages, heap_mb })
}

/** Touchpoints of the days before the end of the year, `from` to `until` of them. */
async function seed(url, name, from, until) {
  const done = report(`Writing ${name}`)
  await withClient(url, async (client) => {
    await client.query(SEED, [ROWS, PEOPLE, TO, DAYS, from, until])
    await client.query("VACUUM ANALYZE customer_journey")
  })
  done(`Wrote ${name}`)
}

const SEED = `
  WITH row AS (
    SELECT number, (hashint8extended(number, 1) & 2147483647) % $2::int AS person,
           (hashint8extended(number, 2) & 2147483647) / 2147483648.0 * $4::int AS age,
           (hashint8extended(number, 3) & 2147483647) % 100 AS kind,
           (hashint8extended(number, 4) & 2147483647) % 50 AS campaign
      FROM generate_series(1, $1::int) AS number
  ),
  typed AS (
    SELECT *, CASE WHEN kind < 70 THEN 'page_view' WHEN kind < 82 THEN 'add_to_cart'
                   WHEN kind < 88 THEN 'begin_checkout' WHEN kind < 94 THEN 'purchase'
                   WHEN kind < 96 THEN 'form_submit' WHEN kind < 98 THEN 'feedback'
                   ELSE 'social_engage' END AS event_type
      FROM row
     WHERE age <= $5 AND age > $6
  )
  INSERT INTO customer_journey
         (id, source_type, source_id, event_type, event_data, channel, stage, timestamp, person_id,
          visitor_id, session_id, value, raw_value, currency, ad_campaign_id, website_id)
  SELECT 'cjrn_' || number,
         CASE event_type WHEN 'purchase' THEN 'order' WHEN 'form_submit' THEN 'form_response'
              WHEN 'feedback' THEN 'feedback' WHEN 'social_engage' THEN 'social_comment'
              ELSE 'analytics_event' END,
         'row-' || number, event_type,
         jsonb_build_object('pathname', '/products/' || person % 500, 'device', 'mobile'), 'web',
         CASE WHEN event_type IN ('page_view', 'social_engage') THEN 'awareness'
              WHEN event_type = 'purchase' THEN 'conversion'
              WHEN event_type = 'feedback' THEN 'retention' ELSE 'consideration' END,
         $3::timestamptz - make_interval(secs => age * 86400),
         CASE WHEN person % 5 < 3 THEN 'person_' || person END, 'visitor-' || person,
         'session-' || number / 5,
         CASE WHEN event_type = 'purchase' THEN 20 + person % 80 END,
         CASE WHEN event_type = 'purchase'
              THEN jsonb_build_object('value', (20 + person % 80)::text, 'precision', 20) END,
         CASE WHEN event_type = 'purchase' THEN 'eur' END,
         CASE WHEN campaign < 25 THEN 'campaign_' || campaign END, 'shop'
    FROM typed`

/** Page views of the same people, which the store has and nobody read yet. */
async function measureBackfill(worker, url) {
  await withClient(url, (client) =>
    client.query(
      `INSERT INTO analytics_event
              (id, event_id, website_id, event_type, pathname, visitor_id, session_id, device_type, timestamp)
       SELECT 'anevt_' || number, 'event-' || number, 'shop', 'pageview', '/products/' || number % 500,
              'visitor-' || number % $2::int, 'visit-' || number / 5, 'mobile',
              now() - make_interval(mins => number)
         FROM generate_series(1, $1::int) AS number`,
      [EVENTS, PEOPLE]
    )
  )
  const { ms, ...counts } = await ask(worker, "backfill")
  const rows_per_second = Math.round(counts.rows_read / (ms / 1_000))
  return { ...counts, rows_per_second }
}

async function busiestPerson(url) {
  const { rows } = await withClient(url, (client) =>
    client.query(
      `SELECT person_id, COUNT(*)::int AS count FROM customer_journey
        WHERE person_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`
    )
  )
  return rows[0]
}

async function measureReports(server, periods) {
  const figures = []
  for (const days of periods) {
    const to = new Date(TO)
    const from = new Date(to.getTime() - days * 86_400_000)
    for (const name of REPORTS) {
      const turns = []
      const args = { name, from: from.toISOString(), to: to.toISOString() }
      await ask(server, "report", args)
      for (let turn = 0; turn < TURNS; turn += 1) {
        turns.push(await ask(server, "report", args))
      }
      figures.push({
        name,
        days,
        ms: Math.round(median(turns.map((turn) => turn.report))),
        to_scan: ratio(
          turns.map((turn) => turn.report),
          turns.map((turn) => turn.scan)
        ),
      })
    }
  }
  return figures
}

async function measureWrite(server) {
  const turns = []
  await ask(server, "write", { to: TO })
  for (let turn = 0; turn < TURNS; turn += 1) {
    turns.push(await ask(server, "write", { to: TO }))
  }
  const ours = turns.map((turn) => turn.ours)
  return {
    ms: Math.round(median(ours)),
    // Rows per second against those of the plain statement.
    to_insert: ratio(
      turns.map((turn) => turn.plain),
      ours
    ),
  }
}

/** One call after the other, in turns with the empty route. */
async function measurePages(server, { person_id, count }) {
  const base = "/admin/ad-planning"
  const paths = {
    timeline: `${base}/journey/person/${person_id}`,
    interactions: `${base}/customers/${person_id}/interactions`,
    profile: `${base}/customers/${person_id}/profile`,
  }
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const call = (path) => get(agent, path, server.hello.token)
  const pages = []
  for (const [name, path] of Object.entries(paths)) {
    const times = { page: [], empty: [] }
    for (let turn = 0; turn < CALLS; turn += 1) {
      times.empty.push(await call("/admin/bench/empty"))
      times.page.push(await call(path))
    }
    await ask(server, "statements")
    await call(path)
    pages.push({
      name,
      p50_ms: Number(median(times.page).toFixed(1)),
      empty_p50_ms: Number(median(times.empty).toFixed(1)),
      to_empty: Number((median(times.page) / median(times.empty)).toFixed(1)),
      statements: await ask(server, "statements"),
      touchpoints: count,
    })
  }
  agent.destroy()
  return pages
}

/** Milliseconds until the whole answer is there. */
async function get(agent, path, token) {
  const started = performance.now()
  await new Promise((resolve, reject) => {
    http
      .get(
        {
          agent,
          host: "127.0.0.1",
          port: PORT,
          path,
          headers: { authorization: `Bearer ${token}` },
        },
        (response) => {
          response.resume()
          response.on("end", () =>
            response.statusCode === 200
              ? resolve()
              : reject(new Error(`${path}: ${response.statusCode}`))
          )
        }
      )
      .on("error", reject)
  })
  return performance.now() - started
}

function show({ small, large, backfill, pages, heap_mb }) {
  printTable(
    ["report", "days", "ms", "/ plain scan", "target"],
    large.reports.map(({ name, days, ms, to_scan }) => [
      name,
      days,
      ms,
      to_scan,
      "<= 4",
    ])
  )
  const growth = small.reports.map(({ name, ms }) => {
    const after = large.reports.find(
      (figure) => figure.name === name && figure.days === 30
    )
    return { name, growth: Number((after.ms / ms).toFixed(2)) }
  })
  printTable(
    ["30 days, table ten times as large", "times as long"],
    growth.map(({ name, growth: times }) => [name, times])
  )
  printTable(
    ["1,000 touchpoints written, table of", "ms", "/ plain INSERT", "target"],
    [
      [FIRST_ROWS, small.write.ms, small.write.to_insert, ">= 0.3"],
      [ROWS, large.write.ms, large.write.to_insert, ">= 0.3"],
    ]
  )
  printTable(
    ["page", "p50 ms", "/ empty admin route", "target", "statements"],
    pages.map((page) => [
      page.name,
      page.p50_ms,
      page.to_empty,
      "<= 3",
      page.statements,
    ])
  )
  printTable(
    ["backfill", "rows read", "written", "rows/s"],
    [
      [
        `analytics events, ${HEAP_MB} MB`,
        backfill.rows_read,
        backfill.rows_written,
        backfill.rows_per_second,
      ],
    ]
  )
  return {
    people: PEOPLE,
    rows: ROWS,
    heap_limit_mb: HEAP_MB,
    heap_mb,
    small,
    large,
    growth,
    backfill,
    pages,
  }
}
