import type { MedusaContainer } from "@medusajs/framework/types"
import {
  bulkAnalyzeSentimentWorkflow,
  type BulkAnalyzeSentimentWorkflowInput,
} from "../workflows/ad-planning/sentiment/bulk-analyze-sentiment"
import type { BulkAnalyzed } from "../workflows/ad-planning/sentiment/steps/bulk-analyze-sentiment"
import { runAlone, runJob } from "./run-job"

export const BULK_SENTIMENT_JOB = "ad-planning-bulk-sentiment-analysis"

/**
 * Reads every text that is not read yet, unless another process does.
 *
 * @throws after a run that the provider, its quota or the budget has ended: it is
 * shown in `GET /admin/ad-planning/health` until a run comes to its end
 */
export async function bulkAnalyze(container: MedusaContainer): Promise<void> {
  await runJob(container, BULK_SENTIMENT_JOB, async () => {
    requireEnd(await run(container, {}))
  })
}

/**
 * The same where a person asks for it, also in a process that runs no jobs.
 *
 * @returns null while another run is at work
 */
export async function bulkAnalyzeHere(
  container: MedusaContainer,
  input: BulkAnalyzeSentimentWorkflowInput
): Promise<BulkAnalyzed | null> {
  const done: BulkAnalyzed[] = []
  try {
    await runAlone(container, BULK_SENTIMENT_JOB, async () => {
      const analyzed = await run(container, input)
      done.push(analyzed)
      requireEnd(analyzed)
    })
  } catch (error) {
    // A run that was ended has an answer: it says what ended it, as health does.
    if (done.length === 0) {
      throw error
    }
  }
  return done[0] ?? null
}

async function run(
  container: MedusaContainer,
  input: BulkAnalyzeSentimentWorkflowInput
): Promise<BulkAnalyzed> {
  const { result } = await bulkAnalyzeSentimentWorkflow(container).run({
    input,
  })
  return result
}

function requireEnd({ stopped }: BulkAnalyzed): void {
  if (stopped !== null) {
    throw new Error(`sentiment analysis stopped: ${stopped}`)
  }
}
