import path from "node:path"
import { parseArgs } from "node:util"

import { databaseUrl, dropDatabases } from "./lib/databases.mjs"
import { dataFolder } from "./lib/paths.mjs"
import {
  isRunning,
  releasePostgres,
  startPostgres,
  stopPostgres,
} from "./lib/postgres.mjs"
import { hasOtherHolders, MANUAL } from "./lib/postgres-leases.mjs"
import { describeError, Problem } from "./lib/problem.mjs"
import { releaseTestPostgres, testDataFolder } from "./lib/test-data.mjs"

const USAGE =
  "Usage: node scripts/postgres.mjs start|stop|status [--data DIR | --test] [--port N] " +
  "[--holder PID] [--drop PATTERN]"

/**
 * The packaged PostgreSQL by hand. `start` prints the connection as JSON.
 *
 * --test    the server of the tests instead of the demo's
 * --holder  on whose behalf: `start` keeps the server until that process has
 *           ended or said `stop` with the same id, and no other needs it
 * --drop    with start: left-over databases to remove, unless others use the
 *           server at the same time
 */
const COMMANDS = {
  async start({ dataDir, port, holder, drop }) {
    const connection = await startPostgres({ dataDir, port, holder })
    if (drop && !hasOtherHolders(dataDir, holder)) {
      await dropDatabases(databaseUrl(connection, "postgres"), drop)
    }
    return JSON.stringify(connection)
  },
  async stop({ dataDir, holder, isTest }) {
    if (await stopper(holder, isTest)({ dataDir, holder })) {
      return "stopped"
    }
    return isRunning({ dataDir }) ? "still in use" : "nothing to stop"
  },
  status: ({ dataDir }) => (isRunning({ dataDir }) ? "running" : "stopped"),
}

function stopper(holder, isTest) {
  if (holder === MANUAL) {
    return stopPostgres
  }
  return isTest ? () => releaseTestPostgres(holder) : releasePostgres
}

async function main() {
  const { command, options } = readArguments()
  console.log(await command(options))
}

function readArguments() {
  const { positionals, values } = parseArguments()
  const command = COMMANDS[positionals[0]]
  if (!command) {
    throw new Problem(USAGE)
  }
  return {
    command,
    options: {
      dataDir: values.test ? testDataFolder() : demoDataFolder(values.data),
      isTest: values.test,
      port: values.port && Number(values.port),
      holder: values.holder ?? MANUAL,
      drop: values.drop,
    },
  }
}

const demoDataFolder = (given) =>
  path.resolve(given ?? path.join(dataFolder(), "postgres"))

function parseArguments() {
  const option = { type: "string" }
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: option,
        test: { type: "boolean" },
        port: option,
        holder: option,
        drop: option,
      },
    })
  } catch (error) {
    throw new Problem(`${error.message}. ${USAGE}`)
  }
}

main().catch((error) => {
  console.error(describeError(error))
  process.exitCode = 1
})
