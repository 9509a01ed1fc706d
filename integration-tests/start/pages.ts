import fs from "node:fs"
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
} from "playwright-core"
import {
  formatCount,
  formatMoney,
  formatRatio,
  formatShare,
} from "../../src/admin/lib/format"
import { dayIn, rangeOf } from "../../src/admin/lib/date-range"
import type {
  AliasesAnswer,
  BackfillsAnswer,
  CompareAnswer,
  ExplanationAnswer,
  HealthAnswer,
  PixelAnswer,
  RoiAnswer,
  UnresolvedAnswer,
} from "../../src/admin/lib/api-types"
import { splitRemainder } from "../../src/admin/lib/buckets"
import { figureOf, writeFigure } from "../../src/admin/lib/attribution-figures"
import { findChromium } from "../helpers/chromium"
import { ATTRIBUTION_MODELS } from "../../src/modules/ad-planning/types/enums"

interface Server {
  origin: string
  admin: { email: string; password: string }
  get: <Answer>(path: string) => Promise<Answer>
}

const LOCALE = "en-GB"
const OVERVIEW = "/app/ad-planning"
const ATTRIBUTION = "/app/ad-planning/attribution"
const UNRESOLVED = `${ATTRIBUTION}?view=unresolved`
const CONVERSIONS = "/app/ad-planning/conversions"
const GOALS = "/app/ad-planning/goals"
const PIXEL = "/app/ad-planning/pixel"
const SETTINGS = "/app/settings/ad-planning"
const ROI = "/admin/ad-planning/dashboard/roi"
const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")

// Medusa's dashboard says this of itself on every page.
const OF_THE_DASHBOARD = /HydrateFallback|validateDOMNesting/

