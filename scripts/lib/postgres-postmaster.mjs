import fs from "node:fs"
import path from "node:path"

import { inspectProcess, isAlive } from "./processes.mjs"

const pidFile = (cluster) => path.join(cluster, "postmaster.pid")

/**
 * The server that runs on this cluster, by the file it leaves there.
 *
 * @returns `{ pid, port }`, or undefined when none does
 */
export function runningPostmaster(cluster) {
  const entry = readPidFile(cluster)
  return entry && isOurs(entry, cluster) && !isZombie(entry.pid)
    ? { pid: entry.pid, port: entry.port }
    : undefined
}

/**
 * Removes a left-over `postmaster.pid` that PostgreSQL itself would take for a
 * running server: its id now belongs to another program (usual after a
 * container restarts), or the data are a copy of a folder whose server runs.
 * All other left-overs PostgreSQL recognises and cleans up.
 */
export function removeForeignPidFile(cluster) {
  const entry = readPidFile(cluster)
  if (entry && isAlive(entry.pid) && !isOurs(entry, cluster)) {
    fs.rmSync(pidFile(cluster), { force: true })
  }
}

/**
 * Removes the file of a killed server that nobody collects, as in containers
 * whose first process does not. Only after a while: the server's own children
 * need a moment to notice and to end.
 */
export function removeZombiePidFile(cluster) {
  const entry = readPidFile(cluster)
  if (entry && isZombie(entry.pid)) {
    fs.rmSync(pidFile(cluster), { force: true })
  }
}

/** The file's lines: process id, data folder, start time, port, ... */
function readPidFile(cluster) {
  try {
    const lines = fs.readFileSync(pidFile(cluster), "utf8").split("\n")
    const [pid, folder, , port] = lines
    return { pid: Number(pid), folder, port: Number(port) }
  } catch {
    return undefined
  }
}

function isOurs({ pid, folder }, cluster) {
  return (
    isAlive(pid) &&
    (inspectProcess(pid)?.command ?? "postgres").includes("postgres") &&
    path.resolve(folder ?? "") === path.resolve(cluster)
  )
}

const isZombie = (pid) => inspectProcess(pid)?.isZombie === true
