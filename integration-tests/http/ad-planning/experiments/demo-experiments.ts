import { writeExperiments } from "../../../../src/scripts/demo/write-experiments"
import { updateExperimentResultsWorkflow } from "../../../../src/workflows/ad-planning/experiments/update-experiment-results"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import type { StoreContext } from "../../../helpers/test-store"
import { exposures, withConflict } from "./exposure-facts"

export default function suite({ api, getContainer }: StoreContext) {
  const written: Record<string, string> = {}
  beforeAll(async () => {
    await writeExperiments(getContainer(), new Date(), () => {})
    const rows = await adPlanning(getContainer()).listAbExperiments({})
    rows.forEach(({ key, id }) => (written[key] = id))
  }, 60_000)

  it("are a winner, one that runs and one with a broken split", async () => {
    const admin = await adminHeaders(getContainer())
    const { data } = await api.get(
      "/admin/ad-planning/experiments?order=key",
      admin
    )
    const shown = data.experiments.map(
      ({ key, status, results, is_final, is_significant }: ShownExperiment) => [
        key,
        status,
        results.decision,
        is_final,
        is_significant,
      ]
    )
    expect(shown).toEqual([
      ["demo-delivery-date", "running", "keep_running", false, false],
      ["demo-product-photos", "completed", "ship_variant", true, true],
      ["demo-quick-view", "running", "invalid_srm", false, false],
    ])
  })

  it("say the same again, as CSV, and by device", async () => {
    const admin = await adminHeaders(getContainer())
    const id = written["demo-product-photos"]!
    const path = `/admin/ad-planning/experiments/${id}`
    const [first, second] = [
      await api.get(`${path}/results`, admin),
      await api.get(`${path}/results`, admin),
    ]
    expect(second.data).toEqual(first.data)
    expect(JSON.stringify(first.data)).not.toMatch(/NaN|Infinity/)
    const [metric, guardrail] = first.data.results.metrics
    expect(guardrail).toMatchObject({
      role: "guardrail",
      comparisons: [{ is_harmed: false, p_value: null }],
    })
    const csv = await api.get(`${path}/results`, {
      ...admin,
      headers: { ...admin.headers, accept: "text/csv" },
    })
    const [head, ...lines] = csv.data.trim().split("\n")
    expect(head).toMatch(/^metric,role,variant,is_control,exposed/)
    expect(lines).toHaveLength(4)
    for (const by of ["device", "country", "campaign", "segment"]) {
      const { data } = await api.get(`${path}/breakdown?by=${by}`, admin)
      expect(data).toMatchObject({ by, is_exploration: true })
      for (const { variant, visitors, converters } of metric.variants) {
        const parts = data.breakdown.map(
          (row: { variants: (typeof metric)["variants"] }) =>
            row.variants.find(
              (one: { variant: string }) => one.variant === variant
            )
        )
        const sum = (field: string) =>
          parts.reduce(
            (all: number, part: Record<string, number>) => all + part[field]!,
            0
          )
        expect([sum("visitors"), sum("converters")]).toEqual([
          visitors,
          converters,
        ])
      }
    }
    const unknown = await api.get(`${path}/breakdown?by=mood`, admin)
    expect(unknown.status).toBe(400)
  })

  it("exposures are written once, and conflicts stay", async () => {
    const id = written["demo-delivery-date"]!
    const rows = () =>
      sql(
        getContainer(),
        "SELECT id, visitor_id, variant, exposed_at, conflict_at FROM ad_planning_experiment_exposure WHERE experiment_id = ? ORDER BY visitor_id",
        [id]
      )
    const before = await rows()
    const facts = await exposures(getContainer(), id)
    await adPlanning(getContainer()).experiments.importExposures(facts)
    expect(await rows()).toEqual(before)
    const conflict = withConflict(facts[0]!)
    for (let turn = 0; turn < 2; turn++) {
      await adPlanning(getContainer()).experiments.importExposures([conflict])
    }
    const marked = await sql(
      getContainer(),
      "SELECT visitor_id FROM ad_planning_experiment_exposure WHERE experiment_id = ? AND conflict_at IS NOT NULL",
      [id]
    )
    expect(marked).toEqual([{ visitor_id: facts[0]!.visitor_id }])
  })

  it("are calculated by the job, but for the final one", async () => {
    const { result } = await updateExperimentResultsWorkflow(
      getContainer()
    ).run({ input: { as_of: new Date().toISOString() } })
    expect(result.ids.toSorted()).toEqual(
      [written["demo-delivery-date"]!, written["demo-quick-view"]!].toSorted()
    )
  })
}

interface ShownExperiment {
  key: string
  status: string
  results: { decision: string }
  is_final: boolean
  is_significant: boolean
}
