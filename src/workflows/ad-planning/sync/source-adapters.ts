import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../../../lib/host-modules"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import type { SyncSource } from "../../../modules/ad-planning/types"
import { resolveSessionAttributionWorkflow } from "../attribution/resolve-session-attribution"
import { trackLeadConversionWorkflow } from "../conversions/track-lead-conversion"
import { trackPurchaseConversionWorkflow } from "../conversions/track-purchase-conversion"
import { linkPersonInteractionsWorkflow } from "../identity/link-person-interactions"
import { syncPersonProfilesWorkflow } from "../scores/sync-person-profiles"
import { trackCustomerJourneyEventWorkflow } from "../journeys/track-customer-journey-event"
import { DAILY_CAMPAIGN_INSIGHTS } from "../../../sources/read-ads"
import { syncCampaignsWorkflow } from "../spend/sync-campaigns"
import { syncInsightsWorkflow } from "../spend/sync-insights"

/** What whoever reads a source's rows has read before. */
export interface ReadBefore {
  /** Every person that the store had made by then. */
  people_until?: Date
}

/** One source of facts: where its rows are and which workflow maps them. */
export interface SourceAdapter {
  entity: string
  /** Only these rows of the entity are facts. */
  filters: Record<string, unknown>
  /** Rows handed to one workflow run. */
  pageSize: number
  /** The host module that keeps them; null = Medusa's own. */
  module: string | null
  /** Makes the facts of these rows what the rows say; returns how many changed. */
  run(
    container: MedusaContainer,
    ids: string[],
    before: ReadBefore
  ): Promise<number>
}

export const SOURCE_ADAPTERS: Record<SyncSource, SourceAdapter> = {
  person: {
    entity: "person",
    filters: {},
    pageSize: 1_000,
    module: "person",
    run: async (container, person_ids) => {
      const { result } = await linkPersonInteractionsWorkflow(container).run({
        input: { person_ids },
      })
      const { result: profiles } = await syncPersonProfilesWorkflow(
        container
      ).run({ input: { person_ids } })
      return result.linked + profiles.changed
    },
  },
  campaign: {
    entity: "ad_campaign",
    filters: {},
    pageSize: 1_000,
    module: "socials",
    run: async (container, campaign_ids) => {
      const { result } = await syncCampaignsWorkflow(container).run({
        input: { campaign_ids },
      })
      return result.changed
    },
  },
  insight: {
    entity: "ad_insights",
    filters: DAILY_CAMPAIGN_INSIGHTS,
    pageSize: 1_000,
    module: "socials",
    run: async (container, insight_ids) => {
      const { result } = await syncInsightsWorkflow(container).run({
        input: { insight_ids },
      })
      return result.changed
    },
  },
  session: {
    entity: "analytics_session",
    filters: {},
    pageSize: 1_000,
    module: "custom_analytics",
    run: async (container, analytics_session_ids) => {
      const { result } = await resolveSessionAttributionWorkflow(container).run(
        {
          input: { analytics_session_ids },
        }
      )
      return result.changed
    },
  },
  lead: {
    entity: "lead",
    filters: {},
    pageSize: 1_000,
    module: "socials",
    run: async (container, lead_ids) => {
      const { result } = await trackLeadConversionWorkflow(container).run({
        input: { lead_ids },
      })
      return result.changed
    },
  },
  form_response: {
    entity: "form_response",
    filters: {},
    pageSize: 1_000,
    module: "forms",
    run: async (container, form_response_ids) => {
      const { result } = await trackLeadConversionWorkflow(container).run({
        input: { form_response_ids },
      })
      return result.changed
    },
  },
  feedback: {
    entity: "feedback",
    filters: {},
    pageSize: 1_000,
    module: "feedback",
    run: async (container, feedback_ids) => {
      const { result } = await trackCustomerJourneyEventWorkflow(container).run(
        {
          input: { feedback_ids },
        }
      )
      return result.changed
    },
  },
  social_post: {
    entity: "social_post",
    filters: {},
    // A post is read with all its comments.
    pageSize: 250,
    module: "socials",
    run: async (container, social_post_ids) => {
      const { result } = await trackCustomerJourneyEventWorkflow(container).run(
        {
          input: { social_post_ids },
        }
      )
      return result.changed
    },
  },
  analytics_event: {
    entity: "analytics_event",
    filters: {},
    pageSize: 1_000,
    module: "custom_analytics",
    run: async (container, analytics_event_ids) => {
      const { result } = await trackCustomerJourneyEventWorkflow(container).run(
        {
          input: { analytics_event_ids },
        }
      )
      return result.changed
    },
  },
  order: {
    entity: "order",
    filters: {},
    // An order is read with its items, credit lines and returns.
    pageSize: 250,
    module: null,
    run: async (container, order_ids, { people_until }) => {
      const { result } = await trackPurchaseConversionWorkflow(container).run({
        input: {
          order_ids,
          people_read_until: people_until?.toISOString(),
        },
      })
      // A profile's country is that of the latest order.
      const person_ids = await serviceOf(container).scores.personsOfSources(
        order_ids.map((source_id) => ({ source_type: "order", source_id }))
      )
      const { result: profiles } = await syncPersonProfilesWorkflow(
        container
      ).run({ input: { person_ids } })
      return result.changed + profiles.changed
    },
  },
}

/** Whether the store has what the source is read from. */
export function isSourcePresent(source: SyncSource): boolean {
  const { module } = SOURCE_ADAPTERS[source]
  return module === null || isModulePresent(module)
}
