import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

import { buildFolder, ensureBuild } from "../lib/build.mjs"
import { childProblem, runNode, startNode } from "../lib/children.mjs"
import {
  databaseUrl,
  ensureDatabase,
  recreateDatabase,
} from "../lib/databases.mjs"
import { dataFolder, medusaCli, projectRoot } from "../lib/paths.mjs"
import { report } from "../lib/report.mjs"
import { hashSources } from "../lib/source-hash.mjs"

/**
 * An empty database of the application, as it is built now.
 *
 * @returns its URL
 */
export async function prepareDatabase(connection) {
  const url = databaseUrl(connection, "ad-planning-bench")
  await ensureDatabase(url)
  await recreateDatabase(url)
  const env = environment(url)
  const log = (name) => path.join(dataFolder(), "logs", `bench-${name}.log`)
  fs.mkdirSync(path.dirname(log("build")), { recursive: true })
  const built = await ensureBuild({ sources: hashSources(env), env, log })
  if (built) {
    console.log(built)
  }
  const done = report("Migrating the database")
  await runNode(
    "The migration",
    [medusaCli, "db:migrate", "--execute-safe-links", "--execute-safe-search"],
    { env, log: log("migrate") }
  )
  done("The database is migrated")
  return url
}

/**
 * Starts a script of this folder in the built application, and waits for its
 * first message.
 *
 * @returns the child process; `hello` is that message
 */
export async function startServer(script, { url, port, flags = [] }) {
  const log = path.join(dataFolder(), "logs", "bench-server.log")
  const server = startNode(
    [...flags, path.join(projectRoot, "scripts/bench", script)],
    {
      cwd: buildFolder,
      env: { ...environment(url), NODE_ENV: "production", PORT: `${port}` },
      log,
    }
  )
  const ready = new Promise((resolve) => {
    server.once("message", (message) => {
      server.hello = message
      resolve("ready")
    })
  })
  const outcome = await Promise.race([server.ended, ready])
  if (outcome !== "ready") {
    throw childProblem("The server", outcome, log)
  }
  return server
}

function environment(url) {
  const secret = randomBytes(32).toString("hex")
  return {
    ...process.env,
    DATABASE_URL: url,
    JWT_SECRET: secret,
    COOKIE_SECRET: secret,
    AD_PLANNING_SECRET: secret,
    AD_PLANNING_OPTIONS: JSON.stringify({ jobs: false }),
    MEDUSA_DISABLE_TELEMETRY: "true",
    LOG_LEVEL: "warn",
    REDIS_URL: "",
    TZ: "UTC",
  }
}

/** Has the server do one of its tasks; resolves with what it answers. */
export async function ask(server, task, args) {
  const answer = new Promise((resolve) => server.once("message", resolve))
  server.send({ task, args })
  const outcome = await Promise.race([server.ended, answer])
  if (typeof outcome !== "object") {
    throw childProblem("The server", outcome)
  }
  if (outcome.error) {
    throw new Error(`${task}: ${outcome.error}`)
  }
  return outcome.result
}

/** Ends a server that `startServer` started. */
export async function stopServer(server) {
  server.disconnect()
  await server.gone
}
