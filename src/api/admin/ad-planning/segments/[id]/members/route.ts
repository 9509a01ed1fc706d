import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { changeSegmentMembersWorkflow } from "../../../../../../workflows/ad-planning/segments/change-segment-members"
import { wantsCsv } from "../../../../../utils/csv"
import { idParam } from "../../../../../utils/id-param"
import { sendListCsv } from "../../../../../utils/list-csv"
import { orderBy } from "../../../../../utils/list-params"
import { MEMBER_CSV_ORDERS, MEMBER_FIELDS } from "../../query-config"
import { SEGMENT_ENTITY } from "../../read-segment"
import type {
  AdminChangeMembersType,
  AdminGetMembersParamsType,
} from "../../validators"
import { withScores } from "./with-scores"

/** Who is in a segment, with their scores. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const segment_id = idParam(req, SEGMENT_ENTITY)
  const service = serviceOf(req.scope)
  await service.retrieveCustomerSegment(segment_id, { select: ["id"] })
  const {
    limit,
    offset,
    order = "-added_at",
    fields = [...MEMBER_FIELDS],
    ...others
  } = req.validatedQuery as AdminGetMembersParamsType
  const filters = { ...others, segment_id }
  if (wantsCsv(req)) {
    return await sendListCsv(req, res, {
      name: ["segment", segment_id],
      order,
      orders: MEMBER_CSV_ORDERS,
      fields,
      list: (page, config) =>
        service.listSegmentMembers({ $and: [filters, page] }, config),
    })
  }
  const [members, count] = await service.listAndCountSegmentMembers(filters, {
    select: [...new Set(["person_id", ...fields])],
    take: limit,
    skip: offset,
    order: orderBy(order),
  })
  res.json({
    members: await withScores(req.scope, members),
    count,
    offset,
    limit,
  })
}

/** Adds people by hand, or takes them out. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminChangeMembersType>,
  res: MedusaResponse
) => {
  const { result } = await changeSegmentMembersWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      segment_id: idParam(req, SEGMENT_ENTITY),
      reason: "manual",
    },
  })
  res.json(result)
}
