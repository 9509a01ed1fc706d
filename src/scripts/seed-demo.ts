import { resolve } from "node:path"
import { inspect } from "node:util"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  DEMO_SIZES,
  hasNote,
  readState,
  wantedSize,
  writeNote,
  writeState,
  type DemoNote,
  type DemoSize,
  type DemoState,
} from "./demo/demo-state"
import { bulkAnalyzeHere } from "../runners/bulk-analyze"
import { DEMO_CAMPAIGNS } from "./demo/campaigns"
import { readInvoices } from "./demo/invoices"
import { planDemo, type DemoPlan } from "./demo/plan-demo"
import { dayOf } from "./demo/period"
import { createProgress } from "./demo/progress"
import { ensureStore, type DemoStore } from "./demo/store"
import { writePlan } from "./demo/write-plan"

const MOST_TEXT = 400
const ORDERS_FILE = "data/online-retail/orders.csv.gz"

/**
 * Fills an empty store with real orders and the synthetic advertising around
 * them (docs/demo.md): `medusa exec ./src/scripts/seed-demo.ts`, from the
 * project's root. Env DEMO chooses how many orders.
 */
export default async function seedDemo({ container }: ExecArgs) {
  const size = wantedSize(process.env.DEMO)
  if (!size) {
    return fail(
      `DEMO is "${process.env.DEMO}", expected one of: ${DEMO_SIZES.join(", ")}`
    )
  }
  const state = await readState(container)
  if (state === "loading") {
    return fail(
      "The demo store was only partly loaded: delete .data and start again " +
        "(with a DATABASE_URL of your own: give it an empty database)."
    )
  }
  try {
    say(
      isLoaded(state, size)
        ? await keep(container, state, size)
        : await fill(container, size)
    )
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .debug(`${inspect(error)}`)
    fail(`The demo store could not be loaded: ${shortened(error)}`)
  }
}

function isLoaded(state: DemoState, wanted: DemoSize): state is DemoSize {
  return state === wanted || state === "newest" || state === "full"
}

async function keep(
  container: MedusaContainer,
  state: DemoSize,
  wanted: DemoSize
): Promise<string> {
  if (!hasNote()) {
    note(await ensureStore(container), { demo: state })
  }
  return state === "newest" && wanted === "full"
    ? "The demo store has its newest three months already, nothing is loaded: for all orders delete .data and start again with DEMO=full."
    : `The demo store is there already (DEMO=${state}), nothing is loaded again.`
}

async function fill(
  container: MedusaContainer,
  size: DemoSize
): Promise<string> {
  const store = await ensureStore(container)
  const outcome: Outcome =
    size === "0"
      ? { summary: "The demo store has no orders (DEMO=0)." }
      : await load(container, store, size)
  await writeState(container, size)
  const file = note(store, { demo: size, ...outcome.note })
  return `${outcome.summary} Publishable API key: ${store.publishableKey} (${file})`
}

function note(
  store: DemoStore,
  known: Pick<DemoNote, "demo" | "credit_notes_not_booked">
) {
  return writeNote({
    publishable_key: store.publishableKey,
    loaded_at: new Date().toISOString(),
    ...known,
  })
}

interface Outcome {
  summary: string
  note?: Pick<DemoNote, "credit_notes_not_booked">
}

/** Writes everything, then makes the facts of it. */
async function load(
  container: MedusaContainer,
  store: DemoStore,
  size: "newest" | "full"
): Promise<Outcome> {
  const begun = Date.now()
  const invoices = readInvoices(resolve(process.cwd(), ORDERS_FILE))
  const plan = planDemo(invoices, size, new Date(begun))
  const progress = createProgress(process.stdout)
  await writeState(container, "loading")
  try {
    await writePlan(container, store, plan, progress)
    // What the host is told would wake its subscribers for every row.
    await bulkAnalyzeHere(container, { write_back: false })
  } finally {
    progress.stop()
  }
  const seconds = Math.round((Date.now() - begun) / 1_000)
  return {
    summary: `${describe(plan)} Loaded in ${seconds} s.`,
    note: { credit_notes_not_booked: plan.notBooked },
  }
}

function describe(plan: DemoPlan): string {
  const { no_order, order_before_the_period, over_the_limit } = plan.notBooked
  return (
    `Demo store: ${plan.orders.length} real orders of ${plan.customers.length} known customers and of guests, ` +
    `${dayOf(plan.period.from)} to ${dayOf(plan.period.to)}; of their credit notes ` +
    `${plan.cancellations.length} cancel and ${plan.refunds.length} refund in part, ` +
    `${no_order.length + order_before_the_period.length + over_the_limit.length} are not booked ` +
    `(${no_order.length} match no order, ${order_before_the_period.length} an order before the period, ` +
    `${over_the_limit.length} over the limit of refunds). ` +
    `SYNTHETIC: ${DEMO_CAMPAIGNS.length} campaigns, their spend on ${plan.days.length} campaign days, and ${plan.visits.length} visits.`
  )
}

/** The end of a database's message says what is wrong; before it is the SQL. */
function shortened(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.length > MOST_TEXT ? `... ${text.slice(-MOST_TEXT)}` : text
}

/** `medusa exec` ends with the exit code that is set. */
function fail(reason: string) {
  process.exitCode = 1
  process.stderr.write(`${reason}\n`)
}

function say(text: string) {
  process.stdout.write(`${text}\n`)
}
