import { MedusaService } from "@medusajs/framework/utils"

import { Ad } from "./models/Ad"
import { AdAccount } from "./models/AdAccount"
import { AdCampaign } from "./models/AdCampaign"
import { AdInsights } from "./models/AdInsights"
import { AdSet } from "./models/AdSet"
import { Lead } from "./models/Lead"
import { SocialPost } from "./models/SocialPost"

/** Advertising as synced from Meta, its leads, and social posts. */
export default class SocialsService extends MedusaService({
  AdAccount,
  AdCampaign,
  AdSet,
  Ad,
  AdInsights,
  Lead,
  SocialPost,
}) {}
