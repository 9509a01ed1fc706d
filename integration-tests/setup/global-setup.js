const { execFileSync } = require("node:child_process")
const path = require("node:path")

const projectRoot = path.resolve(__dirname, "../..")
const postgresScript = path.join(projectRoot, "scripts/postgres.mjs")

/**
 * Gives the database suites a PostgreSQL: the one that `DB_HOST` or `DB_PORT`
 * name, else the packaged one.
 *
 * Runs in a process of its own and loads nothing of Medusa: what jest's outer
 * realm loads breaks every later spec file ("Method Map.prototype.set called
 * on incompatible receiver").
 */
module.exports = async function globalSetup() {
  if (process.env.DB_HOST || process.env.DB_PORT) {
    return
  }
  const { host, port, user, password } = JSON.parse(
    runPostgres("start", "--drop", "medusa-%-integration-%")
  )
  globalThis.stopTestPostgres = () => runPostgres("stop")
  process.env.DB_HOST = host
  process.env.DB_PORT = `${port}`
  process.env.DB_USERNAME = user
  process.env.DB_PASSWORD = password
}

/** On behalf of this process: others that use the server keep it running. */
function runPostgres(...args) {
  const common = ["--test", "--holder", `${process.pid}`]
  return execFileSync(process.execPath, [postgresScript, ...args, ...common], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  })
}
