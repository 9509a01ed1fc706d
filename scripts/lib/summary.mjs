import fs from "node:fs"
import path from "node:path"

/** Where everything is and how to get in, once the server answers. */
export function printSummary({ settings, env, log }, admin) {
  const { origin, adminIsDisabled } = settings
  const key = readPublishableKey(settings.dataDir)
  const lines = [
    "",
    !adminIsDisabled && `  Dashboard  ${origin}/app`,
    `  Admin API  ${origin}/admin/ad-planning`,
    `  Store API  ${origin}/store`,
    key && `             x-publishable-api-key: ${key}`,
    `  Log in as  ${admin.email}`,
    `  Password   ${describePassword(settings, admin)}`,
    `  Log        ${log("server")}`,
    "",
    env.INSECURE_COOKIES !== "true" &&
      "The dashboard's login needs https in front (or INSECURE_COOKIES=true, on a network you trust).\n",
    "What the advertising earned, from the API:",
    "",
    curlCommand(origin, admin),
    "",
    "Ctrl-C stops it.",
  ]
  console.log(lines.filter((line) => typeof line === "string").join("\n"))
}

function describePassword({ adminPassword }, { generatedPassword }) {
  if (generatedPassword) {
    return `${generatedPassword}  (shown only this once)`
  }
  return adminPassword
    ? "the value of ADMIN_PASSWORD, unless the user existed before"
    : "the one shown when the user was made (new user: ADMIN_EMAIL=me@example.com npm start)"
}

function curlCommand(origin, { email, generatedPassword }) {
  const password = generatedPassword ?? "$ADMIN_PASSWORD"
  // Double quotes, for the shell to put in the variable.
  const login = JSON.stringify({ email, password }).replace(/["\\]/g, "\\$&")
  return [
    `curl -s ${origin}/admin/ad-planning/dashboard/roi \\`,
    `  -H "Authorization: Bearer $(curl -s ${origin}/auth/user/emailpass \\`,
    `    -H 'Content-Type: application/json' -d "${login}" |`,
    `    sed 's/.*"token":"\\([^"]*\\)".*/\\1/')"`,
  ].join("\n")
}

/** The seed script notes the key of the store it made. */
function readPublishableKey(dataDir) {
  try {
    const text = fs.readFileSync(path.join(dataDir, "demo.json"), "utf8")
    return JSON.parse(text).publishable_key
  } catch {
    return undefined
  }
}
