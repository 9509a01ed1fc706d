import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import { feedback } from "../../../helpers/host"
import type { StoreContext } from "../../../helpers/test-store"

const ROOT = "/admin/ad-planning/sentiment"
const COMMENTS = [
  "Lovely mug, very fast delivery!",
  "The delivery was terrible and late.",
  "Broke after one day, poor quality.",
  "It is a blue lamp.",
]

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  const any = { validateStatus: () => true }
  const get = async (path: string) =>
    (await api.get(`${ROOT}${path}`, { ...admin, ...any })).data
  const call = async (
    method: "post" | "put",
    path: string,
    body: unknown
  ): Promise<{ status: number; data: Record<string, unknown> }> =>
    await api[method](`${ROOT}${path}`, body, { ...admin, ...any })
  const service = () => adPlanning(getContainer())

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
    for (const [at, comment] of COMMENTS.entries()) {
      await feedback(getContainer()).createFeedbacks({
        rating: at === 0 ? "five" : "one",
        comment,
        submitted_by: "x",
        submitted_at: new Date(`2026-10-2${at}T12:00:00Z`),
      })
    }
  })

  it("lists texts with their words, ordered and filtered", async () => {
    const { sentiments, count } = await get("?order=sentiment_score&limit=2")
    expect(count).toBe(4)
    expect(sentiments).toMatchObject([
      { sentiment_label: "negative", text: expect.any(String) },
      { sentiment_label: "negative", text: expect.any(String) },
    ])
    expect(Object.keys(sentiments[0])).not.toContain("email_hash")
    const { sentiments: delivery } = await get(
      "?aspect=delivery&label=negative"
    )
    expect(delivery).toMatchObject([{ text: COMMENTS[1] }])
    const { sentiments: day } = await get("?from=2026-10-23&to=2026-10-23")
    expect(day).toMatchObject([
      { text: COMMENTS[3], sentiment_label: "neutral" },
    ])
    const csv = await api.get(ROOT, {
      headers: { ...admin.headers, accept: "text/csv" },
    })
    expect(csv.data.trim().split("\n")).toHaveLength(5)
  })

  it("counts by group, with means and their intervals", async () => {
    const { stats, totals, aspects, group_by } = await get(
      "/stats?group_by=label"
    )
    expect(group_by).toBe("label")
    expect(
      stats.map(({ key, texts }: { key: string; texts: number }) => [
        key,
        texts,
      ])
    ).toEqual([
      ["negative", 2],
      ["neutral", 1],
      ["positive", 1],
    ])
    expect(totals).toMatchObject({
      texts: 4,
      labels: { positive: 1, negative: 2, neutral: 1, mixed: 0 },
      positive_rate: 0.25,
    })
    expect(totals.lower).toBeLessThan(totals.mean)
    expect(aspects[0]).toMatchObject({ key: "delivery", texts: 2 })
  })

  it("tells the trend and which aspects moved", async () => {
    const { trends, drivers, totals, former_totals } = await get(
      "/trends?from=2026-10-21&to=2026-10-21&interval=day"
    )
    expect(trends).toMatchObject([{ key: "2026-10-21", texts: 1 }])
    expect([totals.texts, former_totals.texts]).toEqual([1, 1])
    const [first] = drivers
    expect(first).toMatchObject({ key: "delivery", texts: 1, former_texts: 1 })
    expect(first.contribution).toBeCloseTo(first.mean - first.former_mean, 12)
    expect(first.contribution).toBeLessThan(0)
  })

  it("keeps a person's word and measures the agreement", async () => {
    const { sentiments } = await get("?order=sentiment_score")
    const [worst, second] = sentiments
    const confirmed = await call("put", `/${worst.id}`, {
      sentiment_label: worst.sentiment_label,
    })
    expect(confirmed.data).toMatchObject({
      sentiment: {
        sentiment_score: worst.sentiment_score,
        overridden_by: expect.any(String),
      },
    })
    const corrected = await call("put", `/${second.id}`, {
      sentiment_label: "neutral",
    })
    expect(corrected.data).toMatchObject({
      sentiment: {
        sentiment_label: "neutral",
        sentiment_score: 0,
        analyzer_label: "negative",
      },
    })
    const { quality } = await get("/quality")
    expect(quality).toMatchObject({ texts: 2, agreement_rate: 0.5, kappa: 0 })
    const back = await call("put", `/${second.id}`, { sentiment_label: null })
    expect(back.data).toMatchObject({
      sentiment: { sentiment_label: "negative", overridden_by: null },
    })
  })

  it("reads a text alone and stores nothing of it", async () => {
    const before = await service().listSentimentAnalyses({})
    const { data } = await call("post", "/analyze", {
      text: "Muy buen producto 😍",
    })
    expect(data).toMatchObject({
      sentiment: {
        language: "es",
        label: "positive",
        model_version: "local-1",
      },
    })
    const gibberish = await call("post", "/analyze", { text: "xkcd qwrt" })
    expect(gibberish.data).toMatchObject({ sentiment: { status: "unscored" } })
    expect(await service().listSentimentAnalyses({})).toEqual(before)
  })

  it("runs over everything and frees parked texts", async () => {
    const { data } = await call("post", "/bulk-analyze", {})
    expect(data).toEqual({
      bulk: {
        status: "completed",
        rows: 4,
        scored: 0,
        reused: 0,
        unscored: 0,
        failed: 0,
        waiting: 0,
        stopped: null,
      },
    })
    const now = new Date()
    const note = {
      source_type: "feedback" as const,
      source_id: "fbk_1",
      text_hash: "h",
      model_version: "m",
      outcome: "failed" as const,
      reason: "the provider answered 500",
      retry_at: null,
    }
    for (let failure = 1; failure <= 5; failure += 1) {
      const [item] = await service().sentiment.note([note], now)
      expect(item).toMatchObject({
        status: failure < 5 ? "open" : "parked",
        error_count: failure,
      })
    }
    expect(await get("/open?status=parked")).toMatchObject({
      count: 1,
      items: [{ source_id: "fbk_1", error_count: 5 }],
    })
    expect((await call("post", "/retry", {})).data).toEqual({ freed: 1 })
    expect(await get("/open")).toMatchObject({
      items: [{ status: "open", error_count: 0 }],
    })
  })

  it.each([
    ["get", "?label=happy", undefined, "Field 'label'"],
    ["get", "?limit=201", undefined, "Field 'limit'"],
    ["get", "?order=text", undefined, "Field 'order'"],
    ["get", "?nope=1", undefined, "Unrecognized fields: 'nope'"],
    ["get", "?from=yesterday", undefined, "from"],
    ["get", "/stats?group_by=mood", undefined, "Field 'group_by'"],
    ["get", "/trends?interval=year", undefined, "Field 'interval'"],
    ["post", "/analyze", {}, "Invalid request"],
    ["post", "/analyze", { text: "" }, "Field 'text'"],
    ["post", "/analyze", { text: "x".repeat(100_001) }, "Field 'text'"],
    ["post", "/analyze", { text: 5 }, "Invalid request"],
    [
      "post",
      "/analyze",
      { source_type: "tweet", source_id: "1" },
      "Field 'source_type'",
    ],
    [
      "post",
      "/bulk-analyze",
      { model_version: "newer" },
      "Field 'model_version'",
    ],
    ["post", "/bulk-analyze", { source_types: [] }, "Field 'source_types'"],
    ["post", "/retry", { ids: [] }, "Field 'ids'"],
    ["put", "/sentan_1", {}, "Field 'sentiment_label'"],
    [
      "put",
      "/sentan_1",
      { sentiment_label: "good" },
      "Field 'sentiment_label'",
    ],
    [
      "put",
      "/sentan_1",
      { sentiment_label: "mixed", sentiment_score: 2 },
      "Field 'sentiment_score'",
    ],
  ])("refuses %s %s %j", async (method, path, body, message) => {
    const before = await service().listSentimentAnalyses({})
    const { status, data } =
      method === "get"
        ? await api.get(`${ROOT}${path}`, { ...admin, ...any })
        : await call(method === "put" ? "put" : "post", path, body)
    expect(status).toBe(400)
    expect(data).toMatchObject({ type: "invalid_data" })
    expect(data.message).toContain(message)
    expect(await service().listSentimentAnalyses({})).toEqual(before)
  })

  it("answers 404 for what is not there", async () => {
    const unknown = await call("put", "/sentan_no", {
      sentiment_label: "mixed",
    })
    expect(unknown.status).toBe(404)
    const source = { source_type: "feedback", source_id: "fbk_no" }
    expect((await call("post", "/analyze", source)).status).toBe(404)
  })
}
