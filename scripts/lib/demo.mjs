import { runNode } from "./children.mjs"
import { addNotes, inspectDatabase, readNotes } from "./database-state.mjs"
import { medusaCli } from "./paths.mjs"
import { report } from "./report.mjs"

const SCRIPT = "./src/scripts/seed-demo.ts"
const NEWEST_MONTHS = "newest"

/**
 * Loads the demo store once per database, unless DEMO=0. A database that held
 * a store before we saw it gets none unless DEMO asks for it: made-up orders
 * among real ones could not be taken out again.
 */
export async function loadDemo({ database, settings, env }) {
  const wanted = settings.demo ?? NEWEST_MONTHS
  if (wanted === "0") {
    return
  }
  const { id, born } = await inspectDatabase(database.url)
  const { demo, wasEmpty } = readNotes(settings.dataDir, id)
  // An emptied and newly migrated schema has lost its demo.
  const loaded = demo?.born === born ? demo?.size : undefined
  if (loaded === wanted || loaded === "full") {
    return
  }
  if (!settings.demo && !database.isBuiltIn && !wasEmpty) {
    console.log(
      "This database held a store before: no demo data are added (DEMO=full adds them)."
    )
    return
  }
  const done = report("Loading the demo store (DEMO=0 starts without it)")
  await runNode("Loading the demo store", [medusaCli, "exec", SCRIPT], {
    env: { ...env, LOG_LEVEL: env.LOG_LEVEL || "warn" },
  })
  addNotes(settings.dataDir, id, { demo: { born, size: wanted } })
  done("The demo store is loaded")
}
