import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

import { Problem } from "./problem.mjs"

const NAMES = ["JWT_SECRET", "COOKIE_SECRET", "AD_PLANNING_SECRET"]

/**
 * The secrets to run with: those of the environment, and for the others random
 * ones, made once and kept in `secrets.json`. New ones at every start would end
 * all sessions and make what was encrypted unreadable.
 */
export function loadSecrets(dataDir, env) {
  const file = path.join(dataDir, "secrets.json")
  const kept = readKept(file)
  const missing = NAMES.filter((name) => !env[name] && !kept[name])
  if (missing.length > 0) {
    for (const name of missing) {
      kept[name] = randomBytes(32).toString("base64url")
    }
    write(file, kept)
  }
  return Object.fromEntries(
    NAMES.map((name) => [name, env[name] || kept[name]])
  )
}

function readKept(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"))
  } catch (cause) {
    if (cause.code === "ENOENT") {
      return {}
    }
    // A parser's own words may quote the file.
    throw new Problem(
      `The secrets in ${file} cannot be read (${cause.code ?? "not valid JSON"}): ` +
        `restore the file, or delete it to make new ones, which ends all sessions.`
    )
  }
}

/** Whole or not at all: a cut-off file would lose the secrets. */
function write(file, secrets) {
  const partial = `${file}.${process.pid}`
  const text = `${JSON.stringify(secrets, null, 2)}\n`
  fs.writeFileSync(partial, text, { mode: 0o600 })
  fs.renameSync(partial, file)
}
