import fs from "node:fs"

import { databaseUrl, withClient } from "./databases.mjs"
import { serverAccount } from "./postgres-account.mjs"
import {
  brokenData,
  ensureCluster,
  readPassword,
  SUPERUSER,
} from "./postgres-cluster.mjs"
import { locateHome, prepareHome } from "./postgres-home.mjs"
import { launch } from "./postgres-launch.mjs"
import {
  hasOtherHolders,
  returnAllLeases,
  returnLease,
  takeLease,
} from "./postgres-leases.mjs"
import { runningPostmaster } from "./postgres-postmaster.mjs"
import { connectionErrorText, Problem } from "./problem.mjs"
import { delay } from "./processes.mjs"

const ANSWER_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 15_000
const POLL_MS = 100
const WRONG_PASSWORD = "28P01"
// A server that starts up or shuts down: 57P03 is its own "cannot connect now".
const PASSING = ["57P03", "ECONNREFUSED", "ECONNRESET"]

/**
 * Starts the packaged PostgreSQL, detached: it serves several processes and
 * outlives this one. A server that already runs there is used as it is, also
 * one whose starter was killed.
 *
 * @param dataDir - where its data live; created when absent
 * @param port - of 127.0.0.1; without it the last one used, or a free one
 * @param holder - who needs the server: it runs until the last one released it
 * @returns the connection; `started` is false when it was running already
 * @throws Problem when it cannot start
 */
export async function startPostgres({ dataDir, port, holder = process.pid }) {
  try {
    const folder = makeFolder(dataDir)
    takeLease(folder, holder)
    return await startOrReuse(folder, port).catch((error) => {
      returnLease(folder, holder)
      throw error
    })
  } catch (error) {
    throw asProblem(error, dataDir)
  }
}

/** Says that `holder` needs the server no more; stops it after the last one. */
export async function releasePostgres({ dataDir, holder = process.pid }) {
  returnLease(dataDir, holder)
  return hasOtherHolders(dataDir, holder) ? false : stopPostgres({ dataDir })
}

/**
 * Stops the server, whoever else uses it.
 *
 * @returns whether one was running
 */
export async function stopPostgres({ dataDir }) {
  try {
    returnAllLeases(dataDir)
    return await shutDown(dataDir)
  } catch (error) {
    throw asProblem(error, dataDir)
  }
}

export function isRunning({ dataDir }) {
  return runningPostmaster(locateHome(realPath(dataDir)).cluster) !== undefined
}

async function shutDown(dataDir) {
  const { cluster } = locateHome(realPath(dataDir))
  const running = runningPostmaster(cluster)
  if (!running) {
    return false
  }
  // PostgreSQL's own meanings: SIGINT ends all sessions and stops cleanly,
  // SIGQUIT stops at once and leaves the rest to the recovery at the next start.
  for (const signal of ["SIGINT", "SIGQUIT"]) {
    process.kill(running.pid, signal)
    if (await hasStopped(cluster)) {
      return true
    }
  }
  throw new Problem(
    `PostgreSQL (process ${running.pid}) in ${dataDir} does not stop.`
  )
}

async function startOrReuse(dataDir, port) {
  const home = locateHome(dataDir)
  const running = runningPostmaster(home.cluster)
  const reused = running && (await connect(home, running.port))
  if (reused) {
    return { ...reused, started: false }
  }
  const account = serverAccount(home.folder)
  const prepared = prepareHome(dataDir, account)
  await ensureCluster(prepared, account)
  const launched = await launch(prepared, account, port)
  try {
    const connection = await connect(prepared, launched.port)
    if (!connection) {
      throw new Problem(
        `PostgreSQL ended right after its start. Its log is ${prepared.log}.`
      )
    }
    return { ...connection, started: launched.started }
  } catch (error) {
    if (launched.started) {
      await stopPostgres({ dataDir })
    }
    throw error
  }
}

/**
 * The connection to a running server, once it answers. The host is the word
 * `localhost`, because Medusa's test runner demands TLS of every other one.
 *
 * @returns undefined when the server ends meanwhile: it was shutting down
 */
async function connect(home, port) {
  const password = readPassword(home)
  const connection = { host: "localhost", port, user: SUPERUSER, password }
  const deadline = Date.now() + ANSWER_TIMEOUT_MS
  for (;;) {
    const failure = await logIn(connection)
    if (!failure) {
      return connection
    }
    if (!runningPostmaster(home.cluster)) {
      return undefined
    }
    if (failure.code === WRONG_PASSWORD) {
      throw brokenData(home.folder, "their password is another")
    }
    if (!PASSING.includes(failure.code) || Date.now() > deadline) {
      throw new Problem(
        `PostgreSQL on port ${port} does not answer: ${connectionErrorText(failure)}. Its log is ${home.log}.`,
        { cause: failure }
      )
    }
    await delay(POLL_MS)
  }
}

async function logIn(connection) {
  try {
    await withClient(databaseUrl(connection, "postgres"), () => {})
    return undefined
  } catch (error) {
    return error
  }
}

async function hasStopped(cluster) {
  const deadline = Date.now() + STOP_TIMEOUT_MS
  while (runningPostmaster(cluster)) {
    if (Date.now() > deadline) {
      return false
    }
    await delay(POLL_MS)
  }
  return true
}

function makeFolder(dataDir) {
  fs.mkdirSync(dataDir, { recursive: true })
  return fs.realpathSync(dataDir)
}

function realPath(dataDir) {
  return fs.existsSync(dataDir) ? fs.realpathSync(dataDir) : dataDir
}

/** What the file system refuses is for the person at the terminal to mend. */
function asProblem(error, dataDir) {
  return error.syscall
    ? new Problem(
        `PostgreSQL's folder ${dataDir} cannot be used: ${error.message}. ` +
          `Mend that, or choose another folder with AD_PLANNING_DATA_DIR.`,
        { cause: error }
      )
    : error
}
