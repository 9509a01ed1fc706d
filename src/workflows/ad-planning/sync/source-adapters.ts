import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../../../lib/host-modules"
import type { SyncSource } from "../../../modules/ad-planning/types"
import { resolveSessionAttributionWorkflow } from "../attribution/resolve-session-attribution"
import { trackPurchaseConversionWorkflow } from "../conversions/track-purchase-conversion"
import { syncPersonIdentitiesWorkflow } from "../identity/sync-person-identities"
import { DAILY_CAMPAIGN_INSIGHTS } from "../sources/read-ads"
import { syncCampaignsWorkflow } from "../spend/sync-campaigns"
import { syncInsightsWorkflow } from "../spend/sync-insights"

/** One source of facts: where its rows are and which workflow maps them. */
export interface SourceAdapter {
  entity: string
  /** Only these rows of the entity are facts. */
  filters: Record<string, unknown>
  /** Rows handed to one workflow run. */
  pageSize: number
  /** The host module that keeps them; null = Medusa's own. */
  module: string | null
  run(container: MedusaContainer, ids: string[]): Promise<unknown>
}

export const SOURCE_ADAPTERS: Record<SyncSource, SourceAdapter> = {
  person: {
    entity: "person",
    filters: {},
    pageSize: 1_000,
    module: "person",
    run: (container, person_ids) =>
      syncPersonIdentitiesWorkflow(container).run({ input: { person_ids } }),
  },
  campaign: {
    entity: "ad_campaign",
    filters: {},
    pageSize: 1_000,
    module: "socials",
    run: (container, campaign_ids) =>
      syncCampaignsWorkflow(container).run({ input: { campaign_ids } }),
  },
  insight: {
    entity: "ad_insights",
    filters: DAILY_CAMPAIGN_INSIGHTS,
    pageSize: 1_000,
    module: "socials",
    run: (container, insight_ids) =>
      syncInsightsWorkflow(container).run({ input: { insight_ids } }),
  },
  session: {
    entity: "analytics_session",
    filters: {},
    pageSize: 1_000,
    module: "custom_analytics",
    run: (container, analytics_session_ids) =>
      resolveSessionAttributionWorkflow(container).run({
        input: { analytics_session_ids },
      }),
  },
  order: {
    entity: "order",
    filters: {},
    // An order is read with its items, credit lines and returns.
    pageSize: 250,
    module: null,
    run: (container, order_ids) =>
      trackPurchaseConversionWorkflow(container).run({ input: { order_ids } }),
  },
}

/** Whether the store has what the source is read from. */
export function isSourcePresent(source: SyncSource): boolean {
  const { module } = SOURCE_ADAPTERS[source]
  return module === null || isModulePresent(module)
}
