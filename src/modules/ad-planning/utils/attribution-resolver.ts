/** The door to `attribution/`: from a visit to a touch to its campaign. */
export { classifyTouch } from "./attribution/classify-touch"
export {
  aliasKey,
  matchCampaign,
  type AdObject,
  type AliasTarget,
  type CampaignCandidate,
  type CampaignIndex,
  type FormerName,
  type ResolvableTouch,
} from "./attribution/match-campaign"
export { orderTouch } from "./attribution/order-touch"
export {
  sessionTouch,
  type PageView,
  type SessionRow,
} from "./attribution/session-touch"
