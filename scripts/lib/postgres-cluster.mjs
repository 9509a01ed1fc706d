import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

import { giveTo } from "./postgres-account.mjs"
import { Problem } from "./problem.mjs"
import { run } from "./processes.mjs"

export const SUPERUSER = "medusa"

// Kept with the data it opens, so that neither can be lost without the other.
const PASSWORD_FILE = "superuser-password"

/** Makes an empty cluster unless there is one, and checks the one there is. */
export async function ensureCluster(home, account) {
  if (!fs.existsSync(home.cluster)) {
    await createCluster(home, account)
  }
  checkCluster(home)
}

export function readPassword({ cluster, folder }) {
  try {
    return fs.readFileSync(path.join(cluster, PASSWORD_FILE), "utf8").trim()
  } catch (cause) {
    throw brokenData(folder, `its password cannot be read (${cause.code})`)
  }
}

export function brokenData(folder, reason) {
  return new Problem(
    `PostgreSQL's data in ${folder} cannot be used: ${reason}. ` +
      `Restore that folder, or delete it to begin with an empty database.`
  )
}

/**
 * Builds the cluster beside its place and renames it when it is whole: a run
 * that is killed half-way leaves nothing that looks like a database.
 */
async function createCluster(home, account) {
  const partial = path.join(home.folder, `cluster-${process.pid}`)
  const password = path.join(home.folder, `password-${process.pid}`)
  fs.rmSync(partial, { recursive: true, force: true })
  fs.writeFileSync(password, randomBytes(24).toString("hex"), { mode: 0o600 })
  giveTo(account, password)
  try {
    await initdb(home, account, { partial, password })
    fs.renameSync(password, path.join(partial, PASSWORD_FILE))
    adopt(partial, home.cluster)
  } finally {
    fs.rmSync(password, { force: true })
    fs.rmSync(partial, { recursive: true, force: true })
  }
}

async function initdb(home, account, { partial, password }) {
  const { code, output } = await run(
    path.join(home.binaries, "bin/initdb"),
    [
      `--pgdata=${partial}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${password}`,
      "--auth=scram-sha-256",
      "--locale=C.UTF-8",
      "--encoding=UTF8",
      "--no-sync",
    ],
    // The server's user may not be allowed to enter the project folder.
    { ...account, cwd: "/" }
  )
  if (code !== 0) {
    throw new Problem(
      `PostgreSQL could not create a database in ${home.folder}: ${lastLine(output)}.`
    )
  }
}

/** Another process may have finished the same work first: then theirs is kept. */
function adopt(partial, cluster) {
  try {
    fs.renameSync(partial, cluster)
  } catch (error) {
    if (!fs.existsSync(cluster)) {
      throw error
    }
  }
}

function checkCluster(home) {
  const { cluster, folder, version } = home
  readPassword(home)
  const major = readMajorVersion(cluster)
  if (major === undefined) {
    throw brokenData(folder, "its file PG_VERSION is missing")
  }
  const ours = version.split(".")[0]
  if (major !== ours) {
    throw brokenData(
      folder,
      `they were made by PostgreSQL ${major}, the packaged one is ${ours}`
    )
  }
}

function readMajorVersion(cluster) {
  try {
    return fs.readFileSync(path.join(cluster, "PG_VERSION"), "utf8").trim()
  } catch {
    return undefined
  }
}

const lastLine = (text) => text.trim().split("\n").at(-1).replace(/\.$/, "")
