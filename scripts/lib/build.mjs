import fs from "node:fs"
import path from "node:path"

import { runNode } from "./children.mjs"
import { medusaCli, projectRoot } from "./paths.mjs"
import { secondsSince } from "./report.mjs"

export const buildFolder = path.join(projectRoot, ".medusa/server")

// Inside the build, not beside it: every other build into this folder, also
// `medusa plugin:build`, removes it, and so does not pass for ours.
const marker = path.join(buildFolder, "built-from")

/**
 * Builds the application unless the last build was made from these sources.
 *
 * @param log - file for what a task prints; without it the terminal gets that
 * @returns what to say about it, undefined when there was nothing to do
 */
export async function ensureBuild({ sources, env, log }) {
  if (readMarker() === sources) {
    return undefined
  }
  const started = Date.now()
  console.log("Building the application ...")
  await runNode("The build", [medusaCli, "build"], { env, log: log?.("build") })
  fs.writeFileSync(marker, sources)
  return `The application is built (${secondsSince(started)}).`
}

function readMarker() {
  try {
    return fs.readFileSync(marker, "utf8")
  } catch {
    return undefined
  }
}
