import { runNode } from "./children.mjs"
import { addNotes, inspectDatabase, readNotes } from "./database-state.mjs"
import { medusaCli } from "./paths.mjs"
import { recreateDatabase } from "./databases.mjs"
import { report } from "./report.mjs"

const SCRIPT = "./src/scripts/seed-demo.ts"
const NEWEST_MONTHS = "newest"

/**
 * A start that was stopped while the demo was loading leaves half of it behind.
 * In our own PostgreSQL the database begins anew, before it is migrated; the
 * seed itself refuses to go on in one that is somebody else's.
 */
export async function discardHalfDemo({ database, settings }) {
  const { id, born } = await inspectDatabase(database.url)
  const { demoBegun } = readNotes(settings.dataDir, id)
  if (!database.isBuiltIn || !born || demoBegun !== born) {
    return
  }
  if (await recreateDatabase(database.url)) {
    console.log("The demo store was only partly loaded: it begins anew.")
  }
}

/**
 * Fills the store once per database, as DEMO says: with orders, or with none
 * but what a shop needs to take them. A database that held a store before we
 * saw it gets nothing unless DEMO asks for orders: made-up ones among real ones
 * could not be taken out again.
 */
export async function loadDemo({ database, settings, env }) {
  const wanted = settings.demo ?? NEWEST_MONTHS
  const { id, born } = await inspectDatabase(database.url)
  const { demo, wasEmpty } = readNotes(settings.dataDir, id)
  // An emptied and newly migrated schema has lost its demo.
  const loaded = demo?.born === born ? demo?.size : undefined
  if (loaded === wanted || loaded === "full") {
    return
  }
  if (!database.isBuiltIn && !wasEmpty && asksForNoOrders(settings)) {
    console.log(
      "This database held a store before: no demo data are added (DEMO=full adds them)."
    )
    return
  }
  const done = report(`Filling the demo store (DEMO=${wanted})`)
  addNotes(settings.dataDir, id, { demoBegun: born })
  await runNode("Filling the demo store", [medusaCli, "exec", SCRIPT], {
    env: { ...env, LOG_LEVEL: env.LOG_LEVEL || "warn" },
  })
  addNotes(settings.dataDir, id, {
    demo: { born, size: wanted },
    demoBegun: undefined,
  })
  done("The demo store is ready")
}

const asksForNoOrders = ({ demo }) => demo === undefined || demo === "0"
