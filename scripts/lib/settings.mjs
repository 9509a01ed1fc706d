import fs from "node:fs"
import path from "node:path"

import { dataFolder, projectRoot } from "./paths.mjs"
import { Problem } from "./problem.mjs"

const DEFAULT_PORT = 9000
const DEMO_SIZES = ["newest", "full", "0"]
const LOOPBACK = ["localhost", "127.0.0.1", "::1"]
export const EVERY_ADDRESS = ["0.0.0.0", "::"]

/** Adds the project's `.env` to the environment; what is set already wins. */
export function loadDotEnv() {
  const file = path.join(projectRoot, ".env")
  if (fs.existsSync(file)) {
    process.loadEnvFile(file)
  }
}

/**
 * What the person may choose; `.env.template` explains each. A variable that is
 * set to nothing counts as not set.
 */
export function readSettings(env) {
  const host = env.HOST || "127.0.0.1"
  const port = readPort(env.PORT)
  const isLocal = LOOPBACK.includes(host)
  return {
    dataDir: dataFolder(env),
    host,
    port,
    isLocal,
    origin: `http://${nameFor(host)}:${port}`,
    databaseUrl: env.DATABASE_URL || undefined,
    demo: readDemo(env.DEMO),
    adminEmail: env.ADMIN_EMAIL || "admin@example.com",
    adminPassword: env.ADMIN_PASSWORD || undefined,
    adminIsDisabled: env.DISABLE_MEDUSA_ADMIN === "true",
  }
}

/** What every Medusa process of this start runs with. */
export function medusaEnvironment(settings, { databaseUrl, secrets }, env) {
  return {
    ...env,
    ...secrets,
    DATABASE_URL: databaseUrl,
    AD_PLANNING_DATA_DIR: settings.dataDir,
    ADMIN_CORS: env.ADMIN_CORS || settings.origin,
    AUTH_CORS: env.AUTH_CORS || settings.origin,
    // Browsers keep `Secure` cookies from a plain-http server; this one is
    // reached without TLS only when it listens to this machine alone.
    INSECURE_COOKIES: env.INSECURE_COOKIES || `${settings.isLocal}`,
    MEDUSA_DISABLE_TELEMETRY: "true",
    // Scheduled jobs run by the process's clock.
    TZ: "UTC",
  }
}

/** What to write into an address on this machine for a host to listen on. */
function nameFor(host) {
  return [...LOOPBACK, ...EVERY_ADDRESS].includes(host) ? "localhost" : host
}

/** Checked here because the script that reads it comes minutes later. */
function readDemo(text) {
  if (text && !DEMO_SIZES.includes(text)) {
    throw new Problem(
      `DEMO is "${text}", expected one of: ${DEMO_SIZES.join(", ")}`
    )
  }
  return text || undefined
}

function readPort(text) {
  const port = Number(text || DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(
      `PORT is "${text}", expected a number from 1 to 65535: PORT=9001 npm start`
    )
  }
  return port
}
