import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import type { StoreContext } from "../../../helpers/test-store"
import { variantOf } from "../../../../src/modules/ad-planning/utils/statistical-utils"

const EXPOSURES = "/web/ad-planning/experiments/exposures"
const BROWSER = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Mobile/15E148 Safari"

interface Row {
  visitor_id: string
  variant: string
  conflict_at: string | null
  device: string | null
  country_code: string | null
}

export default function suite({ api, getContainer }: StoreContext) {
  let id: string
  beforeEach(async () => {
    const admin = await adminHeaders(getContainer())
    const made = await api.post(
      "/admin/ad-planning/experiments",
      {
        name: "x",
        key: "x",
        experiment_type: "storefront",
        website_id: "shop",
        primary_metric: "leads",
      },
      admin
    )
    id = made.data.experiment.id
    await api.post(`/admin/ad-planning/experiments/${id}/start`, {}, admin)
  })

  const tell = (
    visitor_id: string,
    variant: string,
    other: Record<string, unknown> = {},
    headers: Record<string, string> = {}
  ) => {
    const { occurred_at, experiment = "x", ...message } = other
    return api.post(
      EXPOSURES,
      JSON.stringify({
        visitor_id,
        website_id: "shop",
        exposures: [{ experiment, variant, occurred_at }],
        ...message,
      }),
      {
        headers: {
          "content-type": "text/plain",
          "user-agent": BROWSER,
          "cf-ipcountry": "DE",
          ...headers,
        },
        validateStatus: () => true,
      }
    )
  }
  const outcome = async (...told: Parameters<typeof tell>) =>
    (await tell(...told)).data.exposures[0].outcome
  const rows = () =>
    sql<Row>(
      getContainer(),
      "SELECT visitor_id, variant, conflict_at, device, country_code FROM ad_planning_experiment_exposure ORDER BY visitor_id"
    )
  const of = async (visitorId: string) => {
    const experiment = await adPlanning(getContainer()).experiments.byId(id)
    const variant = variantOf(experiment, visitorId)!
    return {
      right: variant,
      wrong: variant === "control" ? "treatment" : "control",
    }
  }

  it("count once, whoever says it how often", async () => {
    const { right } = await of("v1")
    expect((await tell("v1", right)).status).toBe(202)
    expect(await outcome("v1", right)).toBe("duplicate")
    const both = await api.post(
      EXPOSURES,
      {
        visitor_id: "v2",
        exposures: [
          { experiment: "x", variant: (await of("v2")).right },
          { experiment: "x", variant: (await of("v2")).right },
        ],
      },
      { headers: { "user-agent": BROWSER } }
    )
    expect(both.data).toEqual({
      accepted: 1,
      exposures: [
        { experiment: "x", outcome: "counted" },
        { experiment: "x", outcome: "duplicate" },
      ],
    })
    expect(await rows()).toEqual([
      {
        visitor_id: "v1",
        variant: right,
        conflict_at: null,
        device: "mobile",
        country_code: "de",
      },
      expect.objectContaining({ visitor_id: "v2", conflict_at: null }),
    ])
  })

  it("of a wrong variant never count, in either order of arrival", async () => {
    const [a, b] = [await of("a"), await of("b")]
    expect(await outcome("a", a.right)).toBe("counted")
    expect(await outcome("a", a.wrong)).toBe("conflict")
    expect(await outcome("b", b.wrong)).toBe("conflict")
    expect(await outcome("b", b.right)).toBe("duplicate")
    expect(await rows()).toEqual([
      expect.objectContaining({
        visitor_id: "a",
        variant: a.right,
        conflict_at: expect.anything(),
      }),
      expect.objectContaining({
        visitor_id: "b",
        variant: b.right,
        conflict_at: expect.anything(),
      }),
    ])
  })

  it("are refused by when, where and who says it, and nothing is written", async () => {
    const { right } = await of("v")
    const hours = (by: number) =>
      new Date(Date.now() + by * 3_600_000).toISOString()
    expect(await outcome("v", right, { occurred_at: hours(-25) })).toBe(
      "too_late"
    )
    expect(await outcome("v", right, { occurred_at: hours(1) })).toBe(
      "too_late"
    )
    expect(await outcome("v", right, { occurred_at: hours(-1) })).toBe(
      "not_running"
    )
    expect(await outcome("v", right, { website_id: "other" })).toBe(
      "unknown_experiment"
    )
    expect(await outcome("v", right, { experiment: "y" })).toBe(
      "unknown_experiment"
    )
    const nothing = { accepted: 0, exposures: [] }
    const refused = async (
      other: Record<string, unknown>,
      headers: Record<string, string> = {}
    ) => (await tell("v", right, other, headers)).data
    expect(await refused({ consent: false })).toEqual({
      ...nothing,
      reason: "no_consent",
    })
    expect(await refused({}, { "sec-gpc": "1" })).toEqual({
      ...nothing,
      reason: "no_consent",
    })
    expect(await refused({}, { dnt: "1" })).toEqual({
      ...nothing,
      reason: "no_consent",
    })
    expect(await refused({}, { "user-agent": "Googlebot/2.1" })).toEqual({
      ...nothing,
      reason: "bot",
    })
    const bad: [Record<string, unknown>, string][] = [
      [{ visitor_id: undefined }, "Field 'visitor_id': must be text"],
      [{ visitor_id: null }, "Field 'visitor_id': must be text"],
      [
        { visitor_id: "x".repeat(129) },
        "Field 'visitor_id': must have at most 128 characters",
      ],
      [{ exposures: [] }, "Field 'exposures': must not be empty"],
      [{ exposures: "x" }, "Field 'exposures': must be a list"],
      [{ colour: 1 }, "Unrecognized fields: 'colour'"],
      [
        { occurred_at: "yesterday" },
        "Field 'exposures.0.occurred_at': must be an ISO 8601 instant with an offset",
      ],
      [{ consent: "no" }, "Field 'consent': must be true or false"],
      [{ website_id: "a\0" }, "Field 'website_id': contains a NUL character"],
    ]
    for (const [body, message] of bad) {
      const { status, data } = await tell("v", right, body)
      expect({ status, message: data.message }).toEqual({
        status: 400,
        message: `Invalid request: ${message}`,
      })
    }
    const huge = await tell("v", right, { website_id: "x".repeat(40_000) })
    expect(huge.status).toBe(413)
    expect(await rows()).toEqual([])
  })

  it("end with the experiment, but for those from before", async () => {
    const admin = await adminHeaders(getContainer()).catch(() => null)
    expect(admin).toBeNull()
    const { right } = await of("late")
    await sql(
      getContainer(),
      "UPDATE ab_experiment SET started_at = now() - interval '2 hours', ended_at = now() - interval '1 hour', status = 'completed' WHERE id = ?",
      [id]
    )
    const at = (minutes: number) =>
      new Date(Date.now() - minutes * 60_000).toISOString()
    expect(await outcome("late", right, { occurred_at: at(59) })).toBe(
      "not_running"
    )
    expect(await outcome("late", right, { occurred_at: at(61) })).toBe(
      "counted"
    )
    const { data } = await api.get("/web/ad-planning/experiments")
    expect(data).toEqual({ status: 200, features: {} })
  })

  it("are of definitions that a cache may keep for a minute", async () => {
    const first = await api.get("/web/ad-planning/experiments?website_id=shop")
    expect(first.headers["cache-control"]).toBe("public, max-age=60")
    expect(first.data.features.x).toEqual({
      defaultValue: "control",
      rules: [
        {
          key: "x",
          seed: "x",
          hashAttribute: "id",
          hashVersion: 2,
          coverage: 1,
          weights: [0.5, 0.5],
          variations: ["control", "treatment"],
          meta: [
            { key: "control", name: "Control" },
            { key: "treatment", name: "Treatment" },
          ],
        },
      ],
    })
    const again = await api.get(
      "/web/ad-planning/experiments?website_id=shop",
      {
        headers: { "if-none-match": first.headers.etag },
        validateStatus: () => true,
      }
    )
    expect(again.status).toBe(304)
    const elsewhere = await api.get(
      "/web/ad-planning/experiments?website_id=other"
    )
    expect(elsewhere.data.features).toEqual({})
    const assigned = await api.get(
      "/web/ad-planning/experiments/assignments?visitor_id=v1&website_id=shop"
    )
    expect(assigned.headers["cache-control"]).toBe("private, max-age=60")
    expect(assigned.data).toEqual({
      visitor_id: "v1",
      assignments: { x: (await of("v1")).right },
    })
    expect(await rows()).toEqual([])
  })
}
