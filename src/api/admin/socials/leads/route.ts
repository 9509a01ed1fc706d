import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { SOCIALS_MODULE } from "../../../../host-modules/socials"
import type SocialsService from "../../../../host-modules/socials/service"
import { isStandIn } from "../../../../lib/host-modules"
import { createLeadWorkflow } from "../../../../workflows/host/create-lead"
import { orderBy } from "../../../utils/list-params"
import { LEAD_FIELDS } from "./query-config"
import type { AdminCreateLeadType, AdminGetLeadsParamsType } from "./validators"

async function list(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const {
    limit,
    offset,
    order = "-created_time",
    fields = [...LEAD_FIELDS],
    ...filters
  } = req.validatedQuery as AdminGetLeadsParamsType
  const service = req.scope.resolve<SocialsService>(SOCIALS_MODULE)
  const [leads, count] = await service.listAndCountLeads(filters, {
    select: fields,
    take: limit,
    skip: offset,
    order: orderBy(order),
  })
  res.json({ leads, count, offset, limit })
}

/** 201 with a new lead, 200 with the one that has the same `meta_lead_id`. */
async function create(
  req: AuthenticatedMedusaRequest<AdminCreateLeadType>,
  res: MedusaResponse
) {
  const { created_time, ...row } = req.validatedBody
  const { result } = await createLeadWorkflow(req.scope).run({
    input: { ...row, created_time: created_time ?? new Date().toISOString() },
  })
  const lead = await req.scope
    .resolve<SocialsService>(SOCIALS_MODULE)
    .retrieveLead(result.id, { select: [...LEAD_FIELDS] })
  res.status(result.is_new ? 201 : 200).json({ lead })
}

// Not `defineFileConfig({ isDisabled })`: see /web/analytics/track.
const isOurs = isStandIn(SOCIALS_MODULE)
export const GET = isOurs ? list : undefined
export const POST = isOurs ? create : undefined
