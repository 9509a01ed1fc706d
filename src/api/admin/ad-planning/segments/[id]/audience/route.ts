import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import {
  type AudiencePlatform,
  hashedEmail,
} from "../../../../../../modules/ad-planning/utils/segmentation-engine"
import { readPeople } from "../../../../../../sources/read-people"
import { sendCsv } from "../../../../../utils/csv"
import { idParam } from "../../../../../utils/id-param"
import { SEGMENT_ENTITY } from "../../read-segment"

/**
 * The members as an ad platform's customer list takes them: hashed e-mails, read at
 * this moment and never kept, of people who agreed where an option says where that
 * stands. The header `X-Consent` says whether it was looked at.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, SEGMENT_ENTITY)
  const { platform } = req.validatedQuery as { platform: AudiencePlatform }
  const service = serviceOf(req.scope)
  await service.retrieveCustomerSegment(id, { select: ["id"] })
  const key = service.options.segments.consent_key
  async function* pages() {
    for await (const page of service.segmentGroups.memberPages(id)) {
      const people = await readPeople(
        req.scope,
        page.map((row) => row.person_id)
      )
      yield people
        .filter(({ metadata }) => !key || metadata?.[key] === true)
        .flatMap(({ email }) => {
          const hash = email && hashedEmail(email, platform)
          return hash ? [{ [COLUMNS[platform]]: hash }] : []
        })
    }
  }
  res.set("X-Consent", key ? `metadata.${key}` : "not checked")
  await sendCsv(req, res, {
    name: ["audience", platform, id],
    columns: [COLUMNS[platform]],
    pages: pages(),
  })
}

/** The heads of the platforms' own templates. */
const COLUMNS: Record<AudiencePlatform, string> = {
  meta: "email",
  google: "Email",
}
