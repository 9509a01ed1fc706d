import type { MiddlewareRoute } from "@medusajs/framework/http"
import { adminAttributionMiddlewares } from "./attribution/middlewares"
import { adminBackfillMiddlewares } from "./backfill/middlewares"
import { adminCampaignMiddlewares } from "./campaigns/middlewares"
import { adminConversionsMiddlewares } from "./conversions/middlewares"
import { adminCustomersMiddlewares } from "./customers/middlewares"
import { adminDashboardMiddlewares } from "./dashboard/middlewares"
import { adminExperimentsMiddlewares } from "./experiments/middlewares"
import { adminForecastsMiddlewares } from "./forecasts/middlewares"
import { adminGoalsMiddlewares } from "./goals/middlewares"
import { adminIdentitiesMiddlewares } from "./identities/middlewares"
import { adminJourneyMiddlewares } from "./journey/middlewares"
import { adminMentionsMiddlewares } from "./mentions/middlewares"
import { adminNpsMiddlewares } from "./nps/middlewares"
import { adminPixelMiddlewares } from "./pixel/middlewares"
import { adminSentimentMiddlewares } from "./sentiment/middlewares"
import { adminSegmentsMiddlewares } from "./segments/middlewares"
import { adminScoresMiddlewares } from "./scores/middlewares"
import { adminSpendMiddlewares } from "./spend/middlewares"

export const adminAdPlanningMiddlewares: MiddlewareRoute[] = [
  ...adminAttributionMiddlewares,
  ...adminBackfillMiddlewares,
  ...adminCampaignMiddlewares,
  ...adminConversionsMiddlewares,
  ...adminCustomersMiddlewares,
  ...adminDashboardMiddlewares,
  ...adminExperimentsMiddlewares,
  ...adminForecastsMiddlewares,
  ...adminGoalsMiddlewares,
  ...adminIdentitiesMiddlewares,
  ...adminJourneyMiddlewares,
  ...adminMentionsMiddlewares,
  ...adminNpsMiddlewares,
  ...adminPixelMiddlewares,
  ...adminSentimentMiddlewares,
  ...adminSegmentsMiddlewares,
  ...adminScoresMiddlewares,
  ...adminSpendMiddlewares,
]
