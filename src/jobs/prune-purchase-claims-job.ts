import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../runners/run-job"
import { prunePurchaseClaimsWorkflow } from "../workflows/ad-planning/conversions/prune-purchase-claims"

const NAME = "ad-planning-prune-purchase-claims"
const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** Anybody can claim a purchase: what no order meets is not kept for ever. */
export default async function prunePurchaseClaims(container: MedusaContainer) {
  await runJob(container, NAME, () =>
    prunePurchaseClaimsWorkflow(container).run({
      input: {
        before: new Date(Date.now() - KEPT_DAYS * DAY_MS).toISOString(),
      },
    })
  )
}

export const config = { name: NAME, schedule: "45 1 * * *" }