/** The pages in a browser, against a server with the demo store. */
export function describePages(server: () => Server): void {
  const executablePath = findChromium()
  const describeOrSkip = executablePath ? describe : describe.skip
  describeOrSkip(
    executablePath ? "the pages" : "the pages (left out: no Chromium)",
    () => {
      let browser: Browser
      let context: BrowserContext
      let page: Page
      let complaints: string[]

      beforeAll(async () => {
        browser = await chromium.launch({
          executablePath: executablePath!,
          args: ["--no-sandbox", "--disable-gpu"],
        })
        context = await browser.newContext({
          locale: LOCALE,
          viewport: { width: 1440, height: 1000 },
        })
        await logIn(await context.newPage(), server())
      }, 120_000)

      afterAll(async () => {
        await browser?.close()
      })

      beforeEach(async () => {
        complaints = []
        page = await context.newPage()
        page.on("console", (message) => {
          const text = message.text()
          if (message.type() === "error" && !OF_THE_DASHBOARD.test(text)) {
            complaints.push(text)
          }
        })
        page.on("pageerror", (error) => complaints.push(error.message))
      })

      afterEach(async () => {
        await page.close()
      })

      const open = async (path: string) => {
        await page.goto(`${server().origin}${path}`)
        await page.locator("h1").first().waitFor()
      }
      const kpi = (label: string) =>
        page.getByTestId(`kpi-${label}`).innerText({ timeout: 20_000 })
      const rowsOf = (label: string) =>
        page.getByRole("region", { name: label }).locator("tbody tr")

      /** What axe finds in a part of the page. */
      async function seriousViolations(selector: string): Promise<string[]> {
        await page.evaluate(AXE)
        return await page.evaluate<string[]>(
          SERIOUS_VIOLATIONS.replace("SELECTOR", selector)
        )
      }

      async function today(): Promise<string> {
        const { health } = await server().get<HealthAnswer>(
          "/admin/ad-planning/health"
        )
        return dayIn(health.settings.timezone, new Date())
      }

      async function expectFigures(query: string) {
        const { totals, currency } = await server().get<RoiAnswer>(
          `${ROI}?${query}`
        )
        const money = (amount: number | null) =>
          formatMoney(amount, currency, LOCALE)
        const shown = {
          Revenue: money(totals.revenue),
          "Ad spend": money(totals.spend),
          MER: formatRatio(totals.mer, LOCALE),
          "Attributed ROAS": formatRatio(totals.attributed_roas, LOCALE),
          CPA: money(totals.cpa),
          CAC: money(totals.cac),
          Conversions: formatCount(totals.conversions, LOCALE),
          "New customers": formatCount(totals.new_customers, LOCALE),
        }
        for (const [label, value] of Object.entries(shown)) {
          await page
            .getByTestId(`kpi-${label}`)
            .filter({ hasText: value })
            .waitFor({ timeout: 20_000 })
          expect([label, await kpi(label)]).toEqual([label, value])
        }
      }

      it("Overview shows the API's figures, and those of another period", async () => {
        await open(OVERVIEW)
        await expectFigures("compare=previous_period")
        expect(await page.getByTestId("coverage").innerText()).toMatch(
          /Of all orders, \d+% have a visitor, \d+% a touchpoint/
        )
        await page.getByRole("combobox", { name: "Period" }).click()
        await page.getByRole("option", { name: "Last 7 days" }).click()
        await page.waitForURL(/range=last_7_days/)
        const { from, to } = rangeOf("last_7_days", await today())
        await expectFigures(`from=${from}&to=${to}`)
        // The URL holds the state.
        await page.reload()
        await expectFigures(`from=${from}&to=${to}`)
        expect(complaints).toEqual([])
      }, 90_000)

      it("nothing jumps while the Overview loads", async () => {
        await page.addInitScript(`
          window.shifts = []
          new PerformanceObserver((list) => window.shifts.push(...list.getEntries()))
            .observe({ type: "layout-shift", buffered: true })`)
        await open(OVERVIEW)
        await expectFigures("")
        await page.waitForLoadState("networkidle")
        // What the reader sees of it at most, by web.dev's cumulative layout
        // shift: below 0.1 is good.
        const shift = await page.evaluate<number>(
          "window.shifts.reduce((sum, entry) => sum + entry.value, 0)"
        )
        expect(shift).toBeLessThan(0.1)
      }, 60_000)

      it("the campaign table sorts, and ends with what is no campaign", async () => {
        await open(OVERVIEW)
        const { roi } = await server().get<RoiAnswer>(ROI)
        const rows = rowsOf("Campaigns")
        await rows.nth(roi.length - 1).waitFor()
        expect(await rows.count()).toBe(roi.length)
        await page.getByRole("button", { name: "ROAS", exact: true }).click()
        const best = roi
          .filter((row) => row.ad_campaign_id !== null)
          .toSorted((a, b) => (b.roas ?? 0) - (a.roas ?? 0))[0]!
        await rows.first().filter({ hasText: best.name }).waitFor()
        expect(
          await page
            .getByRole("columnheader", { name: "ROAS" })
            .getAttribute("aria-sort")
        ).toBe("descending")
        // The URL holds the order.
        expect(page.url()).toContain("sort=-roas")
        await page.reload()
        await rows.first().filter({ hasText: best.name }).waitFor()
        const last = await rows.last().innerText()
        expect(last).toContain("Direct or unknown")
        expect(complaints).toEqual([])
      }, 60_000)

      it("the chart has a table of the same figures", async () => {
        await open(OVERVIEW)
        const chart = page.getByRole("img", { name: /Revenue and spend from/ })
        await chart.locator("svg").first().waitFor()
        await page.getByRole("button", { name: "Show as table" }).click()
        const { trends } = await server().get<{ trends: unknown[] }>(
          "/admin/ad-planning/dashboard/trends"
        )
        await rowsOf("Revenue and spend").first().waitFor()
        expect(await rowsOf("Revenue and spend").count()).toBe(trends.length)
        expect(page.url()).toContain("trend=table")
        expect(complaints).toEqual([])
      }, 60_000)

      it("CSV holds the whole table", async () => {
        await open(OVERVIEW)
        await rowsOf("Campaigns").first().waitFor()
        const downloading = page.waitForEvent("download")
        await page.getByRole("button", { name: "CSV" }).last().click()
        const download = await downloading
        expect(download.suggestedFilename()).toMatch(
          /^ad-planning-roi-.*\.csv$/
        )
        const text = fs.readFileSync((await download.path())!, "utf8")
        const { roi } = await server().get<RoiAnswer>(ROI)
        expect(text.trim().split("\n")).toHaveLength(roi.length + 1)
      }, 60_000)

      it("a campaign's drawer makes a link that names it", async () => {
        await open(OVERVIEW)
        const opener = rowsOf("Campaigns").first().getByRole("button")
        const name = await opener.innerText()
        await opener.click()
        const drawer = page.getByRole("dialog")
        await drawer.getByLabel("Destination URL").fill("https://shop.example")
        await page.keyboard.press("Enter")
        const link = new URL(await drawer.locator("output").innerText())
        expect(page.url()).toContain("link=")
        const { campaigns } = await server().get<{
          campaigns: { id: string; external_id: string; name: string }[]
        }>("/admin/ad-planning/campaigns?limit=200")
        const named = campaigns.find(
          ({ external_id }) => external_id === link.searchParams.get("utm_id")
        )
        expect(name).toBe(named?.name)
        await page.keyboard.press("Escape")
        await drawer.waitFor({ state: "hidden" })
        expect(complaints).toEqual([])
      }, 60_000)

      it("Conversions filters by clicks and opens one in a drawer", async () => {
        await open(CONVERSIONS)
        await rowsOf("Conversions").first().waitFor()
        await page.getByRole("combobox", { name: "Platform" }).click()
        await page.getByRole("option", { name: "google" }).click()
        await page.waitForURL(/platform=google/)
        const { count } = await server().get<{ count: number }>(
          "/admin/ad-planning/conversions?platform=google&limit=1"
        )
        await page
          .getByText(`of ${formatCount(count, LOCALE)}`)
          .waitFor({ timeout: 10_000 })
        await rowsOf("Conversions").first().getByRole("button").first().click()
        const drawer = page.getByRole("dialog")
        await drawer.getByText("Touchpoints before conversion").waitFor()
        await drawer.getByText("credited").first().waitFor()
        await page.keyboard.press("Escape")
        await drawer.waitFor({ state: "hidden" })
        expect(page.url()).not.toContain("open=")
        expect(complaints).toEqual([])
      }, 60_000)

      it("Attribution has every model's figures, and the same total under each", async () => {
        const answer = await server().get<CompareAnswer>(
          "/admin/ad-planning/attribution/compare"
        )
        const { totals: shop } = await server().get<RoiAnswer>(ROI)
        const { currency } = answer
        // What is no campaign comes last.
        const { campaigns, remainder } = splitRemainder(answer.rows)
        const rows = [...campaigns, ...remainder]
        await open(ATTRIBUTION)
        const shown = rowsOf("Models")
        await shown.nth(rows.length).waitFor({ timeout: 20_000 })
        const figuresOf = async (index: number) =>
          (await shown.nth(index).locator("td").allInnerTexts())
            .slice(-ATTRIBUTION_MODELS.length)
            .map((text) => text.split("\n")[0])
        const expectRows = async (metric: "revenue" | "purchases") => {
          for (const [index, { models }] of rows.entries()) {
            const expected = ATTRIBUTION_MODELS.map((model) =>
              writeFigure(
                metric,
                figureOf(models, model, metric),
                currency,
                LOCALE
              )
            )
            expect([index, await figuresOf(index)]).toEqual([index, expected])
          }
          const total = writeFigure(metric, shop[metric], currency, LOCALE)
          expect(await figuresOf(rows.length)).toEqual(
            ATTRIBUTION_MODELS.map(() => total)
          )
        }
        await expectRows("revenue")
        expect(await shown.last().innerText()).toContain(
          formatMoney(shop.spend, currency, LOCALE)
        )
        await page.getByRole("combobox", { name: "Metric" }).click()
        await page.getByRole("option", { name: "Purchases" }).click()
        await page.waitForURL(/metric=purchases/)
        await shown.first().getByText("£").nth(1).waitFor({ state: "detached" })
        await expectRows("purchases")
        await page.getByRole("button", { name: "Removal effects" }).click()
        await page
          .getByRole("dialog")
          .getByRole("columnheader", { name: "Removal effect" })
          .waitFor()
        expect(complaints).toEqual([])
      }, 60_000)

      it("a suggestion is accepted, moves the past, and is taken back", async () => {
        const unresolved = async () =>
          (
            await server().get<UnresolvedAnswer>(
              "/admin/ad-planning/attribution/unresolved?limit=50"
            )
          ).unresolved
        const before = await unresolved()
        const row = before.find(({ suggestions }) => suggestions.length > 0)!
        const value = row.utm_campaign!
        const suggestion = row.suggestions[0]!
        await open(UNRESOLVED)
        const shown = rowsOf("Unmatched UTM values")
        const asked = shown.filter({ hasText: value }).first()
        await asked.getByText(formatMoney(row.revenue, "gbp", LOCALE)).waitFor()
        await asked
          .getByRole("button", { name: suggestion.name })
          .first()
          .click()
        const prompt = page.getByRole("alertdialog")
        await prompt.getByText(`are attributed to ${suggestion.name}`).waitFor()
        await prompt.getByRole("button", { name: "Assign" }).click()
        const note = page.getByRole("status").filter({ hasText: "reassigned" })
        await note.waitFor({ timeout: 30_000 })
        const { aliases } = await server().get<AliasesAnswer>(
          "/admin/ad-planning/attribution/aliases?order=-created_at&limit=1"
        )
        expect(aliases[0]).toMatchObject({
          ad_campaign_id: suggestion.ad_campaign_id,
        })
        expect(
          (await unresolved()).map((left) => left.utm_campaign)
        ).not.toContain(value)
        await rowsOf("Assigned UTM values")
          .filter({ hasText: aliases[0]!.normalised_value })
          .waitFor()
        await note.getByRole("button", { name: "Undo" }).click()
        await note.waitFor({ state: "hidden", timeout: 30_000 })
        await asked.waitFor()
        expect(await unresolved()).toEqual(before)
        expect(complaints).toEqual([])
      }, 90_000)

      it("an order explains its campaign, and takes another one by hand", async () => {
        const { conversions } = await server().get<{
          conversions: { id: string; order_id: string }[]
        }>(
          "/admin/ad-planning/conversions?conversion_type=purchase&platform=google&limit=1"
        )
        const { id, order_id } = conversions[0]!
        const explain = async () =>
          (
            await server().get<ExplanationAnswer>(
              `/admin/ad-planning/attribution/conversions/${id}`
            )
          ).explanation
        const before = await explain()
        await open(`/app/orders/${order_id}`)
        await page
          .getByRole("button", { name: "Why this campaign?" })
          .click({ timeout: 20_000 })
        const drawer = page.getByRole("dialog")
        const path = drawer.getByRole("region", { name: "Path" })
        await path.waitFor()
        const { net_value, currency } = before.conversion
        const net = formatMoney(net_value, currency!, LOCALE)
        const expectSums = async (touches: number) => {
          expect(await path.locator("tbody tr").count()).toBe(touches)
          expect(await path.locator("tfoot td").allInnerTexts()).toEqual(
            ATTRIBUTION_MODELS.map(() => net)
          )
        }
        await expectSums(before.touches.length)
        expect(await seriousViolations("[role=dialog] section")).toEqual([])
        await drawer.getByRole("button", { name: "Assign a campaign" }).click()
        await drawer.getByLabel("Search by name").fill("wholesale")
        await drawer.getByRole("radio").first().click()
        expect(await seriousViolations("[role=dialog] section")).toEqual([])
        await drawer
          .getByRole("button", { name: "Assign", exact: true })
          .click()
        await drawer.getByText(/Wholesale Buyers, assigned by/).waitFor()
        await expectSums(1)
        expect((await explain()).choice?.campaign_name).toBe("Wholesale Buyers")
        await drawer.getByRole("button", { name: "Undo" }).click()
        await drawer
          .getByText(/assigned by/)
          .first()
          .waitFor({ state: "hidden" })
        await expectSums(before.touches.length)
        const after = await explain()
        expect([after.key, after.choice]).toEqual([before.key, null])
        expect(complaints).toEqual([])
      }, 90_000)

      it("a goal is made, tried, changed and deleted by clicks", async () => {
        await open(GOALS)
        await page.getByText("No goals yet").waitFor()
        await page.getByRole("button", { name: "Create goal" }).click()
        const dialog = page.getByRole("dialog")
        await dialog.getByLabel("Name", { exact: true }).fill("Big signup")
        await dialog.getByLabel("Event name").fill("signup")
        await dialog.getByLabel("Page").fill("/join/*")
        await dialog.getByLabel("Value per conversion").fill("12.5")
        // Without a currency the browser does not send it.
        await dialog.getByRole("button", { name: "Create" }).click()
        await dialog.getByLabel("Currency").fill("EUR")
        // The nameless button to close it is Medusa's.
        expect(await seriousViolations("[role=dialog] form")).toEqual([])
        await dialog.getByRole("button", { name: "Create" }).click()
        await dialog.waitFor({ state: "hidden" })
        const row = rowsOf("Goals").first()
        await row.filter({ hasText: "Custom event" }).waitFor()
        expect(await rowsOf("Goals").count()).toBe(1)

        await row.getByRole("button", { name: "Big signup" }).click()
        expect(page.url()).toContain("open=convgoal_")
        await dialog.getByRole("tab", { name: "Test" }).click()
        await dialog.getByLabel("Event name").fill("signup")
        await dialog.getByLabel("Page").fill("/shop")
        await dialog.getByRole("button", { name: "Test", exact: true }).click()
        await dialog.getByText("Does not match").waitFor()
        expect(await dialog.getByRole("status").innerText()).toContain(
          "Expected page /join/*, got /shop."
        )
        await dialog.getByLabel("Page").fill("/join/now")
        await dialog.getByRole("button", { name: "Test", exact: true }).click()
        await dialog.getByText("Matches", { exact: true }).waitFor()
        expect(await dialog.getByRole("status").innerText()).toContain(
          `Value: ${formatMoney(12.5, "eur", LOCALE)}.`
        )
        expect(await seriousViolations("[role=dialog] form")).toEqual([])

        await dialog.getByRole("tab", { name: "Settings" }).click()
        await dialog.getByLabel("Event name").fill("")
        await dialog.getByLabel("Name", { exact: true }).fill("Any event")
        await dialog.getByRole("switch", { name: "Primary" }).click()
        await dialog.getByRole("button", { name: "Save" }).click()
        // The drawer hides the page behind it; its own title follows.
        await dialog.getByText("Any event", { exact: true }).waitFor()
        const { goals } = await server().get<{
          goals: { name: string; is_primary: boolean; conditions: object }[]
        }>("/admin/ad-planning/goals")
        expect(goals).toMatchObject([{ name: "Any event", is_primary: true }])
        expect(goals[0]!.conditions).toEqual({ pathname_pattern: "/join/*" })

        await dialog.getByRole("button", { name: "Delete" }).click()
        const prompt = page.getByRole("alertdialog")
        await prompt
          .getByText("Any event will no longer count conversions")
          .waitFor()
        await prompt.getByRole("button", { name: "Cancel" }).click()
        await prompt.waitFor({ state: "hidden" })
        await dialog.getByRole("button", { name: "Delete" }).click()
        await prompt.getByRole("button", { name: "Delete" }).click()
        await page.getByText("No goals yet").waitFor()
        expect(page.url()).not.toContain("open=")
        expect(complaints).toEqual([])
      }, 90_000)

      it("an order says which campaign earned it", async () => {
        const { conversions } = await server().get<{
          conversions: { order_id: string }[]
        }>("/admin/ad-planning/conversions?platform=meta&limit=1")
        await open(`/app/orders/${conversions[0]!.order_id}`)
        await page
          .getByRole("heading", { name: "Attribution" })
          .waitFor({ timeout: 20_000 })
        await page.getByRole("link", { name: "View conversion" }).click()
        await page.waitForURL(/conversions\?open=conv_/)
        await page.getByRole("dialog").waitFor()
        expect(complaints).toEqual([])
      }, 60_000)

      it("Pixel has every day, and says when orders come without calls", async () => {
        await open(PIXEL)
        const { pixel } = await server().get<PixelAnswer>(
          "/admin/ad-planning/pixel"
        )
        await rowsOf("Daily breakdown").first().waitFor()
        // The last row is the whole period.
        expect(await rowsOf("Daily breakdown").count()).toBe(
          pixel.days.length + 1
        )
        const { orders, accepted, with_visitor_rate } = pixel.totals
        expect([await kpi("Orders"), await kpi("Accepted calls")]).toEqual([
          formatCount(orders, LOCALE),
          formatCount(accepted, LOCALE),
        ])
        expect(await kpi("Orders with a visitor")).toBe(
          formatShare(with_visitor_rate, LOCALE)
        )
        expect(orders).toBeGreaterThan(0)
        await page.route("**/admin/ad-planning/pixel?*", (route) =>
          route.fulfill({
            json: {
              pixel: { ...pixel, totals: { ...pixel.totals, accepted: 0 } },
            } satisfies PixelAnswer,
          })
        )
        await page.reload()
        await page.getByText(/docs\/storefront\.md/).waitFor()
        expect(complaints).toEqual([])
      }, 60_000)

      it("an empty store is told what to do, and what has arrived", async () => {
        await page.route(`**${ROI}*`, async (route) => {
          const response = await route.fetch()
          const answer = (await response.json()) as RoiAnswer
          await route.fulfill({
            json: {
              ...answer,
              history_starts_at: null,
              totals: { ...answer.totals, spend: 0 },
            },
          })
        })
        await open(OVERVIEW)
        await page.getByText("1. Add the storefront script").waitFor()
        // To be copied as it is: with the address of this server.
        expect(await page.locator("main").innerText()).toContain(
          `src="${server().origin}/web/ad-planning/pixel.js"></script>`
        )
        await page.getByRole("button", { name: "Check installation" }).click()
        await page.getByText(/Orders: [\d,]+ synced/).waitFor()
        expect(complaints).toEqual([])
      }, 60_000)

      it("a backfill is started, watched and stopped by clicks", async () => {
        await open(SETTINGS)
        await page.getByText("No backfills yet").waitFor()
        for (const source of ["Orders", "People", "Visits"]) {
          await page.getByRole("checkbox", { name: source }).click()
        }
        await page.getByRole("button", { name: "Start backfill" }).click()
        await page.getByRole("progressbar").waitFor()
        await page.getByRole("button", { name: "Stop" }).click()
        await page
          .getByRole("alertdialog")
          .getByRole("button", { name: "Stop" })
          .click()
        const rows = rowsOf("Backfills")
        await rows.first().getByText("Stopped").waitFor()
        // The form is there again.
        await page.getByLabel("Created since").fill("2100-01-01")
        await page.getByRole("button", { name: "Start backfill" }).click()
        await rows.first().getByText("Completed").waitFor({ timeout: 30_000 })
        expect(await rows.count()).toBe(2)
        const { backfill_runs } = await server().get<BackfillsAnswer>(
          "/admin/ad-planning/backfill"
        )
        expect(
          backfill_runs.map(({ status, sources, rows_read }) => [
            status,
            sources.length,
            status === "completed" ? rows_read : null,
          ])
        ).toEqual([
          ["completed", 10, 0],
          ["canceled", 7, null],
        ])
        expect(complaints).toEqual([])
      }, 90_000)

      it("what fails is said, and can be tried again", async () => {
        let isBroken = true
        await page.route(`**${ROI}*`, (route) =>
          isBroken
            ? route.fulfill({
                status: 400,
                json: { type: "invalid_data", message: "broken on purpose" },
              })
            : route.continue()
        )
        await page.goto(`${server().origin}${OVERVIEW}`)
        await page.getByText("broken on purpose").waitFor({ timeout: 30_000 })
        isBroken = false
        await page.getByRole("button", { name: "Retry" }).click()
        await expectFigures("")
      }, 90_000)

      it.each([
        ["Overview", OVERVIEW, "light"],
        ["Overview", OVERVIEW, "dark"],
        ["Attribution", ATTRIBUTION, "light"],
        ["Attribution", ATTRIBUTION, "dark"],
        ["Unmatched", UNRESOLVED, "light"],
        ["Unmatched", UNRESOLVED, "dark"],
        ["Conversions", CONVERSIONS, "light"],
        ["Conversions", CONVERSIONS, "dark"],
        ["Goals", GOALS, "light"],
        ["Goals", GOALS, "dark"],
        ["Pixel", PIXEL, "light"],
        ["Pixel", PIXEL, "dark"],
        ["Settings", SETTINGS, "light"],
        ["Settings", SETTINGS, "dark"],
      ] as const)(
        "%s (%s, %s) has no serious accessibility violation",
        async (_name, path, theme) => {
          await page.goto(`${server().origin}${path}`)
          await page.evaluate(
            (value) => localStorage.setItem("medusa_admin_theme", value),
            theme
          )
          await open(path)
          await page
            .getByRole("region")
            .or(page.getByText("No goals yet"))
            .first()
            .waitFor()
          expect(await seriousViolations("main")).toEqual([])
        },
        60_000
      )
    }
  )
}

async function logIn(page: Page, { origin, admin }: Server): Promise<void> {
  await page.goto(`${origin}/app/login`)
  await page.fill('input[name="email"]', admin.email)
  await page.fill('input[name="password"]', admin.password)
  await page.click('button[type="submit"]')
  await page.waitForURL(/app\/(?!login)/, { timeout: 60_000 })
  await page.close()
}

// Runs in the page.
const SERIOUS_VIOLATIONS = `axe.run("SELECTOR").then(({ violations }) =>
  violations
    .filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html.slice(0, 200)).join(" | ")))`
