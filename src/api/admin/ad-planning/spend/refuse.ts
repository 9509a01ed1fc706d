import { MedusaError } from "@medusajs/framework/utils"
import type {
  SpendQuestion,
  SpendReading,
} from "../../../../modules/ad-planning/types"
import type { SpendProblem } from "../../../../modules/ad-planning/utils/spend/parse-spend"

// More are counted, not listed.
const MAX_LISTED_PROBLEMS = 20

export function refuseProblems(problems: SpendProblem[]): MedusaError {
  const listed = problems
    .slice(0, MAX_LISTED_PROBLEMS)
    .map(
      ({ line, field, message }) =>
        `line ${line}: ${`${field} ${message}`.trim()}`
    )
  const more = problems.length - listed.length
  return nothingImported([...listed, ...(more > 0 ? [`and ${more} more`] : [])])
}

/** What stands in the way of an import; null for nothing. */
export function refusalOf(
  { questions, refusals, days }: SpendReading,
  partial: boolean
): MedusaError | null {
  const faults = refusals.map(({ field, reason, count, examples }) => {
    const [first] = examples
    const value = first?.value ? ` (${first.value})` : ""
    const where = first && first.line > 0 ? `line ${first.line}: ` : ""
    const more = count > 1 ? `, and ${count - 1} more lines` : ""
    return `${where}${field} ${reason}${value}${more}`
  })
  if (faults.length > 0 && !(partial && days.length > 0)) {
    return nothingImported(faults)
  }
  if (questions.length > 0) {
    return nothingImported(questions.map(questionText))
  }
  return days.length === 0 ? nothingImported(["the file has no rows"]) : null
}

function questionText({ id, examples, choices }: SpendQuestion): string {
  const [first] = examples
  const at = first ? ` line ${first.line} (${first.value}):` : ""
  const options = choices.map(({ value, reading }) =>
    reading === null ? value : `${value} = ${reading}`
  )
  return `${id} has to be answered:${at} ${options.join(" or ")}`
}

function nothingImported(reasons: string[]): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Nothing was imported: ${reasons.join("; ")}`
  )
}
