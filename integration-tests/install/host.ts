import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { freePort, projectRoot } from "../start/workbench"
import { runCommand, terminalEnvironment, until } from "./commands"

const PACKAGE = "medusa-plugin-ad-planning"
const FOLDER_PREFIX = "ad-planning-install-"
const BOOT_TIMEOUT_MS = 120_000

// What git does not have, and what would be in the way of a clean build.
const NOT_SOURCES = [".git", ".data", ".medusa", ".cache", ".env"]

// As in the package.json of Medusa's own starter.
const HOST_DEPENDENCIES = [
  "@medusajs/admin-sdk",
  "@medusajs/cli",
  "@medusajs/framework",
  "@medusajs/medusa",
]
const HOST_DEV_DEPENDENCIES = [
  "@swc/core",
  "@types/node",
  "react",
  "react-dom",
  "ts-node",
  "typescript",
  "vite",
]

/** A folder far from ours: Node looks for packages in all folders above. */
export function makeFolder(): string {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const isOurs = name.startsWith(FOLDER_PREFIX)
    if (isOurs && !isAlive(parseInt(name.slice(FOLDER_PREFIX.length), 10))) {
      // Of a run that was killed.
      removeFolder(path.join(os.tmpdir(), name))
    }
  }
  return fs.mkdtempSync(
    path.join(os.tmpdir(), `${FOLDER_PREFIX}${process.pid}-`)
  )
}

/** Without waiting: a whole node_modules takes up to a minute. */
export function removeFolder(folder: string): void {
  const code = `fs.rmSync(process.argv[1], { recursive: true, force: true })`
  const options = { detached: true, stdio: "ignore" } as const
  spawn(process.execPath, ["--eval", code, folder], options).unref()
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Packs a copy of our sources, so that the build of the working tree stays what
 * it is. Returns the tarball.
 */
export async function packPlugin(folder: string): Promise<string> {
  const copy = path.join(folder, "plugin")
  fs.cpSync(projectRoot, copy, {
    recursive: true,
    filter: (source) => {
      const name = path.relative(projectRoot, source)
      return name !== "node_modules" && !NOT_SOURCES.includes(name)
    },
  })
  const packages = path.join(projectRoot, "node_modules")
  fs.symlinkSync(packages, path.join(copy, "node_modules"), "dir")
  await runCommand("npm", ["pack", "--pack-destination", folder], {
    cwd: copy,
    env: terminalEnvironment({ MEDUSA_DISABLE_TELEMETRY: "true" }),
  })
  const tarball = fs.readdirSync(folder).find((name) => name.endsWith(".tgz"))
  return path.join(folder, `${tarball}`)
}

/** An empty store of somebody else's, with the plugin installed. */
export class Host {
  readonly folder: string
  private readonly env: NodeJS.ProcessEnv

  constructor(folder: string, databaseUrl: string) {
    this.folder = path.join(folder, "store")
    this.env = terminalEnvironment({
      DATABASE_URL: databaseUrl,
      JWT_SECRET: "install-jwt-secret-of-at-least-32-characters",
      COOKIE_SECRET: "install-cookie-secret-of-at-least-32-characters",
      AD_PLANNING_SECRET: "install-ad-planning-secret",
      MEDUSA_DISABLE_TELEMETRY: "true",
      LOG_LEVEL: "info",
    })
    fs.cpSync(path.join(__dirname, "host-app"), this.folder, {
      recursive: true,
    })
  }

  /**
   * Our versions of everything, by our lock file: the store is the same in a
   * year, and npm asks for nothing that it has in its cache.
   */
  async install(tarball: string): Promise<void> {
    const ours = readJson("package.json")
    const versions = { ...ours.dependencies, ...ours.devDependencies }
    const pick = (names: string[]) =>
      Object.fromEntries(names.map((name) => [name, versions[name]]))
    const manifest = {
      name: "somebodys-store",
      version: "1.0.0",
      private: true,
      dependencies: {
        ...pick(HOST_DEPENDENCIES),
        [PACKAGE]: `file:${path.relative(this.folder, tarball)}`,
      },
      devDependencies: pick(HOST_DEV_DEPENDENCIES),
    }
    const lock = readJson("package-lock.json")
    this.writeJson("package.json", manifest)
    this.writeJson("package-lock.json", {
      ...lock,
      name: manifest.name,
      packages: { ...lock.packages, "": manifest },
    })
    await runCommand(
      "npm",
      ["install", "--prefer-offline", "--no-audit", "--no-fund"],
      { cwd: this.folder, env: this.env }
    )
  }

  /** The files of the installed plugin. */
  installedFiles(): string[] {
    const root = path.join(this.folder, "node_modules", PACKAGE)
    return fs
      .readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(root, path.join(entry.parentPath, entry.name))
      )
      .filter((name) => !name.startsWith("node_modules"))
  }

  async medusa(...args: string[]): Promise<string> {
    return await this.run(args, this.env)
  }

  /** Builds the dashboard; returns its scripts as one text. */
  async buildDashboard(): Promise<string> {
    await this.run(["build"], { ...this.env, WITH_ADMIN: "true" })
    const assets = path.join(this.folder, ".medusa/server/public/admin/assets")
    return fs
      .readdirSync(assets)
      .filter((name) => name.endsWith(".js"))
      .map((name) => fs.readFileSync(path.join(assets, name), "utf8"))
      .join("\n")
  }

  private async run(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
    return await runCommand(process.execPath, [this.cli(), ...args], {
      cwd: this.folder,
      env,
    })
  }

  /** What a script of `src/scripts` wrote to the file it was given. */
  async exec<Result>(script: string): Promise<Result> {
    const file = path.join(this.folder, `${script}.json`)
    await this.medusa("exec", `./src/scripts/${script}.ts`, file)
    return JSON.parse(fs.readFileSync(file, "utf8"))
  }

  async start(): Promise<Server> {
    const port = await freePort()
    const logFile = path.join(this.folder, "server.log")
    const log = fs.openSync(logFile, "w")
    const guard = path.join(projectRoot, "scripts/lib/exit-with-parent.cjs")
    const child = spawn(
      process.execPath,
      // The guard ends the server when this process is killed.
      ["--require", guard, this.cli(), "start", "--port", port],
      {
        cwd: this.folder,
        env: this.env,
        stdio: ["ignore", log, log, "ipc"],
      }
    )
    fs.closeSync(log)
    const ended = new Promise<void>((resolve) => child.once("exit", resolve))
    const server = {
      url: `http://localhost:${port}`,
      log: () => fs.readFileSync(logFile, "utf8"),
      stop: async () => {
        child.kill("SIGTERM")
        await ended
      },
    }
    await until(
      "the store answers",
      async () => {
        if (child.exitCode !== null) {
          throw new Error(`the store ended at its boot\n${server.log()}`)
        }
        const isHealthy = await fetch(`${server.url}/health`).then(
          (response) => response.ok,
          () => false
        )
        return isHealthy || undefined
      },
      BOOT_TIMEOUT_MS
    )
    return server
  }

  private cli(): string {
    return path.join(this.folder, "node_modules/@medusajs/cli/cli.js")
  }

  private writeJson(name: string, content: object) {
    fs.writeFileSync(
      path.join(this.folder, name),
      `${JSON.stringify(content, null, 2)}\n`
    )
  }
}

export interface Server {
  url: string
  /** Everything it has printed so far. */
  log(): string
  stop(): Promise<void>
}

function readJson(name: string) {
  return JSON.parse(fs.readFileSync(path.join(projectRoot, name), "utf8"))
}
