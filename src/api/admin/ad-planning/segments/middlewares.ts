import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ZodType } from "@medusajs/framework/zod"
import { isModulePresent } from "../../../../lib/host-modules"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AdminChangeMembers,
  AdminCreateFromTemplate,
  AdminCreateSegment,
  AdminDeleteSegmentParams,
  AdminDuplicateSegment,
  AdminGetAudienceParams,
  AdminGetFieldValuesParams,
  AdminGetMembersParams,
  AdminGetOverlapParams,
  AdminGetSegmentsParams,
  AdminImportMembers,
  AdminNoParams,
  AdminPreviewSegment,
  AdminSyncSegment,
  AdminUpdateSegment,
} from "./validators"

const PATH = "/admin/ad-planning/segments"

// `:id` would take in what has a path and parameters of its own.
const ONE_SEGMENT =
  /^\/admin\/ad-planning\/segments\/(?!(?:fields|preview|overlap|templates|rfm|bulk-calculate)\/?$)[^/]+\/?$/

/** Segments are of persons: without the store's module of them there are none. */
function requirePersonModule(
  _req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  if (!isModulePresent("person")) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "segments are off, because the store lacks the module person"
    )
  }
  next()
}

const query = (
  matcher: string | RegExp,
  schema: ZodType<Record<string, unknown>>
) => ({
  method: ["GET" as const],
  matcher,
  middlewares: [validateQuery(schema)],
})

const body = (
  matcher: string | RegExp,
  schema: ZodType,
  sizeLimit: "256kb" | "1mb" = "256kb"
) => ({
  method: ["POST" as const],
  matcher,
  bodyParser: { sizeLimit },
  middlewares: [validateBody(schema)],
})

export const adminSegmentsMiddlewares: MiddlewareRoute[] = [
  { matcher: `${PATH}*`, middlewares: [requirePersonModule] },
  query(PATH, AdminGetSegmentsParams),
  body(PATH, AdminCreateSegment),
  query(`${PATH}/fields`, AdminNoParams),
  query(`${PATH}/fields/values`, AdminGetFieldValuesParams),
  body(`${PATH}/preview`, AdminPreviewSegment),
  query(`${PATH}/overlap`, AdminGetOverlapParams),
  query(`${PATH}/rfm`, AdminNoParams),
  query(`${PATH}/templates`, AdminNoParams),
  body(`${PATH}/templates`, AdminCreateFromTemplate),
  body(`${PATH}/bulk-calculate`, AdminNoParams),
  query(ONE_SEGMENT, AdminNoParams),
  body(ONE_SEGMENT, AdminUpdateSegment),
  {
    method: ["PUT"],
    matcher: ONE_SEGMENT,
    bodyParser: { sizeLimit: "256kb" },
    middlewares: [validateBody(AdminUpdateSegment)],
  },
  {
    method: ["DELETE"],
    matcher: ONE_SEGMENT,
    middlewares: [validateQuery(AdminDeleteSegmentParams)],
  },
  body(`${PATH}/:id/calculate`, AdminNoParams),
  query(`${PATH}/:id/members`, AdminGetMembersParams),
  body(`${PATH}/:id/members`, AdminChangeMembers),
  body(`${PATH}/:id/import`, AdminImportMembers, "1mb"),
  body(`${PATH}/:id/duplicate`, AdminDuplicateSegment),
  body(`${PATH}/:id/sync`, AdminSyncSegment),
  query(`${PATH}/:id/audience`, AdminGetAudienceParams),
]
