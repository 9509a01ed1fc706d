import { type ChildProcess, spawn } from "node:child_process"
import fs from "node:fs"
import net from "node:net"
import os from "node:os"
import path from "node:path"

export const projectRoot = path.resolve(__dirname, "../..")
const postgresScript = path.join(projectRoot, "scripts/postgres.mjs")

// What the current test has begun, for its end to undo.
let folder = ""
const children: ChildProcess[] = []
const dataDirs: string[] = []

/** Gives every test of the file a folder, and removes all it started. */
export function useTestFolder(): void {
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "ad-planning-test-"))
    // The server's own user has to get through, unless a test says otherwise.
    fs.chmodSync(folder, 0o755)
  })

  afterEach(async () => {
    children.splice(0).forEach((child) => child.kill("SIGKILL"))
    for (const dataDir of dataDirs.splice(0)) {
      await postgres("stop", dataDir)
      removeOutsideFolder(dataDir)
    }
    fs.rmSync(folder, { recursive: true, force: true })
  })
}

export function inFolder(name: string): string {
  return path.join(folder, name)
}

export interface Connection {
  host: string
  port: number
  user: string
  password: string
  started: boolean
}

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** A place for a server that the test's end stops and removes. */
export function newDataDir(dataDir = inFolder("data")): string {
  dataDirs.push(dataDir)
  return dataDir
}

export function expectOneLine({ code, stderr }: Outcome, part: string): void {
  expect(stderr).toContain(part)
  expect(stderr.split("\n")).toHaveLength(1)
  expect(code).toBe(1)
}

export async function started(dataDir: string, holder = "manual") {
  const outcome = await postgres("start", dataDir, "--holder", holder)
  expect(outcome).toMatchObject({ code: 0, stderr: "" })
  const connection: Connection = JSON.parse(outcome.stdout)
  return connection
}

export function postgres(
  command: string,
  dataDir: string,
  ...options: string[]
): Promise<Outcome> {
  return run([postgresScript, command, "--data", dataDir, ...options])
}

export async function run(
  args: string[],
  env: NodeJS.ProcessEnv = {}
): Promise<Outcome> {
  const child = spawnNode(args, env)
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)]
  const code = await ended(child)
  return { code, stdout: stdout().trim(), stderr: stderr().trim() }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = ""
  stream.on("data", (chunk: Buffer) => (text += chunk.toString()))
  return () => text
}

export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("close", resolve))
}

/** Starts Node without our own settings; it ends with the test at the latest. */
export function spawnNode(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: "", npm_lifecycle_event: "", ...env },
  })
  children.push(child)
  return child
}

/** Calls a function with a module of scripts/lib and prints what it returns. */
export function runModule(file: string, body: string, ...args: string[]) {
  const code = `
    const work = ${body}
    const result = await work(await import(${moduleUrl(file)}))
    console.log(JSON.stringify(result))`
  return run(moduleArguments(code, ...args))
}

export function moduleArguments(code: string, ...args: string[]): string[] {
  return ["--input-type=module", "--eval", code, ...args]
}

export function moduleUrl(file: string): string {
  return JSON.stringify(path.join(projectRoot, "scripts/lib", file))
}

/** PostgreSQL's own folder, which may be outside of ours. */
export function clusterOf(dataDir: string): string {
  return path.join(outsideFolder(dataDir) ?? dataDir, "server/cluster")
}

function outsideFolder(dataDir: string): string | undefined {
  const pointer = path.join(dataDir, "elsewhere")
  return fs.existsSync(pointer)
    ? fs.readFileSync(pointer, "utf8").trim()
    : undefined
}

export function removeOutsideFolder(dataDir: string): void {
  const outside = outsideFolder(dataDir)
  if (outside) {
    fs.rmSync(outside, { recursive: true })
  }
}

export async function listen(): Promise<{ port: string; close: () => void }> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" ? `${address?.port}` : ""
  return { port, close: () => server.close() }
}

export async function freePort(): Promise<string> {
  const { port, close } = await listen()
  close()
  return port
}
