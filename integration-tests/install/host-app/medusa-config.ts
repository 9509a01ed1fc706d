import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

// A store of its own, with persons but without forms, socials, feedback and
// analytics. It installs the plugin as docs/install.md says.
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  // Built by one test; nothing else needs it.
  admin: { disable: process.env.WITH_ADMIN !== "true" },
  modules: [{ resolve: "./src/modules/person" }],
  plugins: [
    {
      resolve: "medusa-plugin-ad-planning",
      options: {
        secret: process.env.AD_PLANNING_SECRET,
        timezone: "Europe/Berlin",
        reporting_currency: "eur",
      },
    },
  ],
})
