import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { answerNps } from "../../../../runners/answer-nps"
import { languageOf, sendPage, wantsPage } from "./answer-page"
import { npsForm, npsNotice } from "./nps-page"
import { openQuestion } from "./open-question"
import type { WebNpsAnswerType, WebNpsParamsType } from "./validators"

/** Asks. Nothing is recorded: mail scanners follow links. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { token } = req.validatedQuery as WebNpsParamsType
  const question = await openQuestion(req, token, new Date())
  if (!wantsPage(req)) {
    res.json({ question: question ? describe(question) : refuse() })
  } else if (question) {
    sendPage(res, 200, npsForm(token, languageOf(req)))
  } else {
    sendPage(res, 404, npsNotice("gone", languageOf(req)))
  }
}

/** Takes the answer, or another one until the link expires. */
export const POST = async (
  req: MedusaRequest<WebNpsAnswerType>,
  res: MedusaResponse
) => {
  const { token, value, comment = null } = req.validatedBody
  const now = new Date()
  const question = await openQuestion(req, token, now)
  if (!question) {
    return wantsPage(req)
      ? sendPage(res, 404, npsNotice("gone", languageOf(req)))
      : refuse()
  }
  await answerNps(req.scope, {
    id: question.id,
    value,
    comment,
    answered_at: now.toISOString(),
  })
  if (wantsPage(req)) {
    sendPage(res, 200, npsNotice("thanks", languageOf(req)))
  } else {
    res.json({ question: describe({ ...question, value }) })
  }
}

function describe(question: { value: number | null; expires_at: Date }) {
  return { value: question.value, expires_at: question.expires_at }
}

function refuse(): never {
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    "The link is not valid any more"
  )
}
