import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"

import { projectRoot } from "./paths.mjs"
import { secondsSince } from "./report.mjs"

const jest = path.join(projectRoot, "node_modules/jest/bin/jest.js")
const IN_BAND = ["--runInBand", "--forceExit"]
// Each worker has a database of its own.
const TWO_WORKERS = ["--maxWorkers=2", "--forceExit"]

const SUITES = {
  unit: { testType: "unit", args: ["--forceExit"] },
  modules: { testType: "integration:modules", args: IN_BAND },
  http: { testType: "integration:http", args: TWO_WORKERS },
  start: { testType: "start", args: IN_BAND },
  install: { testType: "install", args: IN_BAND },
}

/**
 * The suites' names, stage after stage. A stage's lanes run at the same time, the
 * suites of one lane in their order: `start` waits for programs it has started, and
 * takes as long as the other three.
 */
export const STAGES = [[["http"]], [["start"], ["install", "unit", "modules"]]]

/**
 * Runs one suite in a jest of its own, its report going to the terminal.
 *
 * @param name - of SUITES
 * @param onChild - is given the process, to stop it
 * @returns counts of tests; a spec file that cannot even load, and a jest that
 * ends badly without a failed test, count as one failure
 */
export async function runSuite(name, { resultFolder, env, onChild }) {
  const { testType, args } = SUITES[name]
  const started = Date.now()
  const resultFile = path.join(resultFolder, `${name}.json`)
  fs.rmSync(resultFile, { force: true })
  const child = spawn(
    process.execPath,
    [
      "--experimental-vm-modules",
      jest,
      ...args,
      "--json",
      `--outputFile=${resultFile}`,
    ],
    {
      cwd: projectRoot,
      env: { ...env, TEST_TYPE: testType },
      // jest's report goes to stderr, stdout only names the result file.
      stdio: ["ignore", "ignore", "inherit"],
    }
  )
  onChild(child)
  const code = await new Promise((resolve) => child.once("close", resolve))
  const counts = readCounts(resultFile)
  if (code !== 0 && counts.failed === 0) {
    counts.failed = 1
  }
  return { name, ...counts, duration: secondsSince(started) }
}

function readCounts(resultFile) {
  try {
    const result = JSON.parse(fs.readFileSync(resultFile, "utf8"))
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
