import { setTimeout } from "node:timers/promises"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { backfillDisplay, type ShownBackfill } from "../lib/backfill-display"
import { continueBackfillHere } from "../runners/continue-backfill"
import { AD_PLANNING_MODULE } from "../modules/ad-planning"
import type AdPlanningService from "../modules/ad-planning/service"
import { parseBackfillArguments } from "../modules/ad-planning/utils/sync/parse-arguments"
import { backfillProgress } from "../modules/ad-planning/utils/sync/progress"
import { backfillWorkflow } from "../workflows/ad-planning/sync/backfill"

const LOOK_MS = 500
// Another process may have taken it over; it may also have ended since.
const TRY_AGAIN_MS = 20_000
const INTERRUPTED = 130

/**
 * Reads everything that the store has, in the foreground:
 * `npx medusa exec <this file> [sources=order,lead] [from=2026-01-31]`. Goes on with
 * a run that has not ended, and leaves its own so when it is interrupted.
 */
export default async function backfill({ container, args }: ExecArgs) {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const input = parseBackfillArguments(args)
  const id = await runToContinue(container, service, input, args.length > 0)
  const display = backfillDisplay(process.stdout)
  process.once("SIGINT", () => {
    display.stop()
    process.stdout.write("Stopped. The same command goes on with it.\n")
    process.exit(INTERRUPTED)
  })
  const run = await work(container, service, id, display.show)
  display.stop()
  if (run.last_error) {
    process.stdout.write(`${run.last_error}\n`)
  }
  if (run.status === "failed") {
    throw new Error(`Backfill ${id} failed`)
  }
}

async function runToContinue(
  container: MedusaContainer,
  service: AdPlanningService,
  input: ReturnType<typeof parseBackfillArguments>,
  isAsked: boolean
): Promise<string> {
  const running = await service.backfills.runningBackfill()
  if (running && !isAsked) {
    return running.id
  }
  const { result } = await backfillWorkflow(container).run({ input })
  return result.id
}

/** Works on a run until it has ended, here or in another process. */
async function work(
  container: MedusaContainer,
  service: AdPlanningService,
  id: string,
  show: (run: ShownBackfill) => void
) {
  let tried = 0
  let attempt: Promise<void> | null = null
  for (;;) {
    const run = await service.retrieveAdPlanningBackfillRun(id)
    show({ ...run, ...backfillProgress(run, new Date()) })
    if (run.status !== "running") {
      return run
    }
    if (attempt === null && Date.now() - tried > TRY_AGAIN_MS) {
      tried = Date.now()
      // How it ended is in the run.
      attempt = continueBackfillHere(container)
        .catch(() => {})
        .then(() => {
          attempt = null
        })
    }
    await setTimeout(LOOK_MS)
  }
}
