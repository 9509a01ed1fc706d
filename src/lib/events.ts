/**
 * Events this plugin announces. The payload is `{ id }`: a string, or an array
 * of them for what was committed together.
 */
export const AD_PLANNING_EVENTS = {
  /** Conversions were counted for the first time; id = conversion.id. */
  CONVERSION_TRACKED: "ad_planning.conversion.tracked",
  /** A campaign's month went off its budget; id = ad_planning_pacing_state.id. */
  CAMPAIGN_OFF_PACE: "ad_planning.campaign.off_pace",
  /** A figure left its course; id = ad_planning_anomaly.id. */
  CAMPAIGN_ANOMALY: "ad_planning.campaign.anomaly",
  /** Customers came over the at-risk line; id = their person ids. */
  CUSTOMER_AT_RISK: "ad_planning.customer.at_risk",
  /** An experiment showed a difference for the first time; id = ab_experiment.id. */
  EXPERIMENT_SIGNIFICANT: "ad_planning.experiment.significant",
  /** People entered a segment; id = segment, person_ids = at most 500 of them. */
  SEGMENT_ENTERED: "ad_planning.segment.entered",
  /** People left a segment; the same. */
  SEGMENT_LEFT: "ad_planning.segment.left",
} as const
