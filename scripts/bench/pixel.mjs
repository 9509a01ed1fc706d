import { randomBytes, randomUUID } from "node:crypto"

import autocannon from "autocannon"

import { withClient } from "../lib/databases.mjs"
import { report } from "../lib/report.mjs"
import { prepareDatabase, startServer } from "./application.mjs"
import { median, printTable, ratio } from "./figures.mjs"

const PORT = 9_117
const CONNECTIONS = 32
const SECONDS = 5
const ALTERNATIONS = 5
const WARM_UP_SECONDS = 4

// As few as a browser sends, and of one that is no bot.
const USER_AGENT =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0"

const ROUTES = {
  empty: "/bench/empty",
  "no write": "/bench/no-write",
  pixel: "/web/ad-planning/track-conversion",
}

/**
 * The public endpoint under load: how its calls per second compare with those
 * of an empty route of the same server, and with its own middlewares alone.
 */
export async function benchPixel({ connection }) {
  const url = await prepareDatabase(connection)
  const done = report("Starting the server")
  const server = await startServer("pixel-server.cjs", { url, port: PORT })
  done("The server answers")
  const runs = Object.fromEntries(Object.keys(ROUTES).map((name) => [name, []]))
  for (const name of Object.keys(ROUTES)) {
    await load(name, WARM_UP_SECONDS)
  }
  for (let turn = 0; turn < ALTERNATIONS; turn += 1) {
    for (const name of Object.keys(ROUTES)) {
      runs[name].push(await load(name, SECONDS))
    }
  }
  server.disconnect()
  await server.gone
  const accepted = runs.pixel.reduce((sum, run) => sum + run.calls, 0)
  const { rows } = await withClient(url, (client) =>
    client.query("SELECT COUNT(*)::int AS conversions FROM conversion")
  )
  return show(runs, { accepted, conversions: rows[0].conversions })
}

/** One run of one route; the addresses vary, so that no limit is measured. */
async function load(name, seconds) {
  const result = await autocannon({
    url: `http://127.0.0.1:${PORT}${ROUTES[name]}`,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ method: "POST", setupRequest: withMessage }],
  })
  if (result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(
      `${name}: ${result.non2xx} refused, ${result.errors} errors, ${result.timeouts} timeouts`
    )
  }
  return {
    calls: result["2xx"],
    per_second: result["2xx"] / result.duration,
    p50_ms: result.latency.p50,
    p99_ms: result.latency.p99,
  }
}

function withMessage(request) {
  const [a, b, c] = randomBytes(3)
  return {
    ...request,
    headers: {
      // As a beacon of text is sent: read as such on all three routes.
      "content-type": "text/plain;charset=UTF-8",
      "user-agent": USER_AGENT,
      "x-forwarded-for": `10.${a}.${b}.${c}`,
    },
    body: JSON.stringify({
      website_id: "shop",
      conversion_type: "add_to_cart",
      pathname: "/products/shirt",
      visitor_id: `visitor-${a}-${b}`,
      session_id: `session-${a}-${b}-${c}`,
      event_id: randomUUID(),
      conversion_value: 19.99,
      currency: "eur",
      utm_source: null,
      metadata: { product_id: "prod_1" },
    }),
  }
}

function show(runs, { accepted, conversions }) {
  const routes = Object.fromEntries(
    Object.entries(runs).map(([name, all]) => [
      name,
      {
        per_second: Math.round(median(all.map((run) => run.per_second))),
        p50_ms: median(all.map((run) => run.p50_ms)),
        p99_ms: median(all.map((run) => run.p99_ms)),
      },
    ])
  )
  // Of each turn, then the median: what disturbs a turn disturbs all three.
  const against = (name) =>
    ratio(
      runs.pixel.map((run) => run.per_second),
      runs[name].map((run) => run.per_second)
    )
  const ratios = {
    pixel_to_empty: against("empty"),
    pixel_to_no_write: against("no write"),
    p99_to_p50: ratio(
      runs.pixel.map((run) => run.p99_ms),
      runs.pixel.map((run) => run.p50_ms)
    ),
  }
  printTable(
    ["route", "calls/s", "p50 ms", "p99 ms"],
    Object.entries(routes).map(([name, route]) => [
      name,
      route.per_second,
      route.p50_ms,
      route.p99_ms,
    ])
  )
  printTable(
    ["ratio", "median of 5", "target"],
    [
      ["pixel / empty route", ratios.pixel_to_empty, ">= 0.8"],
      ["pixel / the same without the write", ratios.pixel_to_no_write, ""],
      ["p99 / p50", ratios.p99_to_p50, "< 5"],
    ]
  )
  return {
    connections: CONNECTIONS,
    seconds_per_run: SECONDS,
    alternations: ALTERNATIONS,
    routes,
    ratios,
    // The warm-up's calls are in the table, too.
    acknowledged_in_runs: accepted,
    conversions_in_table: conversions,
  }
}
