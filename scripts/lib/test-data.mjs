import crypto from "node:crypto"
import fs from "node:fs"
import path from "node:path"

import { dataFolder } from "./paths.mjs"
import { releasePostgres } from "./postgres.mjs"

const SHARED_MEMORY = "/dev/shm"
// statfs(2) says so of a file system that lives in memory.
const TMPFS = 0x01021994
const ROOM_BYTES = 3 * 2 ** 30

/**
 * Where the PostgreSQL of the tests lives: in memory where Linux has the room.
 * Every test begins by copying a database of 1,500 files, which takes a second
 * on some file systems and a tenth of it in memory.
 */
export function testDataFolder() {
  const folder = path.join(dataFolder(), "test-postgres")
  const hash = crypto.createHash("sha256").update(folder).digest("hex")
  const inMemory = path.join(SHARED_MEMORY, `ad-planning-${hash.slice(0, 12)}`)
  return fs.existsSync(inMemory) || hasRoomInMemory() ? inMemory : folder
}

/** Returns the lease of `holder`; the last one's memory is given back. */
export async function releaseTestPostgres(holder = process.pid) {
  const dataDir = testDataFolder()
  const isStopped = await releasePostgres({ dataDir, holder })
  if (isStopped && dataDir.startsWith(SHARED_MEMORY)) {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  return isStopped
}

function hasRoomInMemory() {
  try {
    fs.accessSync(SHARED_MEMORY, fs.constants.R_OK | fs.constants.W_OK)
    const { type, bavail, bsize } = fs.statfsSync(SHARED_MEMORY)
    return type === TMPFS && bavail * bsize > ROOM_BYTES
  } catch {
    // No Linux, or none of ours to write to: the disk will do.
    return false
  }
}
