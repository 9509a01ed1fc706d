import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { calculationOf, typeParam } from "../../calculation-of"
import {
  readScoreRun,
  startScoreRun,
} from "../../../../../../runners/score-run"
import type { AdminCalculateScoresType } from "../../validators"

/** How the last calculation of a type for everybody stands. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json({ run: await readScoreRun(req.scope, typeParam(req)) })
}

/**
 * Calculates scores of a type: of few people at once, of everybody in a run that is
 * answered before it ends.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCalculateScoresType>,
  res: MedusaResponse
) => {
  const type = typeParam(req)
  const calculation = calculationOf(type)
  const { person_ids, as_of } = req.validatedBody
  if (person_ids) {
    const counts = await calculation.run(req.scope, { person_ids, as_of })
    res.json({ type, ...counts })
    return
  }
  const run = await startScoreRun(req.scope, type, () =>
    calculation.run(req.scope, { as_of })
  )
  res.status(202).json({ run })
}
