import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { emailHash } from "../../../../../../modules/ad-planning/utils/identity/email-hash"
import { changeSegmentMembersWorkflow } from "../../../../../../workflows/ad-planning/segments/change-segment-members"
import { idParam } from "../../../../../utils/id-param"
import { SEGMENT_ENTITY } from "../../read-segment"
import type { AdminImportMembersType } from "../../validators"

/** Adds people by their e-mails or customer ids; who is nobody known is counted. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminImportMembersType>,
  res: MedusaResponse
) => {
  const { emails, customer_ids } = req.validatedBody
  const service = serviceOf(req.scope)
  const hashes = emails.map((email) => emailHash(email, service.options.secret))
  const found = await service.segmentReports.personsOf(
    hashes.flatMap((hash) => hash ?? []),
    customer_ids
  )
  const { result } = await changeSegmentMembersWorkflow(req.scope).run({
    input: {
      segment_id: idParam(req, SEGMENT_ENTITY),
      add: found.person_ids,
      remove: [],
      reason: "import",
    },
  })
  res.json({
    added: result.added,
    matched: found.matched,
    unmatched: new Set([...emails, ...customer_ids]).size - found.matched,
    customer_count: result.customer_count,
  })
}
