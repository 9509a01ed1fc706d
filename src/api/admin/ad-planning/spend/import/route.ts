import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  parseSpend,
  type SpendProblem,
} from "../../../../../modules/ad-planning/utils/spend/parse-spend"
import { importSpendWorkflow } from "../../../../../workflows/ad-planning/spend/import-spend"
import { readSpendRows } from "./read-rows"

// More are counted, not listed.
const MAX_LISTED_PROBLEMS = 20

/** Imports spend of any platform. One bad line refuses all, unless `partial`. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { partial: isPartial } = req.validatedQuery as { partial?: boolean }
  const { rows, first_line, partial } = readSpendRows(
    req.body,
    isPartial ?? false
  )
  const { lines, problems } = parseSpend(rows, first_line)
  if (problems.length > 0 && !partial) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Nothing was imported: ${listProblems(problems)}`
    )
  }
  const { result } = await importSpendWorkflow(req.scope).run({
    input: { lines },
  })
  res.json({
    imported: result.imported,
    changed: result.changed,
    campaigns_created: result.campaigns_created,
    errors: problems,
  })
}

function listProblems(problems: SpendProblem[]): string {
  const listed = problems
    .slice(0, MAX_LISTED_PROBLEMS)
    .map(
      ({ line, field, message }) =>
        `line ${line}: ${`${field} ${message}`.trim()}`
    )
  const more = problems.length - listed.length
  return [...listed, ...(more > 0 ? [`and ${more} more`] : [])].join("; ")
}
