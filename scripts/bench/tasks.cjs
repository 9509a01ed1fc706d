/**
 * Loads the built application as `medusa exec` does, without its routes, and does
 * the tasks that the parent process asks for, in the heap that the process was
 * given. Run in the build's folder.
 */
const path = require("node:path")
const express = require("express")
const pg = require("pg")
const { answer } = require("./answer.cjs")

/** @param tasksOf - the tasks by their name, of a container and a client of the same database */
async function runTasks(tasksOf) {
  const { default: load } = require("@medusajs/medusa/loaders/index")
  const { container } = await load({
    directory: process.cwd(),
    expressApp: express(),
    skipLoadingEntryPoints: true,
  })
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  answer({
    ...tasksOf(container, client),
    async heap() {
      return Math.round(process.memoryUsage().heapUsed / 2 ** 20)
    },
  })
  process.on("disconnect", () => process.exit(0))
  process.send({ isReady: true })
}

/** Milliseconds that the work takes. */
async function timed(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** A workflow of the build, by its file. */
function workflowOf(container, name) {
  const file = path.join(process.cwd(), `src/workflows/ad-planning/${name}.js`)
  const [create] = Object.values(require(file)).filter(
    (value) => typeof value === "function"
  )
  return create(container)
}

module.exports = { runTasks, timed, workflowOf }
