import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { analyzeSentimentWorkflow } from "../../../../../workflows/ad-planning/sentiment/analyze-sentiment"
import { tryText } from "../../../../../workflows/ad-planning/sentiment/try-text"
import { readSentiment } from "../read-sentiment"
import type { AdminAnalyzeSentimentType } from "../validators"

/** Reads one text: of a source, again and stored; alone, as a trial. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAnalyzeSentimentType>,
  res: MedusaResponse
) => {
  const body = req.validatedBody
  if ("text" in body) {
    res.json({ sentiment: await tryText(req.scope, body.text) })
    return
  }
  const { source_type, source_id, text_content } = body
  const { result } = await analyzeSentimentWorkflow(req.scope).run({
    input: {
      source_type,
      source_ids: [source_id],
      ...(text_content === undefined ? {} : { text_content }),
      redo: true,
    },
  })
  const sentiment = await readSentiment(req.scope, { source_type, source_id })
  if (!sentiment && result.unread === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${source_type} with id: ${source_id} has no text`
    )
  }
  res.json({ sentiment, unread: result.unread > 0 })
}
