import fs from "node:fs"

import { Problem } from "./problem.mjs"

/** Makes the folder for everything that is kept, and checks it is ours. */
export function makeDataFolder(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK)
  } catch (cause) {
    throw new Problem(
      `The data folder ${folder} cannot be used (${cause.code}): ` +
        `make it a folder you may write to, or choose another with AD_PLANNING_DATA_DIR.`,
      { cause }
    )
  }
}
