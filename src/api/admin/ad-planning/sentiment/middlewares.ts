import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminAnalyzeSentiment,
  AdminBulkAnalyzeSentiment,
  AdminGetOpenSentimentParams,
  AdminGetSentimentParams,
  AdminGetSentimentStatsParams,
  AdminGetSentimentTrendsParams,
  AdminOverrideSentiment,
  AdminRetrySentiment,
  NoParams,
} from "./validators"

const ROOT = "/admin/ad-planning/sentiment"

export const adminSentimentMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: ROOT,
    middlewares: [validateQuery(AdminGetSentimentParams)],
  },
  {
    method: ["GET"],
    matcher: `${ROOT}/stats`,
    middlewares: [validateQuery(AdminGetSentimentStatsParams)],
  },
  {
    method: ["GET"],
    matcher: `${ROOT}/trends`,
    middlewares: [validateQuery(AdminGetSentimentTrendsParams)],
  },
  {
    method: ["GET"],
    matcher: `${ROOT}/quality`,
    middlewares: [validateQuery(NoParams)],
  },
  {
    method: ["GET"],
    matcher: `${ROOT}/open`,
    middlewares: [validateQuery(AdminGetOpenSentimentParams)],
  },
  {
    method: ["POST"],
    matcher: `${ROOT}/analyze`,
    bodyParser: { sizeLimit: "512kb" },
    middlewares: [validateBody(AdminAnalyzeSentiment)],
  },
  {
    method: ["POST"],
    matcher: `${ROOT}/bulk-analyze`,
    middlewares: [validateBody(AdminBulkAnalyzeSentiment)],
  },
  {
    method: ["POST"],
    matcher: `${ROOT}/retry`,
    middlewares: [validateBody(AdminRetrySentiment)],
  },
  {
    method: ["POST", "PUT"],
    matcher: `${ROOT}/:id`,
    middlewares: [validateBody(AdminOverrideSentiment)],
  },
]
