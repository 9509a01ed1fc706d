import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z, ZodType } from "@medusajs/framework/zod"

const MAX_ISSUES = 3

/**
 * Checks a body or query against its schema. Medusa's own body validator writes
 * the refused value into its message, and fails with a 500 on values that have
 * no text form; this one names only the field and the reason.
 *
 * @throws MedusaError invalid_data
 */
export function parseInput<Output>(
  schema: ZodType<Output>,
  value: unknown
): Output {
  const parsed = schema.safeParse(value)
  if (parsed.success) {
    return parsed.data
  }
  const reasons = parsed.error.issues.slice(0, MAX_ISSUES).map(describeIssue)
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: ${reasons.join("; ")}`
  )
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    return `Unrecognized fields: '${issue.keys.join(", ")}'`
  }
  const field = issue.path.join(".")
  return field === "" ? issue.message : `Field '${field}': ${issue.message}`
}

export function validateBody(schema: ZodType) {
  return (
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    req.validatedBody = parseInput(schema, req.body ?? {})
    next()
  }
}

export function validateQuery(schema: ZodType<Record<string, unknown>>) {
  return (
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    req.validatedQuery = parseInput(schema, req.query)
    next()
  }
}
