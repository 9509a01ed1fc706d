import type { MedusaContainer } from "@medusajs/framework/types"
import http from "node:http"
import type { AddressInfo } from "node:net"
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
} from "playwright-core"
import { eventually, sql } from "./ad-planning"
import { findChromium } from "./chromium"
import { analytics } from "./host"

export const ANALYTICS_PATH = "/web/analytics/track"
export const CONVERSIONS_PATH = "/web/ad-planning/track-conversion"

const STUB = `<script>window.adPlanning = window.adPlanning || { q: [] }</script>`
const SETTLED_MS = 400
// A headless one says so in its name, and is a bot to the server.
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36"

/** One message that left the page. */
export interface Sent {
  path: string
  /** "ping" for a beacon, "fetch" otherwise. */
  type: string
  body: Record<string, unknown>
}

/** A visitor's browser, and a shop of another site than the server. */
export class ShopBrowser {
  /** What every page of the shop has in its head, but `/blank`. */
  head = ""
  sent: Sent[] = []
  /** Console messages and uncaught errors. */
  complaints: string[] = []
  context!: BrowserContext
  page!: Page
  private pages!: http.Server
  private browser!: Browser

  async start(executablePath: string): Promise<void> {
    this.pages = http.createServer((req, res) => {
      const head = req.url === "/blank" ? "" : this.head
      res.setHeader("content-type", "text/html; charset=utf-8")
      res.end(
        `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,">${head}</head><body></body></html>`
      )
    })
    await new Promise<void>((resolve) => {
      this.pages.listen(0, "127.0.0.1", resolve)
    })
    this.browser = await chromium.launch({
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        // Not by the context: a beacon of a page that is gone has none.
        `--user-agent=${USER_AGENT}`,
        "--host-resolver-rules=MAP shop.test 127.0.0.1",
      ],
    })
  }

  async stop(): Promise<void> {
    await this.browser?.close()
    this.pages?.close()
    this.pages?.closeAllConnections()
  }

  /** Somebody who was never here. */
  async newVisitor(head: string): Promise<void> {
    this.head = head
    this.sent = []
    this.complaints = []
    this.context = await this.browser.newContext()
    this.page = await this.newPage()
  }

  async newPage(): Promise<Page> {
    const page = await this.context.newPage()
    page.on("request", (request) => {
      if (request.method() === "POST") {
        this.sent.push({
          path: new URL(request.url()).pathname,
          type: request.resourceType(),
          body: request.postDataJSON(),
        })
      }
    })
    page.on("console", (message) => this.complaints.push(message.text()))
    page.on("pageerror", ({ message }) => this.complaints.push(message))
    return page
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** The same shop over plain http, which browsers trust less than 127.0.0.1. */
  get plainOrigin(): string {
    return `http://shop.test:${this.port}`
  }

  private get port(): number {
    const address: AddressInfo | string | null = this.pages.address()
    if (address === null || typeof address === "string") {
      throw new Error("the shop is not listening")
    }
    return address.port
  }

  async open(path: string, origin = this.origin): Promise<void> {
    await this.page.goto(`${origin}${path}`)
    await this.ready()
  }

  async ready(): Promise<void> {
    await this.page.waitForFunction("window.adPlanning?.version")
  }

  run<Value>(code: string): Promise<Value> {
    return this.page.evaluate<Value>(code)
  }

  attributes(): Promise<Record<string, string>> {
    return this.run("adPlanning.attributes()")
  }

  /** The names of everything the page has stored. */
  stored(): Promise<string[]> {
    return this.run(
      "[...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort()"
    )
  }

  /** Messages whose answer the page does not know. */
  queued(): Promise<number> {
    return this.run(`JSON.parse(localStorage.ad_planning_queue || "[]").length`)
  }

  async allAnswered(): Promise<void> {
    await eventually(async () => (await this.queued()) === 0)
  }

  /** Long enough for what should not happen. */
  async settled(): Promise<void> {
    await this.page.waitForTimeout(SETTLED_MS)
  }

  sentTo(path: string): Sent[] {
    return this.sent.filter((message) => message.path === path)
  }

  /** Answers the next messages in place of the server. */
  async answer(
    path: string,
    status: number,
    headers: Record<string, string> = {},
    times = 1
  ): Promise<void> {
    const cors = {
      "access-control-allow-origin": this.origin,
      "access-control-expose-headers": "Retry-After",
    }
    await this.context.route(
      `**${path}`,
      (route) => route.fulfill({ status, headers: { ...cors, ...headers } }),
      { times }
    )
  }

  /** Hands the next message to the server, and the page never hears of it. */
  async loseAnswer(path: string): Promise<void> {
    await this.context.route(
      `**${path}`,
      async (route) => {
        await route.fetch()
      },
      { times: 1 }
    )
  }
}

/** The script's tag as docs/storefront.md has it. */
export function pixelTag(
  server: string,
  attributes = "",
  before = STUB
): string {
  return `${before}<script async src="${server}/web/ad-planning/pixel.js" data-website-id="shop" ${attributes}></script>`
}

/** Tests in a browser; left out, with a line that says so, without one. */
export function describeInBrowser(
  name: string,
  server: () => string,
  tests: (visitor: ShopBrowser) => void
): void {
  const executablePath = findChromium()
  const describeOrSkip = executablePath ? describe : describe.skip
  describeOrSkip(
    executablePath ? name : `${name} (left out: no Chromium)`,
    () => {
      const visitor = new ShopBrowser()

      beforeAll(() => visitor.start(executablePath!), 300_000)

      afterAll(() => visitor.stop())

      beforeEach(() => visitor.newVisitor(pixelTag(server())))

      afterEach(async () => {
        await visitor.context.close()
        // Events still under way would meet the next test's restored database.
        await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
      })

      tests(visitor)
    }
  )
}

/** What has come of it at the server. */
export function arrivals(getContainer: () => MedusaContainer) {
  const pageViews = () =>
    analytics(getContainer()).listAnalyticsEvents(
      { event_type: "pageview" },
      { order: { timestamp: "ASC" } }
    )
  const conversions = () =>
    sql<Record<string, unknown>>(
      getContainer(),
      `SELECT * FROM conversion WHERE source = 'pixel' ORDER BY converted_at`
    )
  return {
    pageViews,
    conversions,
    seenPages: (count: number) =>
      eventually(async () => {
        const rows = await pageViews()
        return rows.length === count && rows
      }),
    seenConversions: (count: number) =>
      eventually(async () => {
        const rows = await conversions()
        return rows.length === count && rows
      }),
  }
}
