import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

import { projectRoot } from "./paths.mjs"

const SOURCES = [
  "src",
  "medusa-config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
]

// Variables that change what is built or which migrations there are.
const VARIABLES = /^(DISABLE_MEDUSA_ADMIN|MEDUSA_BACKEND_URL|MEDUSA_FF_.*)$/

/** One value for all that a build and the migrations are made from. */
export function hashSources(env) {
  const hash = createHash("sha256")
  for (const file of SOURCES.flatMap(listFiles)) {
    hash.update(`${file}\0`)
    hash.update(fs.readFileSync(path.join(projectRoot, file)))
  }
  for (const name of Object.keys(env).toSorted()) {
    if (VARIABLES.test(name)) {
      hash.update(`${name}=${env[name]}\0`)
    }
  }
  return hash.digest("hex")
}

/** The files of a path of the project, in an order that does not vary. */
function listFiles(relative) {
  const file = path.join(projectRoot, relative)
  if (!fs.existsSync(file)) {
    return []
  }
  if (!fs.statSync(file).isDirectory()) {
    return [relative]
  }
  return fs
    .readdirSync(file)
    .toSorted()
    .flatMap((name) => listFiles(path.join(relative, name)))
}
