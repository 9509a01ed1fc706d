import type { MedusaContainer } from "@medusajs/framework/types"
import { bulkAnalyze, BULK_SENTIMENT_JOB } from "../runners/bulk-analyze"

/** Reads what no event told of, and tries again what failed. */
export default async function bulkSentimentAnalysis(
  container: MedusaContainer
) {
  await bulkAnalyze(container)
}

export const config = { name: BULK_SENTIMENT_JOB, schedule: "0 */4 * * *" }
