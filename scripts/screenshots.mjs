import fs from "node:fs"
import path from "node:path"
import { chromium } from "playwright-core"

import { projectRoot } from "./lib/paths.mjs"

// Makes the pictures of docs/images from a running `npm start` with the demo
// store: ADMIN_PASSWORD=... node scripts/screenshots.mjs

const origin = process.env.ORIGIN ?? "http://localhost:9000"
const email = process.env.ADMIN_EMAIL ?? "admin@example.com"
const password = process.env.ADMIN_PASSWORD ?? ""
const folder = path.join(projectRoot, "docs/images")

const CONVERSIONS = "/app/ad-planning/conversions?platform=meta"
const ATTRIBUTION = "/app/ad-planning/attribution"
const JOURNEYS = "/app/ad-planning/journeys?range=last_90_days"
const PICTURES = [
  { name: "overview", path: "/app/ad-planning", height: 1_480 },
  { name: "overview-dark", path: "/app/ad-planning", theme: "dark" },
  { name: "overview-narrow", path: "/app/ad-planning", width: 1_024 },
  { name: "conversions", path: CONVERSIONS },
  {
    name: "conversion-dark",
    path: CONVERSIONS,
    theme: "dark",
    click: "tbody button",
  },
  { name: "attribution", path: ATTRIBUTION, width: 1_600, height: 1_400 },
  {
    name: "unresolved-dark",
    path: `${ATTRIBUTION}?view=unresolved`,
    theme: "dark",
  },
  {
    name: "why",
    path: CONVERSIONS,
    height: 1_200,
    click: "button:has-text('Why?')",
  },
  {
    name: "journeys",
    path: `${JOURNEYS}&steps=page_view,purchase&breakdown=campaign`,
  },
  { name: "paths-dark", path: `${JOURNEYS}&view=paths`, theme: "dark" },
]

async function main() {
  fs.mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  })
  const context = await browser.newContext({ locale: "en-GB" })
  const page = await context.newPage()
  await logIn(page)
  for (const picture of PICTURES) {
    await take(page, picture)
  }
  await browser.close()
}

async function logIn(page) {
  await page.goto(`${origin}/app/login`)
  await page.fill('input[name="email"]', email)
  await page.fill('input[name="password"]', password)
  await page.click('button[type="submit"]')
  await page.waitForURL(/app\/(?!login)/)
}

async function take(page, picture) {
  const { name, theme = "light", width = 1_440, height = 900, click } = picture
  await page.setViewportSize({ width, height })
  await page.evaluate(
    (value) => localStorage.setItem("medusa_admin_theme", value),
    theme
  )
  await page.goto(`${origin}${picture.path}`)
  await page.locator("main tbody tr").first().waitFor()
  if (click) {
    await page.locator(click).first().click()
    await page.getByRole("dialog").waitFor()
  }
  await page.waitForLoadState("networkidle")
  // Fonts and the drawer's slide.
  await page.waitForTimeout(1_000)
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

await main()
