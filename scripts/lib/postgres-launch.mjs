import fs from "node:fs"
import path from "node:path"

import { freePort, listenProblem } from "./ports.mjs"
import {
  removeForeignPidFile,
  removeZombiePidFile,
  runningPostmaster,
} from "./postgres-postmaster.mjs"
import { Problem } from "./problem.mjs"
import { delay, run } from "./processes.mjs"

const ATTEMPTS = 8
const PATIENCE_WITH_ZOMBIES = 4
const RETRY_MS = 500
// Recovery after a crash may take a while.
const START_TIMEOUT_S = 120

// What passes by itself soon after a server was killed, or when another
// process took the port between our choice and the start.
const PASSING = /lock file|shared memory|TCP\/IP sockets|Address already in use/

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  // A socket file needs a folder that the server's user may write to.
  "unix_socket_directories=",
  // Medusa's modules and test runners open many.
  "max_connections=200",
  "timezone=UTC",
  "log_timezone=UTC",
]

/**
 * Starts the server on a prepared cluster.
 *
 * @param wantedPort - without it the last one used, when it is free, or a new one
 * @returns its `port`; `started` is false when another process was faster
 */
export async function launch(home, account, wantedPort) {
  removeForeignPidFile(home.cluster)
  let failure
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const port = await choosePort(home, wantedPort)
    failure = await tryStart(home, account, port)
    const running = runningPostmaster(home.cluster)
    if (running) {
      rememberPort(home, running.port)
      return { port: running.port, started: failure === undefined }
    }
    if (!PASSING.test(failure ?? "")) {
      break
    }
    await delay(RETRY_MS)
    if (attempt >= PATIENCE_WITH_ZOMBIES) {
      removeZombiePidFile(home.cluster)
    }
  }
  throw new Problem(
    `PostgreSQL cannot start on the data in ${home.folder}: ${failure ?? "it ended at once"}. ` +
      `Its log is ${home.log}; to begin with an empty database, delete the folder.`
  )
}

/** @returns undefined, or why it did not start */
async function tryStart(home, account, port) {
  fs.rmSync(home.log, { force: true })
  const settings = SETTINGS.map((setting) => `-c ${setting}`).join(" ")
  const { code } = await run(
    path.join(home.binaries, "bin/pg_ctl"),
    [
      "start",
      "--wait",
      `--timeout=${START_TIMEOUT_S}`,
      `--pgdata=${home.cluster}`,
      `--log=${home.log}`,
      `--options=-p ${port} ${settings}`,
    ],
    { ...account, cwd: "/", stdio: "ignore" }
  )
  return code === 0 ? undefined : readFailure(home.log)
}

function readFailure(log) {
  const lines = readText(log).trim().split("\n")
  const line =
    lines.find((text) => /FATAL|PANIC|^postgres: /.test(text)) ?? lines.at(-1)
  const reason = line.replace(/^.*?(FATAL|PANIC|ERROR|LOG|postgres): +/, "")
  return reason || "it gave no reason"
}

async function choosePort(home, wanted) {
  if (wanted) {
    await rejectTakenPort(wanted)
    return wanted
  }
  const last = Number(readText(portFile(home)))
  const isFree = last > 0 && !(await listenProblem(last, "127.0.0.1"))
  return isFree ? last : freePort()
}

async function rejectTakenPort(port) {
  const problem = await listenProblem(port, "127.0.0.1")
  if (problem) {
    throw new Problem(
      `PostgreSQL cannot listen on port ${port} (${problem}): choose another one.`
    )
  }
}

const portFile = ({ folder }) => path.join(folder, "port")

/** The same address at the next start, for whoever wrote it down. */
function rememberPort(home, port) {
  fs.writeFileSync(portFile(home), `${port}\n`)
}

function readText(file) {
  try {
    return fs.readFileSync(file, "utf8")
  } catch {
    return ""
  }
}
