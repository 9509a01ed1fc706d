/** Scores of customers: what each number means is in docs/scores.md. */
export {
  DEFAULT_ENGAGEMENT_WEIGHTS,
  ENGAGEMENT_LEVELS,
  engagementLevel,
  engagementPoints,
  type EngagingEvent,
} from "./scores/engagement"
export {
  MIN_NPS_ANSWERS,
  npsFigure,
  type NpsFigure,
  npsGroup,
  type NpsGroup,
  onTen,
} from "./scores/nps"
export { SCORE_PERIOD_DAYS, scoreExpiry } from "./scores/score-expiry"
export { churnReasons } from "./scores/churn-reasons"
export { fallbackRisk } from "./scores/churn-rules"
export { fitPurchases } from "./scores/fit-purchases"
export { formulaClv } from "./scores/formula-clv"
