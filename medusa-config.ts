import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

// This file runs the plugin alone, as a Medusa application. A store that
// installs the plugin lists it under `plugins` instead (docs/install.md).
const redisUrl = process.env.REDIS_URL

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    redisUrl,
    workerMode: workerMode(process.env.MEDUSA_WORKER_MODE),
    // `medusa start` marks its session cookie Secure, with which a login over
    // plain http://localhost silently fails.
    ...(process.env.INSECURE_COOKIES === "true"
      ? { cookieOptions: { secure: false } }
      : {}),
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: process.env.DISABLE_MEDUSA_ADMIN === "true" },
  modules: [
    {
      resolve: "./src/modules/ad-planning",
      options: {
        secret: process.env.AD_PLANNING_SECRET,
        timezone: process.env.AD_PLANNING_TIMEZONE ?? "Europe/London",
        reporting_currency: process.env.AD_PLANNING_CURRENCY ?? "gbp",
        // Any other option, as JSON.
        ...JSON.parse(process.env.AD_PLANNING_OPTIONS || "{}"),
      },
    },
    { resolve: "./src/host-modules/custom-analytics" },
    { resolve: "./src/host-modules/socials" },
    { resolve: "./src/host-modules/person" },
    { resolve: "./src/host-modules/feedback" },
    { resolve: "./src/host-modules/forms" },
    ...(redisUrl ? redisModules(redisUrl) : []),
  ],
})

function workerMode(mode: string | undefined) {
  return mode === "server" || mode === "worker" ? mode : "shared"
}

/** Medusa's own distributed parts: several processes may then share the work. */
function redisModules(url: string) {
  return [
    {
      resolve: "@medusajs/medusa/event-bus-redis",
      options: { redisUrl: url },
    },
    {
      resolve: "@medusajs/medusa/workflow-engine-redis",
      options: { redis: { redisUrl: url } },
    },
    {
      resolve: "@medusajs/medusa/caching",
      options: {
        providers: [
          {
            resolve: "@medusajs/caching-redis",
            id: "caching-redis",
            is_default: true,
            options: { redisUrl: url },
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/locking-redis",
            id: "locking-redis",
            is_default: true,
            options: { redisUrl: url },
          },
        ],
      },
    },
  ]
}
