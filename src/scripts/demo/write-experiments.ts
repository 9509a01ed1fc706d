import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../modules/ad-planning/service-of"
import type {
  ConversionInput,
  ExposureFact,
  NewExperiment,
} from "../../modules/ad-planning/types"
import { variantOf } from "../../modules/ad-planning/utils/statistical-utils"
import { readUtm } from "../../modules/ad-planning/utils/attribution/read-signals"
import { trackConversionWorkflow } from "../../workflows/ad-planning/conversions/track-conversion"
import { calculateExperimentResultsWorkflow } from "../../workflows/ad-planning/experiments/calculate-experiment-results"
import { randomFor } from "./random"

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Rows that one statement takes. */
const BATCH = 2_000

interface DemoExperiment {
  experiment: NewExperiment & { key: string }
  visitors: number
  /** Days before now; null = it still runs. */
  started: number
  ended: number | null
  /** Share of a variant's visitors who add something to the cart. */
  rates: Record<string, number>
  /** Share of the treatment's visitors who leave before they are counted. */
  lost: number
  shipped?: string
}

const LABEL = "Synthetic demo data: no real visitors."

const compared = (
  key: string,
  name: string,
  treatment: string
): DemoExperiment["experiment"] => ({
  key,
  name,
  hypothesis: LABEL,
  experiment_type: "storefront",
  variants: [
    { key: "control", name: "As before", weight: 0.5, is_control: true },
    { key: "treatment", name: treatment, weight: 0.5, is_control: false },
  ],
  primary_metric: [{ metric: "add_to_cart_rate", direction: "increase" }],
  guardrail_metrics: [{ metric: "checkout_rate", direction: "increase" }],
  minimum_detectable_effect: 0.1,
})

/** One that found a winner, one that runs, and one with a broken split. */
const DEMO_EXPERIMENTS: DemoExperiment[] = [
  {
    experiment: compared(
      "demo-product-photos",
      "Larger product photos",
      "Large photos"
    ),
    visitors: 6_000,
    started: 49,
    ended: 21,
    rates: { control: 0.12, treatment: 0.158 },
    lost: 0,
    shipped: "Large photos are worth their loading time.",
  },
  {
    experiment: compared(
      "demo-delivery-date",
      "Delivery date beside the price",
      "With date"
    ),
    visitors: 2_400,
    started: 18,
    ended: null,
    rates: { control: 0.12, treatment: 0.128 },
    lost: 0,
  },
  {
    experiment: compared(
      "demo-quick-view",
      "Quick view in the list",
      "Quick view"
    ),
    visitors: 2_500,
    started: 25,
    ended: null,
    rates: { control: 0.12, treatment: 0.14 },
    lost: 0.2,
  },
]

/** Experiments for the pages to show; every visitor of them is synthetic. */
export async function writeExperiments(
  container: MedusaContainer,
  now: Date,
  advance: (rows: number) => void
): Promise<void> {
  for (const demo of DEMO_EXPERIMENTS) {
    await writeExperiment(container, demo, now, advance)
  }
}

export const DEMO_EXPOSURES = DEMO_EXPERIMENTS.reduce(
  (all, { visitors }) => all + visitors,
  0
)

async function writeExperiment(
  container: MedusaContainer,
  demo: DemoExperiment,
  now: Date,
  advance: (rows: number) => void
): Promise<void> {
  const { experiments, experimentFigures } = serviceOf(container)
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const id = await experiments.create(demo.experiment)
  const startedAt = before(demo.started)
  const plan = await experimentFigures.plan(
    await experiments.byId(id),
    startedAt
  )
  await experiments.start(id, plan, startedAt)
  const { exposures, carts } = await visitsOf(container, id, demo, now)
  for (let at = 0; at < exposures.length; at += BATCH) {
    await experiments.importExposures(exposures.slice(at, at + BATCH))
    advance(Math.min(BATCH, exposures.length - at))
  }
  for (let at = 0; at < carts.length; at += BATCH) {
    await trackConversionWorkflow(container).run({
      input: { conversions: carts.slice(at, at + BATCH) },
    })
  }
  if (demo.ended !== null) {
    await experiments.stop(id, before(demo.ended))
  }
  if (demo.shipped) {
    await experiments.ship(id, {
      variant: "treatment",
      reason: demo.shipped,
      shipped_at: before(10).toISOString(),
      shipped_by: null,
    })
  }
  await calculateExperimentResultsWorkflow(container).run({
    input: { id, as_of: now.toISOString() },
  })
}

/** Who saw it, and who of them added something to the cart. */
async function visitsOf(
  container: MedusaContainer,
  id: string,
  demo: DemoExperiment,
  now: Date
): Promise<{ exposures: ExposureFact[]; carts: ConversionInput[] }> {
  const experiment = await serviceOf(container).experiments.byId(id)
  const random = randomFor(`experiment:${demo.experiment.key}`)
  const from = experiment.started_at!.getTime()
  const to = now.getTime() - (demo.ended ?? 0) * DAY_MS
  const exposures: ExposureFact[] = []
  const carts: ConversionInput[] = []
  for (let index = 0; index < demo.visitors; index++) {
    const visitor_id = `${demo.experiment.key}-${index}`
    const variant = variantOf(experiment, visitor_id)
    const at = from + random.float() * (to - from)
    const isLost = random.chance(demo.lost) && variant === "treatment"
    const isCart = random.chance(demo.rates[variant ?? ""] ?? 0)
    const device = random.weighted([
      ["mobile", 6],
      ["desktop", 3],
      ["tablet", 1],
    ] as const)
    const country_code = random.weighted([
      ["gb", 8],
      ["de", 1],
      ["fr", 1],
    ] as const)
    const cartAt = at + random.float() * 24 * HOUR_MS
    if (variant === null || isLost) {
      continue
    }
    exposures.push({
      experiment_id: id,
      visitor_id,
      variant,
      exposed_at: new Date(at).toISOString(),
      conflict_at: null,
      website_id: null,
      device,
      country_code,
    })
    if (isCart && cartAt < now.getTime()) {
      carts.push(cartOf(visitor_id, new Date(cartAt)))
    }
  }
  return { exposures, carts }
}

function cartOf(visitorId: string, at: Date): ConversionInput {
  return {
    idempotency_key: `pixel:${visitorId}-cart`,
    source: "pixel",
    conversion_type: "add_to_cart",
    conversion_name: "Synthetic visitor of a demo experiment",
    website_id: null,
    pathname: null,
    visitor_id: visitorId,
    session_id: null,
    order_id: null,
    converted_at: at.toISOString(),
    value: null,
    currency: null,
    utm: readUtm({}),
    metadata: { synthetic: true },
    signals: null,
  }
}
