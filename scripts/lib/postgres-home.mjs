import fs from "node:fs"
import os from "node:os"
import path from "node:path"

import { canRun, canUse, giveTo } from "./postgres-account.mjs"
import {
  copyBinaries,
  packagedPostgres,
  restoreSymlinks,
} from "./postgres-binaries.mjs"
import { Problem } from "./problem.mjs"

// Survives a restart of the machine, unlike the system's folder for temporary
// files, which is for systems where root may not write here.
const OUTSIDE_PARENTS = ["/var/lib", os.tmpdir()]

/**
 * Where a server's files are. Normally below `dataDir`. A server that root
 * hands to another user cannot enter a project folder that only root may
 * enter; then data and a copy of the binaries live in a folder outside, and
 * the file `elsewhere` in `dataDir` says which.
 *
 * @returns `folder` (the server's own), `cluster` (PostgreSQL's data), `log`
 */
export function locateHome(dataDir) {
  const outside = readPointer(dataDir)
  const folder = path.join(outside ?? dataDir, "server")
  return {
    outside,
    folder,
    cluster: path.join(folder, "cluster"),
    log: path.join(folder, "server.log"),
  }
}

/**
 * Makes the folder the account will use, and finds binaries it can run.
 *
 * @returns the home, and `binaries`: the folder with bin, lib and share
 */
export function prepareHome(dataDir, account) {
  const packaged = packagedPostgres()
  restoreSymlinks(packaged.folder)
  if (!readPointer(dataDir)) {
    makeServerFolder(dataDir, account)
  }
  if (!isUsable(dataDir, account, packaged)) {
    if (account.uid === undefined) {
      throw new Problem(
        `PostgreSQL cannot be run, or ${dataDir} not be written to, by this user: ` +
          `check who owns the project folder, or choose another with AD_PLANNING_DATA_DIR.`
      )
    }
    moveOutside(dataDir, account)
  }
  const home = locateHome(dataDir)
  const binaries = home.outside
    ? copyBinaries(packaged, home.outside)
    : packaged.folder
  return { ...home, binaries, version: packaged.version }
}

function isUsable(dataDir, account, packaged) {
  const { outside, folder } = locateHome(dataDir)
  const postgres = path.join(packaged.folder, "bin/postgres")
  return canUse(account, folder) && (outside || canRun(account, postgres))
}

function makeServerFolder(parent, account) {
  const folder = path.join(parent, "server")
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(account, folder)
}

function moveOutside(dataDir, account) {
  const inside = path.join(dataDir, "server")
  const outside = makeOutsideFolder()
  if (fs.existsSync(path.join(inside, "cluster"))) {
    moveFolder(inside, path.join(outside, "server"))
  } else {
    fs.rmSync(inside, { recursive: true, force: true })
    makeServerFolder(outside, account)
  }
  fs.writeFileSync(pointerFile(dataDir), `${outside}\n`)
  fs.writeFileSync(path.join(outside, "belongs-to"), `${dataDir}\n`)
}

function makeOutsideFolder() {
  let failure
  for (const parent of OUTSIDE_PARENTS) {
    try {
      const folder = fs.mkdtempSync(path.join(parent, "ad-planning-"))
      fs.chmodSync(folder, 0o755)
      return folder
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/** A rename, or a copy when the target is on another file system. */
function moveFolder(from, to) {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (error.code !== "EXDEV") {
      throw error
    }
    copyKeepingOwners(from, to)
    fs.rmSync(from, { recursive: true })
  }
}

function copyKeepingOwners(from, to) {
  fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  const { uid, gid } = fs.statSync(from)
  for (const file of [".", ...fs.readdirSync(to, { recursive: true })]) {
    fs.lchownSync(path.join(to, file), uid, gid)
  }
}

const pointerFile = (dataDir) => path.join(dataDir, "elsewhere")

/**
 * The folder outside, unless it is gone or belongs to a project this one is a
 * copy of: two projects must not share one database.
 */
function readPointer(dataDir) {
  const outside = readLine(pointerFile(dataDir))
  if (!outside || !fs.existsSync(outside)) {
    return undefined
  }
  const owner = readLine(path.join(outside, "belongs-to"))
  const isCopied = owner !== dataDir && readLine(pointerFile(owner)) === outside
  return isCopied ? undefined : outside
}

function readLine(file) {
  try {
    return fs.readFileSync(file, "utf8").trim()
  } catch {
    return undefined
  }
}
