import { buildFolder } from "./build.mjs"
import { childProblem, startNode } from "./children.mjs"
import { medusaCli } from "./paths.mjs"
import { listenProblem } from "./ports.mjs"
import { Problem } from "./problem.mjs"
import { delay } from "./processes.mjs"
import { report } from "./report.mjs"
import { EVERY_ADDRESS } from "./settings.mjs"

const HEALTH_TIMEOUT_MS = 120_000
const POLL_MS = 200

/**
 * Starts the built application and waits until it answers.
 *
 * @returns the child process; its `ended` tells how it ended
 */
export async function serve({ settings, env, log }) {
  const { port, host } = settings
  const done = report("Starting the server")
  const server = startNode(
    [medusaCli, "start", `--port=${port}`, `--host=${host}`],
    {
      // It looks for `public/admin` and the modules' folders from there.
      cwd: buildFolder,
      env: { ...env, NODE_ENV: "production" },
      log: log("server"),
    }
  )
  const outcome = await Promise.race([server.ended, becomesHealthy(settings)])
  if (outcome !== "healthy") {
    throw childProblem("The server", outcome, log("server"))
  }
  done("The server answers")
  return server
}

/** Checked before the work of minutes that would come to nothing. */
export async function rejectTakenPort({ port, host }) {
  const problem = await listenProblem(port, host)
  if (problem === "EADDRINUSE") {
    throw new Problem(
      `Port ${port} is taken: stop the program that uses it, ` +
        `or choose another port, as in PORT=${port + 1} npm start`
    )
  }
  if (problem) {
    throw new Problem(
      `The server cannot listen on ${host}, port ${port} (${problem}): ` +
        `choose others with HOST and PORT.`
    )
  }
}

async function becomesHealthy({ host, port }) {
  const reachable = EVERY_ADDRESS.includes(host) ? "127.0.0.1" : host
  const deadline = Date.now() + HEALTH_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (await isHealthy(`http://${bracketed(reachable)}:${port}/health`)) {
      return "healthy"
    }
    await delay(POLL_MS)
  }
  return `no answer for ${HEALTH_TIMEOUT_MS / 1000} s`
}

const bracketed = (host) => (host.includes(":") ? `[${host}]` : host)

async function isHealthy(url) {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
