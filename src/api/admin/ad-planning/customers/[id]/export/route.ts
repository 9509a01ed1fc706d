import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { rejectUnknownPerson } from "../../../../../../workflows/ad-planning/identity/known-person"
import { idParam } from "../../../../../utils/id-param"
import { sendJsonExport } from "../../../../../utils/json-export"
import { personSections } from "../../person-sections"

/** Everything that is kept of a person, as a file. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, "Person")
  await rejectUnknownPerson(req.scope, id, { orErased: true })
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const into = await service.corrections.mergedInto(id)
  if (into) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `person ${id} was merged into ${into}: export that one`
    )
  }
  await sendJsonExport(req, res, {
    name: ["person", id],
    head: { person_id: id, exported_at: new Date().toISOString() },
    sections: personSections(service, id),
  })
}
