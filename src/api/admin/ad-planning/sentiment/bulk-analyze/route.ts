import { setTimeout } from "node:timers/promises"
import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../../../../lib/error-message"
import { bulkAnalyzeHere } from "../../../../../runners/bulk-analyze"
import type { AdminBulkAnalyzeSentimentType } from "../validators"

// A run that takes longer goes on without the request.
const WAIT_MS = 20_000

/** Reads every text that is not read yet. 202 while it goes on. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminBulkAnalyzeSentimentType>,
  res: MedusaResponse
) => {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const run = bulkAnalyzeHere(req.scope, req.validatedBody)
  let isAnswered = false
  run.catch((error: unknown) => {
    if (isAnswered) {
      logger.error(`ad-planning: bulk sentiment: ${errorMessage(error)}`)
    }
  })
  const stillRunning = { status: "running" as const }
  const outcome = await Promise.race([
    run,
    setTimeout(WAIT_MS, stillRunning, { ref: false }),
  ])
  isAnswered = true
  if (outcome === null || "status" in outcome) {
    res.status(202).json({ bulk: stillRunning })
    return
  }
  res.json({ bulk: { status: "completed", ...outcome } })
}
