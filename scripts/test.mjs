import fs from "node:fs"
import path from "node:path"

import { databaseUrl, dropDatabases } from "./lib/databases.mjs"
import { stopWithNpm } from "./lib/orphan.mjs"
import { dataFolder } from "./lib/paths.mjs"
import { startPostgres } from "./lib/postgres.mjs"
import { hasOtherHolders } from "./lib/postgres-leases.mjs"
import { describeError } from "./lib/problem.mjs"
import { delay } from "./lib/processes.mjs"
import { releaseTestPostgres, testDataFolder } from "./lib/test-data.mjs"
import { runSuite, STAGES } from "./lib/test-suites.mjs"

const STOP_SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

// Also that of jest's own setup, for those who run a single suite by hand.
const dataDir = testDataFolder()
const resultFolder = path.join(dataFolder(), "test-results")

const STOP_TIMEOUT_MS = 5_000

const children = new Set()
let isStopping = false

/** `npm test`: every suite on one PostgreSQL, then the totals. */
async function main() {
  fs.mkdirSync(resultFolder, { recursive: true })
  const env = { ...process.env, ...(await databaseEnvironment()) }
  const results = []
  for (const lanes of STAGES) {
    console.log(`\n=== ${lanes.flat().join(", ")}`)
    const ran = await Promise.all(lanes.map((names) => runLane(names, env)))
    results.push(...ran.flat())
  }
  printTotals(results)
  return results.some(({ failed }) => failed > 0) ? 1 : 0
}

/** Runs suites one after the other. */
async function runLane(names, env) {
  const onChild = (child) => children.add(child)
  const results = []
  for (const name of names) {
    results.push(await runSuite(name, { resultFolder, env, onChild }))
    if (isStopping) {
      // `exit` is at work; nothing may begin any more.
      await new Promise(() => {})
    }
  }
  return results
}

/** The variables Medusa's test runners read; those given from outside win. */
async function databaseEnvironment() {
  if (process.env.DB_HOST || process.env.DB_PORT) {
    return {}
  }
  const connection = await startPostgres({ dataDir })
  if (!hasOtherHolders(dataDir, process.pid)) {
    const url = databaseUrl(connection, "postgres")
    await dropDatabases(url, "medusa-%-integration-%")
  }
  return {
    DB_HOST: connection.host,
    DB_PORT: `${connection.port}`,
    DB_USERNAME: connection.user,
    DB_PASSWORD: connection.password,
  }
}

function printTotals(results) {
  console.log("\n=== totals")
  for (const result of results) {
    console.log(describe(result))
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`)
}

function describe({ name, passed, failed, skipped, duration }) {
  return `${name.padEnd(8)} ${passed} passed, ${failed} failed, ${skipped} skipped (${duration})`
}

async function exit(code) {
  isStopping = true
  await Promise.all([...children].map(stopChild))
  await releaseTestPostgres()
  process.exit(code)
}

async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return
  }
  const ended = new Promise((resolve) => child.once("close", resolve))
  child.kill("SIGTERM")
  await Promise.race([ended, delay(STOP_TIMEOUT_MS)])
  child.kill("SIGKILL")
  await ended
}

for (const [signal, code] of Object.entries(STOP_SIGNALS)) {
  process.on(signal, () => exit(code))
}
stopWithNpm(() => exit(1))

main().then(exit, (error) => {
  console.error(describeError(error))
  return exit(1)
})
