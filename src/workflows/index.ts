export { AD_PLANNING_EVENTS } from "../lib/events"
export { assignSessionCampaignWorkflow } from "./ad-planning/attribution/assign-session-campaign"
export { bulkResolveAttributionsWorkflow } from "./ad-planning/attribution/bulk-resolve-attributions"
export { resolveSessionAttributionWorkflow } from "./ad-planning/attribution/resolve-session-attribution"
export { retrySessionAttributionWorkflow } from "./ad-planning/attribution/retry-session-attribution"
export { prunePurchaseClaimsWorkflow } from "./ad-planning/conversions/prune-purchase-claims"
export {
  trackConversionWorkflow,
  type TrackConversionWorkflowInput,
} from "./ad-planning/conversions/track-conversion"
export { trackLeadConversionWorkflow } from "./ad-planning/conversions/track-lead-conversion"
export { trackPurchaseConversionWorkflow } from "./ad-planning/conversions/track-purchase-conversion"
export { createGoalsWorkflow } from "./ad-planning/goals/create-goals"
export { deleteGoalsWorkflow } from "./ad-planning/goals/delete-goals"
export { updateGoalsWorkflow } from "./ad-planning/goals/update-goals"
export { linkPersonInteractionsWorkflow } from "./ad-planning/identity/link-person-interactions"
export { mergePersonsWorkflow } from "./ad-planning/identity/merge-persons"
export { restoreIdentityLinkWorkflow } from "./ad-planning/identity/restore-identity-link"
export { revokeIdentityLinkWorkflow } from "./ad-planning/identity/revoke-identity-link"
export { unmergePersonWorkflow } from "./ad-planning/identity/unmerge-person"
export { prunePageViewsWorkflow } from "./ad-planning/journeys/prune-page-views"
export {
  trackCustomerJourneyEventWorkflow,
  type TrackCustomerJourneyEventWorkflowInput,
} from "./ad-planning/journeys/track-customer-journey-event"
export { calculateSegmentMembershipWorkflow } from "./ad-planning/segments/calculate-segment-membership"
export { refreshAllSegmentsWorkflow } from "./ad-planning/segments/refresh-all-segments"
export { importSpendWorkflow } from "./ad-planning/spend/import-spend"
export { syncCampaignsWorkflow } from "./ad-planning/spend/sync-campaigns"
export { syncInsightsWorkflow } from "./ad-planning/spend/sync-insights"
export { backfillWorkflow } from "./ad-planning/sync/backfill"
export { cancelBackfillWorkflow } from "./ad-planning/sync/cancel-backfill"
export { reconcileSourceWorkflow } from "./ad-planning/sync/reconcile-source"
