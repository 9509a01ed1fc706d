import { adminHeaders } from "../../../helpers/admin-headers"
import { eventually, sql } from "../../../helpers/ad-planning"
import { people } from "../../../helpers/host"
import type { Row } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"
import { CHURN_FEATURE_NAMES } from "../../../../src/modules/ad-planning/utils/scores/churn-rules"
import { bgNbdExpectation } from "../../../../src/modules/ad-planning/utils/scores/bg-nbd-expectation"
import {
  linear,
  logistic,
} from "../../../../src/modules/ad-planning/utils/scores/logistic-regression"
import { scoringOf } from "../../../../src/workflows/ad-planning/scores/train-clv"
import { serviceOf } from "../../../../src/modules/ad-planning/service-of"
import { calculateChurnRiskWorkflow } from "../../../../src/workflows/ad-planning/scores/calculate-churn-risk"
import { calculateClvWorkflow } from "../../../../src/workflows/ad-planning/scores/calculate-clv"

const AS_OF = "2026-06-01T12:00:00.000Z"

export default function suite({ api, getContainer }: StoreContext) {
  let headers: Awaited<ReturnType<typeof adminHeaders>>
  let ids: string[] = []
  const scores = (type: string) =>
    sql<Row>(
      getContainer(),
      "SELECT * FROM customer_score WHERE score_type = ? ORDER BY person_id",
      [type]
    )
  const buy = (person: string, at: string, value: number, more: object = {}) =>
    serviceOf(getContainer()).createConversions({
      conversion_type: "purchase",
      source: "order",
      idempotency_key: `order:${person}:${at}`,
      order_id: `order_${person}_${at}`,
      person_id: person,
      converted_at: new Date(at),
      currency: "gbp",
      conversion_value: value,
      tax_value: 0,
      shipping_value: 0,
      net_value: value,
      ...more,
    })
  const request = (method: "get" | "post", path: string, body?: object) => {
    const config = { ...headers, validateStatus: () => true }
    const url = `/admin/ad-planning/${path}`
    return method === "get" ? api.get(url, config) : api.post(url, body, config)
  }
  const calculate = async (input = { as_of: AS_OF }) => {
    const clv = await calculateClvWorkflow(getContainer()).run({ input })
    const churn = await calculateChurnRiskWorkflow(getContainer()).run({
      input,
    })
    return { clv: clv.result, churn: churn.result }
  }

  beforeAll(async () => {
    headers = await adminHeaders(getContainer())
    const made = await people(getContainer()).createPeople(
      ["same-day", "silent", "never"].map((name) => ({
        first_name: name,
        last_name: "Test",
        email: `${name}@example.com`,
      }))
    )
    ids = made.map(({ id }) => id)
    await eventually(async () => (await scores("engagement")).length === 3)
    await buy(ids[0]!, "2026-06-01T08:00:00Z", 40)
    await buy(ids[0]!, "2026-06-01T10:00:00Z", 60)
    for (const month of ["01", "02", "03"]) {
      await buy(ids[1]!, `2026-${month}-01T10:00:00Z`, 100)
    }
    // Cancelled before the moment: dropped. `canceled` absent counts.
    await buy(ids[1]!, "2026-05-30T10:00:00Z", 999, {
      canceled_at: new Date("2026-05-30T11:00:00Z"),
      net_value: 0,
    })
    await calculate()
  })

  it("case 21: two orders on one day, T = 0: finite CLV, two orders a year", async () => {
    const rows = await scores("clv")
    expect(rows.map((row) => row.person_id)).toEqual(
      [ids[0], ids[1]].toSorted()
    )
    const row = rows.find(({ person_id }) => person_id === ids[0])!
    expect(row).toMatchObject({
      score_value: 100,
      breakdown: {
        method: "formula",
        currency: "gbp",
        orders: 2,
        purchase_days: 1,
        orders_per_year: 2,
        avg_order_value: 50,
        observed: 100,
        p_alive: null,
      },
    })
  })

  it("gives silent buyers the fallback's risk, and never-buyers none", async () => {
    const rows = await scores("churn_risk")
    expect(rows.map((row) => row.person_id)).toEqual(
      [ids[0], ids[1]].toSorted()
    )
    const row = rows.find(({ person_id }) => person_id === ids[1])!
    // 92 days of silence; gaps of 31 and 28 days: 29.5.
    expect(row.breakdown).toMatchObject({
      method: "fallback",
      days_since_last_purchase: 92,
      cadence_days: 29.5,
      purchase_days: 3,
    })
    expect(row.score_value).toBeCloseTo((100 * 92) / (92 + 59), 10)
    expect(row.level).toBe("lost")
  })

  it("has no value of who bought only in a currency without a rate", async () => {
    const [, other] = ids
    await sql(
      getContainer(),
      "UPDATE conversion SET currency = 'xpf' WHERE person_id = ?",
      [other!]
    )
    await calculate()
    expect((await scores("clv")).map((row) => row.person_id)).toEqual([ids[0]])
    const risks = await scores("churn_risk")
    const risk = risks.find(({ person_id }) => person_id === other)!
    expect(risk.breakdown).toMatchObject({
      value_at_stake: null,
      formula_clv: null,
    })
    await sql(
      getContainer(),
      "UPDATE conversion SET currency = 'gbp' WHERE person_id = ?",
      [other!]
    )
    await calculate()
    expect(await scores("clv")).toHaveLength(2)
  })

  it("changes nothing the second time, neither scores nor the model", async () => {
    const before = await sql(
      getContainer(),
      "SELECT * FROM ad_planning_score_model ORDER BY type"
    )
    expect(before).toHaveLength(2)
    expect(await calculate()).toEqual({
      clv: { scored: 2, changed: 0, removed: 0, crossed: [] },
      churn: { scored: 2, changed: 0, removed: 0, crossed: [] },
    })
    expect(
      await sql(
        getContainer(),
        "SELECT * FROM ad_planning_score_model ORDER BY type"
      )
    ).toEqual(before)
  })

  it("GET /scores/model shows the card of each model", async () => {
    const churn = await request("get", "scores/model?type=churn_risk")
    expect(churn.data.model).toMatchObject({
      trained_at: AS_OF,
      params: { method: "fallback", line: 50 },
      metrics: { status: "insufficient_data", required: { buyers: 200 } },
    })
    const clv = await request("get", "scores/model?type=clv")
    expect(clv.data.model).toMatchObject({
      params: { method: "formula", currency: "gbp" },
      metrics: { reason: "insufficient_data", buyers: 2 },
    })
  })

  it("scores by a fitted model in SQL as the functions do", async () => {
    const { scoreModels } = serviceOf(getContainer())
    const scope = {
      person_ids: null,
      as_of: new Date("2026-06-01T12:30:00.000Z"),
      currency: "gbp",
    }
    const coefficients = Object.fromEntries(
      CHURN_FEATURE_NAMES.map((name, index) => [name, 0.1 * (index - 4)])
    )
    const means = Object.fromEntries(
      CHURN_FEATURE_NAMES.map((name) => [name, 0.5])
    )
    await scoreModels.writeChurn(scope, {
      method: "logistic",
      horizon_days: 30,
      currency: "gbp",
      retention_years: 1,
      cadence_days: 30,
      intercept: -1,
      coefficients,
      means,
      line: 50,
    })
    const samples = await scoreModels.churnSamples(scope, 30, scope.as_of, 10)
    const risks = samples.map(
      ({ values }) =>
        100 * logistic(linear(-1, Object.values(coefficients), values))
    )
    const rows = await scores("churn_risk")
    const found = rows.map((row) => Number(row.score_value))
    const sorted = (values: number[]) => values.toSorted((a, b) => a - b)
    expect(found).toHaveLength(2)
    sorted(found).forEach((value, index) =>
      expect(value).toBeCloseTo(sorted(risks)[index]!, 9)
    )
    expect(rows[0]!.breakdown).toMatchObject({
      method: "logistic",
      factors: { has_rating: -0.5 * coefficients.has_rating! },
    })

    const scoring = await scoringOf(
      {
        method: "bg_nbd",
        currency: "gbp",
        retention_years: 1,
        bg_nbd: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
        nbd: null,
        gamma_gamma: { p: 2, q: 4, v: 150 },
        levels: { medium: 10, high: 1_000 },
      },
      await scoreModels.histories(scope, 1_000)
    )
    await scoreModels.writeClv(scope, scoring)
    const clv = await scores("clv")
    const one = clv.find(({ person_id }) => person_id === ids[0])!
    // x 0, T 0, no repeat day: 1.45 purchases (mpmath) of 2 * 150 / 3 each.
    expect(one.score_value).toBeCloseTo(
      bgNbdExpectation(
        { repeats: 0, last: 0, age: 0 },
        { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
        365 / 7
      ) * 100,
      8
    )
    expect(one).toMatchObject({
      level: "medium",
      breakdown: {
        method: "bg_nbd",
        p_alive: null,
        p_alive_reason: "one_purchase_day",
        value_per_purchase: 100,
      },
    })
    const two = clv.find(({ person_id }) => person_id === ids[1])!
    // Two repeat days of 100: 2 * (150 + 200) / (4 + 3).
    expect(two.breakdown).toMatchObject({
      value_per_purchase: 100,
      p_alive_reason: null,
    })
  })

  it("case 22: what is dated after the cut-off does not change features", async () => {
    const service = serviceOf(getContainer())
    const scope = { person_ids: null, as_of: new Date(AS_OF), currency: "gbp" }
    const samples = () =>
      service.scoreModels.churnSamples(scope, 30, new Date("2026-08-01"), 10)
    const before = await samples()
    const [conversion] = await service.listConversions(
      { person_id: ids[1] },
      { order: { converted_at: "ASC" } }
    )
    await service.createAdPlanningConversionAdjustments({
      conversion_id: conversion!.id,
      source_type: "credit_line",
      source_id: "late",
      amount: -100,
      tax_amount: 0,
      shipping_amount: 0,
      currency: "gbp",
      occurred_at: new Date("2026-06-02T00:00:00Z"),
    })
    await service.createAdPlanningRatings({
      source_type: "nps_answer",
      source_id: "late",
      person_id: ids[1],
      state: "answered",
      scale: "0-10",
      value: 1,
      asked_at: new Date("2026-06-01T00:00:00Z"),
      answered_at: new Date("2026-06-02T00:00:00Z"),
    })
    expect(await samples()).toEqual(before)
    // At the later moment both are known.
    scope.as_of = new Date("2026-06-03T00:00:00Z")
    const after = await samples()
    expect(after.map(({ values }) => values[10]).toSorted()).toEqual([0, 1])
  })

  it("announces a customer over the line once, and lists what is at stake", async () => {
    // 45 days of a cadence of 29.5: 43 is below 50; 70 days: 54 is over it.
    const first = await calculateChurnRiskWorkflow(getContainer()).run({
      input: { as_of: "2026-06-01T13:00:00.000Z" },
    })
    expect(first.result.crossed).toEqual([])
    await buy(ids[1]!, "2026-04-01T10:00:00Z", 100)
    const later = { as_of: "2026-06-10T12:00:00.000Z" }
    const second = await calculateChurnRiskWorkflow(getContainer()).run({
      input: later,
    })
    expect(second.result.crossed).toEqual([ids[1]])
    const again = await calculateChurnRiskWorkflow(getContainer()).run({
      input: later,
    })
    expect(again.result.crossed).toEqual([])
    const { data } = await request("get", "customers/at-risk?limit=1")
    expect(data).toMatchObject({
      count: 1,
      customers: [
        {
          person_id: ids[1],
          person: { first_name: "silent" },
          level: "at_risk",
        },
      ],
    })
    const [row] = data.customers
    expect(row.value_at_stake).toBeCloseTo((row.risk / 100) * 400, 8)
    expect(data.value_at_stake).toBe(row.value_at_stake)
    const explained = await request(
      "post",
      `customers/${ids[1]}/churn-explanation`,
      {}
    )
    expect(explained.status).toBe(200)
    expect(explained.data).toMatchObject({
      source: "template",
      churn_risk: row.risk,
      suggested_action:
        "Send a reminder with what is new since their last purchase.",
    })
  })

  it.each([
    ["get", "scores/model", 400],
    ["get", "scores/model?type=nps", 400],
    ["get", "scores/model?type=clv&x=1", 400],
    ["get", "customers/at-risk?limit=100000", 400],
    ["post", "customers/nobody/churn-explanation", 404],
  ] as const)("%s %s answers %d", async (method, path, status) => {
    expect((await request(method, path, {})).status).toBe(status)
  })

  it("rejects an explanation with a body, and of a never-buyer", async () => {
    const path = `customers/${ids[2]}/churn-explanation`
    expect((await request("post", path, { risk: 1 })).status).toBe(400)
    const { status, data } = await request("post", path, {})
    expect(status).toBe(400)
    expect(data.message).toBe(
      `Person ${ids[2]} has no churn risk: only buyers have one, once it is calculated`
    )
  })
}
