import fs from "node:fs"
import path from "node:path"

import { isAlive } from "./processes.mjs"

/** The holder that a person names by starting the server by hand. */
export const MANUAL = "manual"

const leaseFolder = (dataDir) => path.join(dataDir, "leases")

/**
 * Says that a process needs the server. Several may: two test runs, a start and
 * a script. The last one to leave stops it, and one that was killed counts as
 * gone.
 *
 * @param holder - a process id, or `MANUAL` for "until it is stopped by hand"
 */
export function takeLease(dataDir, holder) {
  fs.mkdirSync(leaseFolder(dataDir), { recursive: true })
  fs.writeFileSync(path.join(leaseFolder(dataDir), `${holder}`), "")
}

export function returnLease(dataDir, holder) {
  fs.rmSync(path.join(leaseFolder(dataDir), `${holder}`), { force: true })
}

export function returnAllLeases(dataDir) {
  fs.rmSync(leaseFolder(dataDir), { recursive: true, force: true })
}

/** Whether anyone else still needs the server. */
export function hasOtherHolders(dataDir, holder) {
  return listHolders(dataDir).some(
    (other) =>
      other !== `${holder}` && (other === MANUAL || isAlive(Number(other)))
  )
}

function listHolders(dataDir) {
  try {
    return fs.readdirSync(leaseFolder(dataDir))
  } catch {
    return []
  }
}
