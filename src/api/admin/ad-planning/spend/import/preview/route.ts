import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { invalidRequest } from "../../../../../utils/beacon"
import { readFile } from "../../read-file"
import { readImport } from "../../read-import"

const SHOWN_ROWS = 10
const SHOWN_DAYS = 100

/** What a file would do: how it is understood, what it meets, what has to be said. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const body = await readImport(req)
  if (body.kind === "rows") {
    throw invalidRequest("a preview is of a file or a text")
  }
  const { reading, is_remembered } = await readFile(req.scope, body)
  const {
    days,
    names: _names,
    sums,
    left_out,
    questions,
    refusals,
    ...understood
  } = reading
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const met = await service.spendFiles.previewImport(days)
  res.json({
    preview: {
      understood: { ...understood, is_remembered },
      rows: days.slice(0, SHOWN_ROWS),
      row_count: days.length,
      sums,
      left_out,
      total_mismatches: reading.total_mismatches,
      campaigns: met.campaigns,
      replaced: met.replaced.slice(0, SHOWN_DAYS),
      replaced_count: met.replaced.length,
      unchanged_count: met.unchanged,
      questions,
      refusals,
    },
  })
}
