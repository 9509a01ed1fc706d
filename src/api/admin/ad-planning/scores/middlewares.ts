import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminCalculateScores,
  AdminGetLeaderboardParams,
  AdminGetPersonScoresParams,
  AdminGetScoreModelParams,
  AdminGetScoreRunParams,
  AdminGetScoresParams,
} from "./validators"

const SCORES = "/admin/ad-planning/scores"

export const adminScoresMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: SCORES,
    middlewares: [validateQuery(AdminGetScoresParams)],
  },
  {
    method: ["GET"],
    matcher: `${SCORES}/person/:id`,
    middlewares: [validateQuery(AdminGetPersonScoresParams)],
  },
  {
    method: ["GET"],
    matcher: `${SCORES}/leaderboard`,
    middlewares: [validateQuery(AdminGetLeaderboardParams)],
  },
  {
    method: ["GET"],
    matcher: `${SCORES}/model`,
    middlewares: [validateQuery(AdminGetScoreModelParams)],
  },
  {
    method: ["GET"],
    matcher: `${SCORES}/calculate/:type`,
    middlewares: [validateQuery(AdminGetScoreRunParams)],
  },
  {
    method: ["POST"],
    matcher: `${SCORES}/calculate/:type`,
    middlewares: [validateBody(AdminCalculateScores)],
  },
]
