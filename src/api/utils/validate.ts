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

// A refused name is shown, but not a page of it.
const MAX_SHOWN_NAME = 64

function describeIssue(issue: z.core.$ZodIssue): string {
  const inner = branchIssue(issue)
  if (inner) {
    return describeIssue({ ...inner, path: [...issue.path, ...inner.path] })
  }
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => key.slice(0, MAX_SHOWN_NAME))
    return `Unrecognized fields: '${keys.join(", ")}'`
  }
  const field = issue.path.join(".")
  return field === "" ? issue.message : `Field '${field}': ${issue.message}`
}

/**
 * Of a value that fits no alternative: what is wrong by the alternative it was
 * meant for. That is the one that read deepest into it, else the first that
 * takes its type, else the first.
 */
function branchIssue(issue: z.core.$ZodIssue): z.core.$ZodIssue | undefined {
  if (issue.code !== "invalid_union") {
    return undefined
  }
  const firsts = issue.errors.flatMap((branch) => branch[0] ?? [])
  const depth = Math.max(0, ...firsts.map(({ path }) => path.length))
  const deepest = firsts.filter(({ path }) => path.length === depth)
  return deepest.find(({ code }) => code !== "invalid_type") ?? deepest[0]
}

/**
 * Refuses text that PostgreSQL cannot store, wherever it is in the input.
 *
 * @throws MedusaError invalid_data
 */
function rejectUnstorableText(value: unknown, path: string[] = []): void {
  if (typeof value === "string") {
    const reason = unstorableReason(value)
    if (reason) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Invalid request: Field '${path.join(".")}': ${reason}`
      )
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      const reason = unstorableReason(key)
      if (reason) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `Invalid request: Field '${path.join(".")}': a name in it ${reason}`
        )
      }
      rejectUnstorableText(part, [...path, key])
    }
  }
}

/** Why PostgreSQL cannot store a text, or null when it can. */
export function unstorableReason(text: string): string | null {
  if (text.includes("\0")) {
    return "contains a NUL character"
  }
  return /\p{Surrogate}/u.test(text)
    ? "contains characters that cannot be stored"
    : null
}

export function validateBody(schema: ZodType) {
  return (
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    req.validatedBody = parseInput(schema, req.body ?? {})
    rejectUnstorableText(req.validatedBody)
    next()
  }
}

export function validateQuery(schema: ZodType<Record<string, unknown>>) {
  return (
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    const query = parseInput(schema, req.query)
    rejectUnstorableText(query)
    req.validatedQuery = query
    next()
  }
}
