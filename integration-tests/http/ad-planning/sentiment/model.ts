import { createServer, type Server } from "node:http"
import { bulkAnalyzeHere } from "../../../../src/runners/bulk-analyze"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { socials } from "../../../helpers/host"
import type { StoreContext } from "../../../helpers/test-store"

export const STUB_PORT = 48_731

const COMMENTS = 100
const BATCH = 20
// 1,200 calls a minute.
const MIN_TIME_MS = 50
// Timers may fire a little early.
const TOLERANCE_MS = 5

export default function suite({ api, getContainer }: StoreContext) {
  let server: Server
  let asked: { at: number; texts: string[] }[]
  /** Calls after which the provider's quota is used up. */
  let quota: number
  const service = () => adPlanning(getContainer())

  beforeAll(async () => {
    await socials(getContainer()).createSocialPosts({
      insights: {
        comments: Array.from({ length: COMMENTS }, (_, at) => ({
          id: `c${at}`,
          message: `Comment number ${at}`,
          created_time: "2026-10-20T12:00:00Z",
        })),
      },
    })
  })
  beforeEach(async () => {
    asked = []
    quota = Infinity
    server = createServer((req, res) => {
      let body = ""
      req.on("data", (part: Buffer) => (body += part.toString()))
      req.on("end", () => {
        const message = JSON.parse(body).messages.at(-1).content
        const content = typeof message === "string" ? message : message[0].text
        const texts: { id: string; text: string }[] = JSON.parse(content).texts
        asked.push({ at: Date.now(), texts: texts.map(({ text }) => text) })
        res.setHeader("content-type", "application/json")
        if (asked.length > quota) {
          res.statusCode = 429
          res.end(
            JSON.stringify({
              error: { message: "no", code: "insufficient_quota" },
            })
          )
          return
        }
        const results = texts.map(({ id }) => ({
          id,
          language: "en",
          label: "neutral",
          score: 0,
          confidence: 0.9,
          keywords: [],
          entities: [],
          aspects: [],
        }))
        res.end(
          JSON.stringify({
            id: "chat",
            created: 1,
            model: "stub",
            choices: [
              {
                index: 0,
                message: {
                  role: "assistant",
                  content: JSON.stringify({ results }),
                },
                finish_reason: "stop",
              },
            ],
            usage: {
              prompt_tokens: 100,
              completion_tokens: 50,
              total_tokens: 150,
            },
          })
        )
      })
    })
    await new Promise<void>((resolve) => {
      server.listen(STUB_PORT, "127.0.0.1", resolve)
    })
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  it("asks in batches at the rate of the option, each text once", async () => {
    const begunAt = Date.now()
    expect(await bulkAnalyzeHere(getContainer(), {})).toMatchObject({
      scored: COMMENTS,
      stopped: null,
    })
    expect(asked.map(({ texts }) => texts.length)).toEqual(
      Array.from({ length: COMMENTS / BATCH }, () => BATCH)
    )
    // A full machine may hold a call up, and the one before it is late then: none
    // comes before its turn.
    asked.forEach(({ at }, index) =>
      expect(at - begunAt).toBeGreaterThanOrEqual(
        index * MIN_TIME_MS - TOLERANCE_MS
      )
    )
    const usage = await service().listAdPlanningAiUsages({})
    expect(usage).toMatchObject([
      { calls: 5, input_tokens: 500, output_tokens: 250, reserved_tokens: 0 },
    ])
  })

  it("ends with the quota, shows it, and goes on with what is left", async () => {
    quota = 2
    const first = await bulkAnalyzeHere(getContainer(), {})
    expect(first?.stopped).toBe("the provider's quota is used up")
    const stored = await service().listSentimentAnalyses({}, { take: null })
    expect(stored).toHaveLength(2 * BATCH)
    const admin = await adminHeaders(getContainer())
    const { data } = await api.get("/admin/ad-planning/health", admin)
    expect(data.health.jobs).toContainEqual(
      expect.objectContaining({
        name: "ad-planning-bulk-sentiment-analysis",
        last_error: expect.stringContaining("quota"),
      })
    )
    expect(JSON.stringify(data)).not.toContain("sk-secret")
    const answered = new Set(asked.slice(0, 2).flatMap(({ texts }) => texts))
    asked = []
    quota = Infinity
    await sql(
      getContainer(),
      "UPDATE ad_planning_sentiment_item SET next_try_at = now()"
    )
    await bulkAnalyzeHere(getContainer(), {})
    const later = asked.flatMap(({ texts }) => texts)
    expect(later).toHaveLength(COMMENTS - 2 * BATCH)
    expect(later.filter((text) => answered.has(text))).toEqual([])
    expect(await service().listAdPlanningSentimentItems({})).toEqual([])
  })

  it("asks nothing beyond the month's budget", async () => {
    await service().createAdPlanningAiUsages({
      month: new Date().toISOString().slice(0, 7),
      input_tokens: 39_000,
    })
    const result = await bulkAnalyzeHere(getContainer(), {})
    expect(result).toMatchObject({
      scored: 0,
      stopped: "the month's token budget is used up",
    })
    expect(asked).toEqual([])
  })
}
