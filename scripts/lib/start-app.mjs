import path from "node:path"

import { ensureAdminUser } from "./admin-user.mjs"
import { ensureBuild } from "./build.mjs"
import { describeEnd, stopChildren } from "./children.mjs"
import { openDatabase } from "./database.mjs"
import { discardHalfDemo, loadDemo } from "./demo.mjs"
import { makeDataFolder } from "./data-folder.mjs"
import { migrate } from "./migrate.mjs"
import { stopWithNpm } from "./orphan.mjs"
import { describeError, Problem } from "./problem.mjs"
import { loadSecrets } from "./secrets.mjs"
import { rejectTakenPort, serve } from "./server.mjs"
import { loadDotEnv, medusaEnvironment, readSettings } from "./settings.mjs"
import { hashSources } from "./source-hash.mjs"
import { printSummary } from "./summary.mjs"

const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"]

/** Prepares what is missing, serves until a signal, and leaves nothing behind. */
export async function startApp() {
  const session = { closeDatabase: async () => {}, isEnding: false }
  const exit = onceOnly(async (code) => {
    session.isEnding = true
    if (session.unseenLogin) {
      const { email, generatedPassword } = session.unseenLogin
      console.log(`User ${email} was made with password ${generatedPassword}`)
    }
    await stopChildren()
    await session.closeDatabase()
    process.exit(code)
  })
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => exit(0))
  }
  stopWithNpm(() => exit(0))
  try {
    await run(session)
  } catch (error) {
    // What fails because we are stopping is no news.
    if (!session.isEnding) {
      console.error(describeError(error))
    }
    await exit(1)
  }
}

async function run(session) {
  const context = await openContext(session)
  const admin = await prepare(context, session)
  const server = await serve(context)
  printSummary(context, admin)
  session.unseenLogin = undefined
  throw new Problem(
    `The server ended by itself (${describeEnd(await server.ended)}). Its log is ${context.log("server")}.`
  )
}

/** Settings, secrets and database: what all the steps work with. */
async function openContext(session) {
  loadDotEnv()
  const settings = readSettings(process.env)
  makeDataFolder(settings.dataDir)
  await rejectTakenPort(settings)
  const secrets = loadSecrets(settings.dataDir, process.env)
  const opening = openDatabase(settings)
  // Also when we are stopped while the database is still starting.
  session.closeDatabase = () =>
    opening.then(
      ({ close }) => close(),
      () => {}
    )
  const database = await opening
  const env = medusaEnvironment(
    settings,
    { databaseUrl: database.url, secrets },
    process.env
  )
  const log = (name) => path.join(settings.dataDir, "logs", `${name}.log`)
  return { settings, database, env, log, sources: hashSources(env) }
}

/**
 * Build and database in parallel: the one is busy with the processor, the other
 * mostly waits. What the build has to say comes after the demo's progress bar.
 *
 * @returns the admin user to log in with
 */
async function prepare(context, session) {
  const outcomes = await Promise.allSettled([
    ensureBuild(context),
    prepareDatabase(context, session),
  ])
  const failed = outcomes.find(({ status }) => status === "rejected")
  if (failed) {
    throw failed.reason
  }
  const [built, admin] = outcomes.map(({ value }) => value)
  if (built) {
    console.log(built)
  }
  return admin
}

/**
 * One after the other: every Medusa process that starts on a new database makes
 * the default store and sales channel, and two at once make them twice.
 */
async function prepareDatabase(context, session) {
  await discardHalfDemo(context)
  await migrate(context)
  const admin = await ensureAdminUser(context)
  session.unseenLogin = admin.generatedPassword ? admin : undefined
  await loadDemo(context)
  return admin
}

function onceOnly(work) {
  let result
  return (...args) => (result ??= work(...args))
}
