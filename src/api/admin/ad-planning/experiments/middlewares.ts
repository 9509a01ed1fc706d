import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminCopyExperiment,
  AdminCreateExperiment,
  AdminEmptyBody,
  AdminGetExperimentBreakdownParams,
  AdminGetExperimentParams,
  AdminGetExperimentResultsParams,
  AdminGetExperimentsParams,
  AdminSampleSize,
  AdminShipExperiment,
  AdminUpdateExperiment,
} from "./validators"

const EXPERIMENTS = "/admin/ad-planning/experiments"
// `:id` would take in what has a path and a body of its own.
const ONE_EXPERIMENT =
  /^\/admin\/ad-planning\/experiments\/(?!sample-size\/?$)[^/]+\/?$/

const BODIES = [
  ["start", AdminEmptyBody],
  ["stop", AdminEmptyBody],
  ["ship", AdminShipExperiment],
  ["copy", AdminCopyExperiment],
] as const

export const adminExperimentsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: EXPERIMENTS,
    middlewares: [validateQuery(AdminGetExperimentsParams)],
  },
  {
    method: ["POST"],
    matcher: EXPERIMENTS,
    middlewares: [validateBody(AdminCreateExperiment)],
  },
  {
    method: ["POST"],
    matcher: `${EXPERIMENTS}/sample-size`,
    middlewares: [validateBody(AdminSampleSize)],
  },
  {
    method: ["GET"],
    matcher: ONE_EXPERIMENT,
    middlewares: [validateQuery(AdminGetExperimentParams)],
  },
  {
    method: ["POST", "PUT"],
    matcher: ONE_EXPERIMENT,
    middlewares: [validateBody(AdminUpdateExperiment)],
  },
  {
    method: ["GET"],
    matcher: `${EXPERIMENTS}/:id/results`,
    middlewares: [validateQuery(AdminGetExperimentResultsParams)],
  },
  {
    method: ["GET"],
    matcher: `${EXPERIMENTS}/:id/breakdown`,
    middlewares: [validateQuery(AdminGetExperimentBreakdownParams)],
  },
  ...BODIES.map(([action, body]) => ({
    method: ["POST" as const],
    matcher: `${EXPERIMENTS}/:id/${action}`,
    middlewares: [validateBody(body)],
  })),
]
