import { randomBytes } from "node:crypto"

import { runNode } from "./children.mjs"
import { withClient } from "./databases.mjs"
import { medusaCli } from "./paths.mjs"

/**
 * Creates the user to log in with, unless there is one of that address.
 *
 * @returns `email`; `generatedPassword` when one was made up now: it is shown
 * once and kept nowhere
 */
export async function ensureAdminUser({ settings, database, env, log }) {
  const { adminEmail: email, adminPassword } = settings
  if (await exists(database.url, email)) {
    return { email }
  }
  const password = adminPassword ?? randomBytes(12).toString("base64url")
  await runNode(
    "Creating the admin user",
    [medusaCli, "user", `--email=${email}`, `--password=${password}`],
    { env, log: log("admin-user") }
  )
  return { email, generatedPassword: adminPassword ? undefined : password }
}

function exists(url, email) {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query(
      'SELECT 1 FROM "user" WHERE email = $1 AND deleted_at IS NULL',
      [email]
    )
    return rowCount > 0
  })
}
