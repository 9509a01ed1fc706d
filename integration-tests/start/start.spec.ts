import fs from "node:fs"
import path from "node:path"

import {
  clusterOf,
  expectOneLine,
  freePort,
  inFolder,
  listen,
  moduleUrl,
  newDataDir,
  type Outcome,
  postgres,
  projectRoot,
  run,
  runModule,
  started,
  useTestFolder,
} from "./workbench"

const startScript = path.join(projectRoot, "scripts/start.mjs")

jest.setTimeout(60_000)
useTestFolder()

describe("npm start", () => {
  it("says in one line that the port is taken", async () => {
    const taken = await listen()
    const outcome = await npmStart({ PORT: taken.port })
    taken.close()

    expectOneLine(outcome, `Port ${taken.port} is taken`)
  })

  it("says in one line that PORT is no port", async () => {
    expectOneLine(await npmStart({ PORT: "ninety" }), '"ninety"')
  })

  it("says in one line that DEMO is no size", async () => {
    expectOneLine(await npmStart({ DEMO: "huge" }), '"huge"')
  })

  it("names the unreachable database, not its password", async () => {
    const place = `localhost:${await freePort()}/shop`
    const outcome = await npmStart({
      DATABASE_URL: `postgres://medusa:secret-word@${place}`,
    })

    expectOneLine(outcome, place)
    expect(outcome.stderr).not.toContain("secret-word")
  })

  it("does not repeat a DATABASE_URL it cannot read", async () => {
    const outcome = await npmStart({ DATABASE_URL: "medusa:secret-word" })

    expectOneLine(outcome, "DATABASE_URL is not of the form")
    expect(outcome.stderr).not.toContain("secret-word")
  })

  it("says in one line that the data directory is broken", async () => {
    const dataDir = newDataDir(inFolder("postgres"))
    await started(dataDir)
    await postgres("stop", dataDir)
    fs.rmSync(path.join(clusterOf(dataDir), "PG_VERSION"))

    expectOneLine(await npmStart(), path.dirname(clusterOf(dataDir)))
  })

  it("says in one line that the data folder is a file", async () => {
    const file = inFolder("file")
    fs.writeFileSync(file, "")

    expectOneLine(await npmStart({ AD_PLANNING_DATA_DIR: file }), file)
  })

  it("says in one line that the kept secrets cannot be read", async () => {
    const file = inFolder("secrets.json")
    fs.writeFileSync(file, '{"JWT_SECRET": "secret-wo')

    const outcome = await npmStart()

    expectOneLine(outcome, file)
    expect(outcome.stderr).not.toContain("secret-wo")
  })

  it("says in one line that Node is too old", async () => {
    const pretend = inFolder("old-node.cjs")
    fs.writeFileSync(
      pretend,
      'Object.defineProperty(process.versions, "node", { value: "18.20.4" })'
    )

    const outcome = await run(["--require", pretend, startScript])

    expectOneLine(outcome, "Node 18.20.4 is too old")
  })

  it.each([
    ["16.20.2", false],
    ["20.18.3", false],
    ["20.19.0", true],
    ["20.20.2", true],
    ["22.0.0", true],
    ["100.1.0", true],
  ])("with Node %s, accepted: %s", async (version, isAccepted) => {
    const { stdout } = await runModule(
      "node-version.mjs",
      "({ nodeVersionProblem }) => nodeVersionProblem(process.argv[1]) ?? null",
      version
    )

    expect(JSON.parse(stdout) === null).toBe(isAccepted)
  })

  // A start that was stopped while the demo was loading, and the next one.
  it.each([
    ["begins a half-loaded database of our own anew", true, true, false],
    ["keeps a half-loaded database of somebody else", false, true, true],
    ["keeps a database that was loaded to the end", true, false, true],
  ])("%s", async (_name, isBuiltIn, isHalf, isKept) => {
    const connection = await started(newDataDir())
    const { host, port, user, password } = connection
    const url = `postgres://${user}:${password}@${host}:${port}/shop`
    const { stdout, stderr } = await runModule(
      "demo.mjs",
      `async ({ discardHalfDemo }) => {
        const { ensureDatabase, withClient } = await import(${moduleUrl("databases.mjs")})
        const { addNotes, inspectDatabase } = await import(${moduleUrl("database-state.mjs")})
        const [url, dataDir, isBuiltIn, isHalf] = process.argv.slice(1)
        const ask = (sql) => withClient(url, async (client) => (await client.query(sql)).rows)
        await ensureDatabase(url)
        await ask("CREATE TABLE mikro_orm_migrations (executed_at timestamptz)")
        await ask("INSERT INTO mikro_orm_migrations VALUES (now())")
        const { id, born } = await inspectDatabase(url)
        addNotes(dataDir, id, isHalf === "true" ? { demoBegun: born } : { demo: { born } })
        await discardHalfDemo({ database: { url, isBuiltIn: isBuiltIn === "true" }, settings: { dataDir } })
        return await ask("SELECT to_regclass('mikro_orm_migrations') IS NOT NULL AS is_kept")
      }`,
      url,
      inFolder(""),
      `${isBuiltIn}`,
      `${isHalf}`
    )

    expect(stderr).toBe("")
    expect(JSON.parse(stdout.split("\n").at(-1)!)).toEqual([
      { is_kept: isKept },
    ])
  })
})

/** `npm start` on the test's folder and a free port, without our settings. */
async function npmStart(env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return run([startScript], {
    PORT: await freePort(),
    HOST: "127.0.0.1",
    DATABASE_URL: "",
    DEMO: "",
    AD_PLANNING_DATA_DIR: inFolder(""),
    ...env,
  })
}
