import { adminHeaders } from "../../../helpers/admin-headers"
import { asJson } from "../../../helpers/as-json"
import { sql } from "../../../helpers/ad-planning"
import { HOSTILE_TEXTS } from "../../../helpers/facts"
import type { StoreContext } from "../../../helpers/test-store"

const half = (key: string, is_control = false) => ({
  key,
  name: key,
  weight: 0.5,
  is_control,
})
const PLAIN = { name: 'Bigger "Buy" button', experiment_type: "storefront" }

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  beforeEach(async () => {
    admin = await adminHeaders(getContainer())
  })

  const url = (path: string) => `/admin/ad-planning/experiments${path}`
  const get = (path = "") => api.get(url(path), admin)
  const post = (path: string, body: object = {}) =>
    api.post(url(path), ...asJson(admin, body))
  const create = async (body: object = {}) => {
    const { status, data } = await post("", { ...PLAIN, ...body })
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data.experiment
  }
  const refusal = async (path: string, body: object = {}) => {
    const { status, data } = await post(path, body)
    return { status, type: data.type, message: data.message }
  }
  const invalid = (message: string) => ({
    status: 400,
    type: "invalid_data",
    message: `Invalid request: ${message}`,
  })
  const notAllowed = (id: string, reason: string) => ({
    status: 400,
    type: "not_allowed",
    message: `Experiment ${id} ${reason}`,
  })

  it("makes a draft with defaults, and one of everything", async () => {
    const plain = await create()
    expect(plain).toMatchObject({
      id: expect.stringMatching(/^abexp_/),
      key: "bigger-buy-button",
      status: "draft",
      coverage: 1,
      primary_metric: [{ metric: "conversion_rate", direction: "increase" }],
      guardrail_metrics: [],
      decision_method: "sequential",
      confidence_level: 0.95,
      minimum_detectable_effect: 0.05,
      conversion_window_hours: 168,
      started_at: null,
      results: null,
      is_final: false,
    })
    expect(plain.variants.map((one: { key: string }) => one.key)).toEqual([
      "control",
      "treatment",
    ])
    const full = {
      key: "full",
      hypothesis: "More sales",
      variants: [half("a", true), half("b")],
      coverage: 0.4,
      hash_seed: "seed",
      namespace: { id: "pricing", range: [0, 0.5] },
      primary_metric: ["revenue_per_visitor", "add_to_cart_rate"],
      guardrail_metrics: [{ metric: "leads", direction: "increase" }],
      decision_method: "fixed",
      planned_visitors: 1000,
      confidence_level: 0.9,
      minimum_detectable_effect: 0.1,
      conversion_window_hours: 24,
      use_cuped: true,
      website_id: "shop",
    }
    expect(await create(full)).toMatchObject({
      ...full,
      primary_metric: [
        { metric: "revenue_per_visitor", direction: "increase" },
        { metric: "add_to_cart_rate", direction: "increase" },
      ],
    })
    const { data } = await get("?status=draft&order=key&limit=1")
    expect(data).toMatchObject({ count: 2, offset: 0, limit: 1 })
    expect(data.experiments[0].key).toBe("bigger-buy-button")
  })

  it("refuses what does not go together, and writes nothing", async () => {
    const cases: [object, string][] = [
      [
        { variants: [{ ...half("a", true), weight: 0.6 }, half("b")] },
        "Field 'variants': must have weights that sum to 1, not 1.1",
      ],
      [
        { variants: [half("a", true), half("a")] },
        "Field 'variants': must have keys that differ",
      ],
      [
        { variants: [half("a"), half("b")] },
        "Field 'variants': must have exactly one control",
      ],
      [
        { variants: [{ ...half("a", true), ad_campaign_id: "c" }, half("b")] },
        "Field 'variants': must all name a campaign, ad set or ad, or none",
      ],
      [
        { primary_metric: "roas" },
        "Field 'primary_metric': roas needs variants that name a campaign",
      ],
      [
        { primary_metric: [{ metric: "leads", goal_id: "g" }] },
        "Field 'primary_metric': leads is of no goal or type: use conversion_rate",
      ],
      [
        { primary_metric: ["leads", "leads"] },
        "Field 'primary_metric': must not name a metric twice",
      ],
      [{ colour: "red" }, "Unrecognized fields: 'colour'"],
      [
        { coverage: 0 },
        "Field 'coverage': Too small: expected number to be >0",
      ],
      [{ coverage: "1" }, "Field 'coverage': must be a number"],
      [
        { key: "no spaces" },
        "Field 'key': must be up to 64 letters, digits, - and _",
      ],
      [
        { confidence_level: 1 },
        "Field 'confidence_level': Too big: expected number to be <=0.999",
      ],
      [
        { namespace: { id: "n", range: [0.5, 0.5] } },
        "Field 'namespace.range': must begin before it ends",
      ],
      [
        { planned_visitors: 1e12 },
        "Field 'planned_visitors': Too big: expected number to be <=1000000000",
      ],
      [{ hypothesis: "\0" }, "Field 'hypothesis': contains a NUL character"],
    ]
    for (const [body, message] of cases) {
      expect(await refusal("", { ...PLAIN, ...body })).toEqual(invalid(message))
    }
    expect(await refusal("", { name: "x" })).toMatchObject({ status: 400 })
    expect(
      await sql(getContainer(), "SELECT id FROM ab_experiment")
    ).toHaveLength(0)
    for (const text of HOSTILE_TEXTS) {
      const { status } = await get(`/${encodeURIComponent(text)}`)
      expect(status).toBe(404)
    }
  })

  it("has one life: started once, stopped once, and frozen in between", async () => {
    const { id } = await create({ key: "one" })
    expect(await refusal("", { ...PLAIN, key: "one" })).toEqual(
      invalid("Field 'key': is the key of another experiment")
    )
    expect(await refusal(`/${id}/stop`)).toEqual(
      notAllowed(id, "has not been started")
    )
    expect((await get(`/${id}/results`)).data).toMatchObject({
      type: "not_allowed",
      message: `Experiment ${id} has not been started: it has no results`,
    })
    const alone = [{ ...half("a", true), weight: 1 }]
    await post(`/${id}`, { variants: alone })
    expect(await refusal(`/${id}/start`)).toEqual(
      invalid("Field 'variants': must be at least 2 to start")
    )
    await post(`/${id}`, {
      variants: [half("a", true), half("b")],
      decision_method: "fixed",
    })
    expect(await refusal(`/${id}/start`)).toEqual(
      invalid(
        "Field 'planned_visitors': is required to start with decision_method fixed"
      )
    )
    expect(
      (await post(`/${id}`, { decision_method: "sequential" })).status
    ).toBe(200)
    expect(await refusal(`/${id}`)).toEqual(invalid("nothing to change"))
    expect(await refusal(`/${id}/start`, { at: 1 })).toEqual(
      invalid("Unrecognized fields: 'at'")
    )
    const started = await post(`/${id}/start`)
    expect(started.data.experiment).toMatchObject({
      status: "running",
      started_at: expect.any(String),
      plan: { rho_squared: expect.closeTo(0.001587230920347513, 15) },
    })
    expect(await refusal(`/${id}/start`)).toEqual(
      notAllowed(id, "is running: it cannot be started")
    )
    expect(await refusal(`/${id}`, { coverage: 0.1 })).toEqual(
      notAllowed(id, "is running: it cannot be changed")
    )
    expect((await api.delete(url(`/${id}`), admin)).data).toMatchObject({
      type: "not_allowed",
      message: `Experiment ${id} is running: stop it before it is deleted`,
    })
    expect(await refusal(`/${id}/ship`, { variant: "b" })).toEqual(
      notAllowed(id, "must be stopped before a variant is shipped")
    )
    expect((await get(`/${id}/results`)).data.results).toMatchObject({
      decision: "insufficient_data",
      reason: "too_few",
      final: false,
      exposed: 0,
      metrics: [{ variants: [{ visitors: 0, mean: null }, {}] }],
    })
    const stopped = await post(`/${id}/stop`)
    expect(stopped.data.experiment).toMatchObject({ status: "completed" })
    expect(await refusal(`/${id}/stop`)).toEqual(
      notAllowed(id, "was stopped already")
    )
    expect(await refusal(`/${id}/start`)).toEqual(
      notAllowed(
        id,
        "is completed: it cannot be started, but copied to a draft"
      )
    )
    expect(await refusal(`/${id}/ship`, { variant: "z" })).toEqual(
      invalid("Field 'variant': must be one of: a, b")
    )
    const shipped = await post(`/${id}/ship`, {
      variant: "b",
      reason: "It is cheaper",
    })
    expect(shipped.data.experiment.shipment).toMatchObject({
      variant: "b",
      reason: "It is cheaper",
      shipped_by: expect.stringMatching(/^user_/),
    })
    const copied = await post(`/${id}/copy`, { key: "two" })
    expect(copied.data.experiment).toMatchObject({
      key: "two",
      status: "draft",
      started_at: null,
      plan: null,
      shipment: null,
      results: null,
    })
    expect((await api.delete(url(`/${id}`), admin)).data).toEqual({
      id,
      object: "ab_experiment",
      deleted: true,
    })
    expect((await get(`/${id}`)).status).toBe(404)
  })

  it("plans from the shop's own visitors, and says what it does not know", async () => {
    const asked = {
      baseline: 0.05,
      visitors_per_day: 500,
      minimum_detectable_effect: 0.2,
    }
    const fixed = await post("/sample-size", {
      ...asked,
      decision_method: "fixed",
    })
    expect(fixed.data.sample_size).toMatchObject({
      visitors: 16_316,
      visitors_per_variant: 8_158,
      days: 33,
      is_from_shop: false,
    })
    const own = await post("/sample-size")
    expect(own.data.sample_size).toMatchObject({
      baseline: null,
      visitors: null,
      days: null,
      visitors_per_day: null,
    })
    expect(await refusal("/sample-size", { power: 2 })).toEqual(
      invalid("Field 'power': Too big: expected number to be <=0.99")
    )
  })
}
