import { execFileSync } from "node:child_process"
import { moduleArguments, moduleUrl } from "../start/workbench"

// Left-overs of a killed run go when the next run starts the server.
const DATABASE_NAME = `medusa-install-integration-${process.pid}`

export interface Database {
  url: string
  /** The names of its tables. */
  tables(): string[]
  drop(): void
}

/** An empty database on the server that DB_HOST and its like name. */
export function createDatabase(): Database {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const server = {
    host: DB_HOST || "localhost",
    port: Number(DB_PORT || 5432),
    user: DB_USERNAME,
    password: DB_PASSWORD,
  }
  const call = (body: string): unknown => callDatabases(server, body)
  const url = call(
    "const url = databaseUrl(server, name); await ensureDatabase(url); return url"
  )
  return {
    url: String(url),
    tables: () =>
      call(`
        return withClient(databaseUrl(server, name), async (client) => {
          const { rows } = await client.query(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
          return rows.map((row) => row.table_name)
        })`) as string[],
    drop: () => {
      call(`return dropDatabases(databaseUrl(server, "postgres"), name)`)
    },
  }
}

/** Calls the functions of scripts/lib/databases.mjs in a process of its own. */
function callDatabases(server: object, body: string): unknown {
  const code = `
    const { databaseUrl, dropDatabases, ensureDatabase, withClient } =
      await import(${moduleUrl("databases.mjs")})
    const [server, name] = JSON.parse(process.argv[1])
    const work = async () => { ${body} }
    console.log(JSON.stringify(await work()))`
  const output = execFileSync(
    process.execPath,
    moduleArguments(code, JSON.stringify([server, DATABASE_NAME])),
    { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } }
  )
  return JSON.parse(output)
}
