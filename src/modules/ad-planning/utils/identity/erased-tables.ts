/**
 * Every table of the module, by whether it holds anything of people: a test reads
 * the tables from the database and fails when one is in neither list.
 */

/** Tables with data of people, and what an erasure does with each. */
export const TABLES_OF_PEOPLE = {
  conversion: "loses what names somebody; money and campaign stay",
  campaign_attribution:
    "deleted; one that earned a conversion stays as a campaign alone",
  customer_journey: "deleted",
  ad_planning_experiment_exposure: "deleted",
  ad_planning_identity_link: "deleted",
  ad_planning_identity_status: "deleted",
  ad_planning_purchase_claim: "deleted",
  segment_member: "deleted",
  ad_planning_segment_group_customer: "deleted",
  ad_planning_segment_exclusion: "deleted",
  ad_planning_segment_history: "deleted",
  ad_planning_stale_person: "deleted",
  ad_planning_person_profile: "deleted",
  ad_planning_rating: "deleted",
  customer_score: "deleted",
  ad_planning_score_history: "deleted",
  sentiment_analysis: "deleted",
  ad_planning_sync_cursor: "failures that name somebody are made nameless",
  ad_planning_backfill_run: "failures that name somebody are made nameless",
} as const

/** Tables without, and why. */
export const TABLES_WITHOUT_PEOPLE = {
  ab_experiment: "what is compared, and counts of visitors",
  conversion_goal: "what a shop wants to happen",
  ad_planning_campaign: "what is advertised",
  budget_forecast: "sums of days, of campaigns",
  ad_planning_forecast_series: "how sums were forecast",
  ad_planning_forecast_event: "promotions and holidays",
  ad_planning_campaign_budget: "what a campaign may cost",
  ad_planning_budget_plan: "budgets of campaigns",
  ad_planning_anomaly: "sums of days, of campaigns",
  ad_planning_pacing_state: "a campaign's month",
  ad_planning_response_curve: "sums of days, of campaigns",
  ad_planning_campaign_alias: "names of campaigns; who of the store said so",
  ad_planning_campaign_metric: "a campaign's day",
  ad_planning_campaign_name: "what a campaign was called",
  ad_planning_campaign_merge: "that two campaigns are one; who said so",
  ad_planning_campaign_merge_row: "which touches and aliases that moved, by id",
  ad_planning_spend_import: "what campaigns cost; who of the store said so",
  ad_planning_spend_import_day: "what a campaign's day cost before",
  ad_planning_spend_header: "how a platform's file is read",
  ad_planning_attribution_change:
    "campaigns, by the conversion's own id; who of the store said so",
  ad_planning_conversion_adjustment: "money, by the conversion's own id",
  ad_planning_order_line: "goods and money, by the order's own id",
  ad_planning_product: "what is sold",
  ad_planning_product_category: "what is sold",
  ad_planning_segment_day: "how many",
  customer_segment: "rules, and how many",
  ad_planning_order_placement: "when a draft became an order",
  ad_planning_pixel_count: "how many calls",
  ad_planning_erasure: "that somebody was erased: not who",
  ad_planning_suppression: "keyed hashes",
  ad_planning_score_model: "coefficients and figures of a whole store",
  ad_planning_nps_snapshot: "counts of a day",
  ad_planning_sentiment_item: "ids of texts without an analysis, keyed hashes",
  ad_planning_ai_usage: "how many tokens a month took",
} as const

export type TableOfPeople = keyof typeof TABLES_OF_PEOPLE
