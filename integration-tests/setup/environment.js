// The settings every database suite runs with, whatever the shell or a `.env`
// says. A variable has to be set, not removed: Medusa reads `.env` later, for
// those that are missing.

// Pages of the shop in the browser tests (helpers/shop-browser.ts).
const BROWSER_ORIGINS = "/^http:\\/\\/(127\\.0\\.0\\.1|shop\\.test):\\d+$/"

Object.assign(process.env, {
  MEDUSA_DISABLE_TELEMETRY: "true",
  LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  JWT_SECRET: "test-jwt-secret-of-at-least-32-characters",
  COOKIE_SECRET: "test-cookie-secret-of-at-least-32-characters",
  AD_PLANNING_SECRET: "test-ad-planning-secret-of-at-least-32-characters",
  // The defaults of medusa-config.ts.
  AD_PLANNING_TIMEZONE: "Europe/London",
  AD_PLANNING_CURRENCY: "gbp",
  // Scheduled jobs run when a test says so; rates that case 6 needs.
  AD_PLANNING_OPTIONS: JSON.stringify({
    jobs: false,
    fx: [
      { from: "eur", to: "gbp", rate: 0.86 },
      { from: "eur", to: "usd", rate: 1.1, valid_from: "2026-01-01" },
      { from: "eur", to: "usd", rate: 1.08, valid_from: "2026-08-10" },
    ],
    exclude: { emails: ["*@staff.example.com"] },
    attribution: { own_domains: ["shop.example.com"] },
  }),
  STORE_CORS: `https://shop.example,${BROWSER_ORIGINS}`,
  WEB_CORS: `https://shop.example,/\\.shop\\.example$/,${BROWSER_ORIGINS}`,
  REDIS_URL: "",
  MEDUSA_WORKER_MODE: "shared",
})
