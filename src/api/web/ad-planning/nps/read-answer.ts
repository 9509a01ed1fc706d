import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isString, MedusaError } from "@medusajs/framework/utils"
import { parseInput, unstorableReason } from "../../../utils/validate"
import { languageOf, sendPage, wantsPage } from "./answer-page"
import { npsForm, npsNotice } from "./nps-page"
import { WebNpsAnswer } from "./validators"

const TOKEN = /^[0-9a-f.]{1,256}$/

/**
 * Reads an answer, which comes as a form or as JSON, whatever the browser calls it. A
 * person who chose no number is asked again.
 *
 * @throws MedusaError invalid_data
 */
export function readAnswer(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const body = isString(req.body) ? parseAnswer(req.body) : undefined
  try {
    const answer = parseInput(WebNpsAnswer, body ?? {})
    if (unstorableReason(answer.comment ?? "")) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Invalid request: Field 'comment': ${unstorableReason(answer.comment ?? "")}`
      )
    }
    req.validatedBody = answer
    next()
  } catch (error) {
    if (!wantsPage(req)) {
      throw error
    }
    const token = isRecord(body) ? `${body.token}` : ""
    sendPage(
      res,
      400,
      TOKEN.test(token)
        ? npsForm(token, languageOf(req), "refused")
        : npsNotice("gone", languageOf(req))
    )
  }
}

function parseAnswer(text: string): unknown {
  if (!text.trimStart().startsWith("{")) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  try {
    return JSON.parse(text)
  } catch {
    // Refused by its shape, as anything else that is no answer.
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
