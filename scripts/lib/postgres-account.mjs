import { spawnSync } from "node:child_process"
import fs from "node:fs"

import { Problem } from "./problem.mjs"

const SYSTEM_USER = "postgres"

const isRoot = () => process.getuid?.() === 0

/**
 * Who runs the server. PostgreSQL refuses to run as root, so root hands over to
 * the owner of the existing data or else to the system user `postgres`.
 *
 * @returns `{ uid, gid }` to start its programs with, or `{}` for ourselves
 */
export function serverAccount(serverFolder) {
  const owner = ownerOf(serverFolder)
  if (!isRoot()) {
    rejectForeignData(serverFolder, owner)
    return {}
  }
  return owner && owner.uid !== 0 ? owner : systemAccount()
}

/** Whether the account can enter and write to the folder, all parents included. */
export function canUse(account, folder) {
  return succeeds(account, "/bin/sh", ["-c", 'cd "$0" && test -w .', folder])
}

/** Whether the account can run the program, its libraries included. */
export function canRun(account, program) {
  return succeeds(account, program, ["--version"])
}

/** Gives a path to the account; nothing to do when that is ourselves. */
export function giveTo({ uid, gid }, file) {
  if (uid !== undefined) {
    fs.chownSync(file, uid, gid)
  }
}

function succeeds(account, program, args) {
  const options = { ...account, cwd: "/", stdio: "ignore" }
  return spawnSync(program, args, options).status === 0
}

function ownerOf(folder) {
  try {
    const { uid, gid } = fs.statSync(folder)
    return { uid, gid }
  } catch {
    return undefined
  }
}

function rejectForeignData(folder, owner) {
  if (owner && owner.uid !== process.getuid?.()) {
    throw new Problem(
      `PostgreSQL's data in ${folder} belong to another user (id ${owner.uid}): ` +
        `start as that user or as root, or choose another folder with AD_PLANNING_DATA_DIR.`
    )
  }
}

function systemAccount() {
  const account = lookUp(SYSTEM_USER) ?? createSystemUser()
  if (!account) {
    throw new Problem(
      `PostgreSQL cannot run as root and the user "${SYSTEM_USER}" could not be created: ` +
        `run as another user, or set DATABASE_URL to a PostgreSQL of your own.`
    )
  }
  return account
}

function lookUp(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name])
    return status === 0 ? Number(stdout) : undefined
  })
  return uid === undefined ? undefined : { uid, gid }
}

function createSystemUser() {
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell=/usr/sbin/nologin",
    SYSTEM_USER,
  ])
  return lookUp(SYSTEM_USER)
}
