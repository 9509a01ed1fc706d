import type { MedusaContainer } from "@medusajs/framework/types"
import { continueBackfill } from "../runners/continue-backfill"

/** A backfill that nobody works on, since its process crashed, goes on. */
export default async function continueBackfillEveryMinute(
  container: MedusaContainer
) {
  await continueBackfill(container)
}

export const config = {
  name: "ad-planning-continue-backfill",
  schedule: "* * * * *",
}
