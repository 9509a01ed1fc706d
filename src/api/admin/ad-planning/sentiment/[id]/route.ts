import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { overrideSentimentWorkflow } from "../../../../../workflows/ad-planning/sentiment/override-sentiment"
import { idParam } from "../../../../utils/id-param"
import { readSentiment } from "../read-sentiment"
import type { AdminOverrideSentimentType } from "../validators"

const ENTITY = "SentimentAnalysis"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  const sentiment = await readSentiment(req.scope, { id })
  if (!sentiment) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${ENTITY} with id: ${id} was not found`
    )
  }
  res.json({ sentiment })
}

/** A person's word on a text: it stays when the text is read again. */
const override = async (
  req: AuthenticatedMedusaRequest<AdminOverrideSentimentType>,
  res: MedusaResponse
) => {
  const id = idParam(req, ENTITY)
  await overrideSentimentWorkflow(req.scope).run({
    input: {
      id,
      ...req.validatedBody,
      overridden_by: req.auth_context.actor_id,
    },
  })
  res.json({ sentiment: await readSentiment(req.scope, { id }) })
}

export const POST = override
export const PUT = override
