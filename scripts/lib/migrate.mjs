import { runNode } from "./children.mjs"
import { addNotes, inspectDatabase, readNotes } from "./database-state.mjs"
import { medusaCli } from "./paths.mjs"
import { report } from "./report.mjs"

// Without these Medusa asks at the terminal, and waits for ever without one.
const ANSWERS = ["--execute-safe-links", "--execute-safe-search"]

/**
 * Migrates the database, which takes Medusa some eight seconds also when there
 * is nothing to do. So it is left out when the last migration of this database
 * was made from the same sources and the database's own list of migrations is
 * still the one it left: any edit, update, restored dump or emptied schema
 * makes it run again.
 */
export async function migrate(context) {
  const { database, settings, sources, env, log } = context
  const before = await inspectDatabase(database.url)
  const notes = readNotes(settings.dataDir, before.id)
  if (notes.sources === sources && notes.fingerprint === before.fingerprint) {
    return
  }
  if (!before.born) {
    addNotes(settings.dataDir, before.id, { wasEmpty: true })
  }
  const done = report("Migrating the database")
  await runNode("The migration", [medusaCli, "db:migrate", ...ANSWERS], {
    env,
    log: log("migrate"),
  })
  const { id, fingerprint } = await inspectDatabase(database.url)
  addNotes(settings.dataDir, id, { sources, fingerprint })
  done("The database is migrated")
}
