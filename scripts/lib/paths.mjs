import path from "node:path"
import { fileURLToPath } from "node:url"

export const projectRoot = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  "../.."
)

/** The Medusa command line, called as a file: an `npx` wrapper cannot be stopped. */
export const medusaCli = path.join(
  projectRoot,
  "node_modules/@medusajs/cli/cli.js"
)

/**
 * Everything these scripts keep between runs. `AD_PLANNING_DATA_DIR` moves it,
 * for a second demo beside the first or for tests.
 */
export function dataFolder(env = process.env) {
  return path.resolve(projectRoot, env.AD_PLANNING_DATA_DIR || ".data")
}
