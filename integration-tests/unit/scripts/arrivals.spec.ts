import {
  classifyTouch,
  matchCampaign,
  type AdObject,
  type CampaignCandidate,
} from "../../../src/modules/ad-planning/utils/attribution-resolver"
