import { spawn, spawnSync } from "node:child_process"
import fs from "node:fs"

/** Whether a process with this id exists, ours or someone else's. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

/**
 * Name and state of a process, to tell a server from another process that was
 * given its id later, and from a dead one nobody has collected yet.
 *
 * @returns undefined when there is no such process or the system does not say
 */
export function inspectProcess(pid) {
  return process.platform === "linux" ? readProc(pid) : askPs(pid)
}

function readProc(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8")
    const end = stat.lastIndexOf(")")
    return {
      command: stat.slice(stat.indexOf("(") + 1, end),
      isZombie: stat[end + 2] === "Z",
    }
  } catch {
    return undefined
  }
}

function askPs(pid) {
  const { stdout } = spawnSync("ps", ["-o", "state=,comm=", "-p", `${pid}`], {
    encoding: "utf8",
  })
  const [, state, command] = /^(\S+)\s+(.+)$/m.exec(stdout ?? "") ?? []
  return command && { command, isZombie: state.startsWith("Z") }
}

/**
 * Runs a program to its end and collects what it printed. Never rejects.
 *
 * `stdio: "ignore"` is for programs that leave a server behind: it would keep
 * our pipe open.
 */
export function run(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ["ignore", "pipe", "pipe"],
      ...options,
    })
    let output = ""
    child.stdout?.on("data", (chunk) => (output += chunk))
    child.stderr?.on("data", (chunk) => (output += chunk))
    child.once("error", (error) =>
      resolve({ code: null, output: error.message })
    )
    child.once("close", (code) => resolve({ code, output }))
  })
}

export const delay = (milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
