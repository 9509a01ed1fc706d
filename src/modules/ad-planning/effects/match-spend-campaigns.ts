import { matchImportedCampaignsSql } from "../sql/campaigns/imported-campaigns"
import type { CampaignFact, SpendDay } from "../types"
import { campaignFacts, campaignKeyOf } from "../utils/spend/import-facts"
import { read, type SqlContext } from "./sql-context"

/** The campaigns of an import's days, under the ids that are known of them. */
export async function matchSpendCampaigns(
  context: SqlContext,
  days: SpendDay[]
): Promise<{ all: CampaignFact[]; distinct: CampaignFact[] }> {
  const facts = campaignFacts(days)
  const rows = await read<{
    platform: string
    external_id: string
    known_external_id: string
  }>(context, matchImportedCampaignsSql(facts))
  const known = new Map(
    rows.map((row) => [campaignKeyOf(row), row.known_external_id])
  )
  const all = facts.map((fact) => ({
    ...fact,
    external_id: known.get(campaignKeyOf(fact)) ?? fact.external_id,
  }))
  const newest = new Map<string, CampaignFact>()
  for (const fact of all) {
    const former = newest.get(campaignKeyOf(fact))
    if (!former || (fact.named_on ?? "") >= (former.named_on ?? "")) {
      newest.set(campaignKeyOf(fact), fact)
    }
  }
  return { all, distinct: [...newest.values()] }
}
