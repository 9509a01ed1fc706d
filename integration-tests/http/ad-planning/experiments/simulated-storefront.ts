import { GrowthBook } from "@growthbook/growthbook"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import type { StoreContext } from "../../../helpers/test-store"
import { calculateExperimentResultsWorkflow } from "../../../../src/workflows/ad-planning/experiments/calculate-experiment-results"

const VISITORS = 20_000
const AT_ONCE = 64
const RATES: Record<string, number> = { control: 0.1, treatment: 0.13 }
const TRUE_LIFT = RATES.treatment! / RATES.control! - 1
const DAY_MS = 86_400_000

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function seededRandom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Counts {
  exposed: number
  converters: number
}

export default function suite({ api, getContainer }: StoreContext) {
  it("counts 20,000 visitors as the storefront itself does, finds the lift and the broken split", async () => {
    const admin = await adminHeaders(getContainer())
    const experiments: Record<string, string> = {}
    for (const key of ["button", "same", "broken"]) {
      const { data } = await api.post(
        "/admin/ad-planning/experiments",
        {
          name: key,
          key,
          experiment_type: "storefront",
          primary_metric: "leads",
          conversion_window_hours: 24,
        },
        admin
      )
      const { id } = data.experiment
      const { status } = await api.post(
        `/admin/ad-planning/experiments/${id}/start`,
        {},
        admin
      )
      expect(status).toBe(200)
      experiments[key] = id
    }
    const random = seededRandom(21)
    const visitors = Array.from({ length: VISITORS }, (_, index) => ({
      id: `visitor-${index}`,
      // Each from an address of its own, or the limit would count them as one.
      address: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
      chance: random(),
      luck: random(),
      isSilent: random() < 0.2,
    }))
    const counts: Record<string, Record<string, Counts>> = {}
    const count = (key: string, variant: string, isConverted: boolean) => {
      const ofKey = (counts[key] ??= {})
      const own = (ofKey[variant] ??= { exposed: 0, converters: 0 })
      own.exposed += 1
      own.converters += isConverted ? 1 : 0
    }

    async function visit(visitor: (typeof visitors)[number]) {
      const headers = {
        "x-forwarded-for": visitor.address,
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/130",
      }
      const assigned = await api.get(
        `/web/ad-planning/experiments/assignments?visitor_id=${visitor.id}`,
        { headers }
      )
      const assignments: Record<string, string> = assigned.data.assignments
      const exposures = Object.entries(assignments)
        // A redirect that loses a fifth of the treatment's visitors.
        .filter(
          ([key, variant]) =>
            !(key === "broken" && variant === "treatment" && visitor.isSilent)
        )
        .map(([experiment, variant]) => ({ experiment, variant }))
      const told = await api.post(
        "/web/ad-planning/experiments/exposures",
        { visitor_id: visitor.id, exposures },
        { headers }
      )
      expect(told.data.accepted).toBe(exposures.length)
      const isConverted = visitor.chance < RATES[assignments.button!]!
      for (const { experiment, variant } of exposures) {
        count(experiment, variant, isConverted)
      }
      if (isConverted) {
        const { status } = await api.post(
          "/web/ad-planning/track-conversion",
          {
            conversion_type: "lead_form_submission",
            visitor_id: visitor.id,
            event_id: `lead-${visitor.id}`,
          },
          { headers }
        )
        expect(status).toBe(202)
      }
    }

    const waiting = [...visitors]
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          await visit(next)
        }
      })
    )

    const asOf = new Date(Date.now() + 10 * DAY_MS).toISOString()
    const results = async (key: string) => {
      const { status, data } = await api.get(
        `/admin/ad-planning/experiments/${experiments[key]}/results?as_of=${asOf}`,
        admin
      )
      expect(status).toBe(200)
      return data.results
    }
    for (const key of ["button", "same", "broken"]) {
      const { metrics, variants } = await results(key)
      for (const {
        variant,
        visitors: matured,
        converters,
        raw_sum,
      } of metrics[0].variants) {
        const own = counts[key]![variant]!
        expect({ matured, converters, raw_sum }).toEqual({
          matured: own.exposed,
          converters: own.converters,
          raw_sum: own.converters,
        })
        const shown = variants.find(
          (one: { key: string }) => one.key === variant
        )
        expect(shown).toMatchObject({ exposed: own.exposed, excluded: 0 })
      }
    }

    const button = await results("button")
    const [{ comparisons }] = button.metrics
    expect(button).toMatchObject({
      decision: "ship_variant",
      variant: "treatment",
      sample_ratio: { before: { status: "ok" }, after: { status: "ok" } },
    })
    expect(comparisons[0].lift_interval.lower).toBeLessThan(TRUE_LIFT)
    expect(comparisons[0].lift_interval.upper).toBeGreaterThan(TRUE_LIFT)
    expect(comparisons[0].lift_interval.lower).toBeGreaterThan(0)

    // The same visitors, whose luck does not depend on what `same` gave them.
    const same = await results("same")
    expect(same.metrics[0].comparisons[0].is_significant).toBe(false)
    expect(["keep_running", "no_difference"]).toContain(same.decision)

    const broken = await results("broken")
    expect(broken).toMatchObject({
      decision: "invalid_srm",
      sample_ratio: { before: { status: "mismatch", df: 1 } },
    })
    expect(broken.sample_ratio.before.p_value).toBeLessThan(1e-6)
    expect(broken.sentence).toContain("not shown as often as their weights say")

    // Twice is once: of the row, and of the announcement.
    const events: unknown[] = []
    getContainer()
      .resolve("event_bus")
      .subscribe("ad_planning.experiment.significant", async (event) => {
        events.push(event.data)
      })
    for (let turn = 0; turn < 2; turn++) {
      await calculateExperimentResultsWorkflow(getContainer()).run({
        input: { id: experiments.button!, as_of: asOf },
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(events).toEqual([{ id: experiments.button }])
    expect(
      await adPlanning(getContainer()).retrieveAbExperiment(experiments.button!)
    ).toMatchObject({ is_significant: true, is_final: false })

    // GrowthBook's own SDK reads the definitions and agrees.
    const { data, headers } = await api.get("/web/ad-planning/experiments")
    expect(headers).toMatchObject({ "cache-control": "public, max-age=60" })
    const rows = await sql<{ visitor_id: string; variant: string }>(
      getContainer(),
      "SELECT visitor_id, variant FROM ad_planning_experiment_exposure WHERE experiment_id = ? ORDER BY visitor_id LIMIT 500",
      [experiments.button!]
    )
    for (const { visitor_id, variant } of rows) {
      const sdk = new GrowthBook({ attributes: { id: visitor_id } })
      sdk.initSync({ payload: data })
      expect(sdk.getFeatureValue("button", "none")).toBe(variant)
      sdk.destroy()
    }
  }, 600_000)
}
