import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { isModulePresent } from "../lib/host-modules"
import type { CampaignBudget } from "../modules/ad-planning/types"
import { readGraph } from "./graph"

const amount = z.unknown().transform((value) => {
  const number = value === null || value === undefined ? NaN : Number(value)
  return Number.isFinite(number) && number > 0 ? number : null
})

const schema = z.object({
  id: z.string(),
  daily_budget: amount,
  lifetime_budget: amount,
})

/** What the host's campaigns may cost, in their accounts' currencies. */
export async function readHostBudgets(
  container: MedusaContainer,
  currencies: ReadonlyMap<string, string | null>
): Promise<CampaignBudget[]> {
  if (!isModulePresent("socials") || currencies.size === 0) {
    return []
  }
  const campaigns = await readGraph(container, schema, {
    entity: "ad_campaign",
    fields: Object.keys(schema.shape),
    filters: { id: [...currencies.keys()] },
  })
  return campaigns.flatMap(({ id, daily_budget, lifetime_budget }) => {
    const currency = currencies.get(id)
    return currency && (daily_budget !== null || lifetime_budget !== null)
      ? [
          {
            ad_campaign_id: id,
            source: "host" as const,
            currency,
            daily_amount: daily_budget,
            monthly_amount: null,
            lifetime_amount: lifetime_budget,
          },
        ]
      : []
  })
}
