import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { parseSpend } from "../../../../../modules/ad-planning/utils/spend/parse-spend"
import {
  importSpendWorkflow,
  type ImportSpendWorkflowInput,
} from "../../../../../workflows/ad-planning/spend/import-spend"
import { readFile } from "../read-file"
import { readImport, type SpendBody } from "../read-import"
import { refusalOf, refuseProblems } from "../refuse"

const FIRST_LINE = 1

/** Imports spend of any platform. One bad line refuses all, unless `partial`. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const body = await readImport(req)
  const { input, errors } =
    body.kind === "rows" ? rowsInput(body) : await fileInput(req, body)
  const { result } = await importSpendWorkflow(req.scope).run({
    input: { ...input, actor_id: req.auth_context.actor_id },
  })
  res.json({
    imported: result.imported,
    changed: result.changed,
    campaigns_created: result.campaigns_created,
    import_id: result.id,
    errors,
  })
}

interface Prepared {
  input: ImportSpendWorkflowInput
  errors: object[]
}

function rowsInput(body: Extract<SpendBody, { kind: "rows" }>): Prepared {
  const today = new Date().toISOString().slice(0, 10)
  const { lines, problems } = parseSpend(body.rows, FIRST_LINE, today)
  if (problems.length > 0 && !body.partial) {
    throw refuseProblems(problems)
  }
  return { input: { lines }, errors: problems }
}

async function fileInput(
  req: AuthenticatedMedusaRequest,
  body: Extract<SpendBody, { kind: "file" }>
): Promise<Prepared> {
  const { reading, header } = await readFile(req.scope, body)
  const refusal = refusalOf(reading, body.partial)
  if (refusal) {
    throw refusal
  }
  const { days, names, accounts, time_zone, left_out, refusals } = reading
  return {
    input: {
      lines: days,
      names,
      accounts,
      time_zone,
      left_out,
      file_name: body.params.file_name ?? null,
      header,
    },
    errors: refusals,
  }
}
