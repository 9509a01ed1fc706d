import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../../modules/ad-planning/service-of"
import { sendCsv, wantsCsv } from "../../../../../utils/csv"
import { idParam } from "../../../../../utils/id-param"
import type { AdminGetExperimentResultsParamsType } from "../../validators"
import { RESULT_COLUMNS, resultRows } from "./result-rows"

/** What an experiment says: computed now, unless it is final and says no more. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { as_of } = req.validatedQuery as AdminGetExperimentResultsParamsType
  const service = serviceOf(req.scope)
  const id = idParam(req, "AbExperiment")
  const experiment = await service.experiments.byId(id)
  const kept = await service.experiments.finalResults(id)
  const results =
    kept && !as_of
      ? kept
      : (
          await service.experimentFigures.results(
            experiment,
            as_of ?? new Date()
          )
        ).results
  if (wantsCsv(req)) {
    return await sendCsv(req, res, {
      name: ["experiment", experiment.key, results.as_of.slice(0, 10)],
      columns: RESULT_COLUMNS,
      pages: [resultRows(results)],
    })
  }
  res.json({ results })
}
