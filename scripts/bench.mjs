import fs from "node:fs"
import os from "node:os"
import path from "node:path"

import { benchAttribution } from "./bench/attribution.mjs"
import { benchJourneys } from "./bench/journeys.mjs"
import { benchPixel } from "./bench/pixel.mjs"
import { stopChildren } from "./lib/children.mjs"
import { dataFolder, projectRoot } from "./lib/paths.mjs"
import { releasePostgres, startPostgres } from "./lib/postgres.mjs"
import { describeError, Problem } from "./lib/problem.mjs"

/** Each prints a table and returns what is kept of it. */
const BENCHES = {
  attribution: benchAttribution,
  journeys: benchJourneys,
  pixel: benchPixel,
}

const dataDir = path.join(dataFolder(), "bench-postgres")
const resultFolder = path.join(projectRoot, "bench/results")

/**
 * `npm run bench [name ...]`: measures, prints, and writes bench/results. All
 * figures that matter are ratios of things measured in turns in one run: those
 * of two machines can be compared, times cannot.
 */
async function main() {
  const asked = process.argv.slice(2)
  const names = asked.length > 0 ? asked : Object.keys(BENCHES)
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name))
  if (unknown) {
    throw new Problem(
      `There is no bench "${unknown}", only: ${Object.keys(BENCHES).join(", ")}`
    )
  }
  const connection = await startPostgres({ dataDir })
  for (const name of names) {
    const result = await BENCHES[name]({ connection })
    fs.mkdirSync(resultFolder, { recursive: true })
    const file = path.join(resultFolder, `${name}.json`)
    fs.writeFileSync(
      file,
      `${JSON.stringify({ ...environment(), ...result }, null, 2)}\n`
    )
    console.log(`\nWritten to ${path.relative(projectRoot, file)}`)
  }
}

function environment() {
  return {
    measured_on: new Date().toISOString().slice(0, 10),
    node: process.version,
    processors: os.cpus().length,
    load_before: Number(os.loadavg()[0].toFixed(1)),
  }
}

async function exit(code) {
  await stopChildren()
  await releasePostgres({ dataDir })
  process.exit(code)
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => exit(1))
}

main().then(
  () => exit(0),
  (error) => {
    console.error(describeError(error))
    return exit(1)
  }
)
