import type { MedusaContainer } from "@medusajs/framework/types"
import { continueBackfill } from "../runners/continue-backfill"

const AFTER_BOOT_MS = 2_000

/** A backfill that a crash interrupted goes on right after the start. */
export default async function continueBackfillAfterBoot(
  container: MedusaContainer
) {
  await continueBackfill(container)
}

export const config = {
  name: "ad-planning-continue-backfill-after-boot",
  schedule: { interval: AFTER_BOOT_MS, numberOfExecutions: 1 },
}
