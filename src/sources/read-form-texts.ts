import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { serviceOf } from "../modules/ad-planning/service-of"
import type { SentimentText } from "../modules/ad-planning/types"
import { emailHash } from "../modules/ad-planning/utils/identity/email-hash"
import { formText } from "../modules/ad-planning/utils/sentiment/form-text"
import { textHash } from "../modules/ad-planning/utils/sentiment/text-hash"
import { cleanId } from "../modules/ad-planning/utils/text/normalise"
import { optionalText, readGraph } from "./graph"

const record = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => value ?? {})

const responseSchema = z.object({
  id: z.string(),
  form_id: z.string(),
  status: optionalText,
  email: optionalText,
  data: record,
  submitted_at: z.coerce.date(),
  metadata: record,
})
const fieldSchema = z.object({
  form_id: z.string(),
  name: z.string(),
  label: optionalText,
  type: z.string(),
})

/** What somebody wrote into forms; a sender who has not confirmed is left out. */
export async function readFormTexts(
  container: MedusaContainer,
  ids: string[]
): Promise<SentimentText[]> {
  const { secret } = serviceOf(container).options
  const responses = await readGraph(container, responseSchema, {
    entity: "form_response",
    fields: Object.keys(responseSchema.shape),
    filters: { id: ids },
  })
  const counted = responses.filter(
    ({ status }) => status !== "pending_verification"
  )
  const formIds = [...new Set(counted.map(({ form_id }) => form_id))]
  const fields = formIds.length
    ? await readGraph(container, fieldSchema, {
        entity: "form_field",
        fields: Object.keys(fieldSchema.shape),
        filters: { form_id: formIds },
      })
    : []
  return counted.flatMap((response) => {
    const text = formText(
      response.data,
      fields.filter(({ form_id }) => form_id === response.form_id)
    )
    return text === null
      ? []
      : {
          source_type: "form_response" as const,
          source_id: response.id,
          text,
          text_hash: textHash(text, secret),
          occurred_at: response.submitted_at,
          email_hash: emailHash(response.email, secret),
          customer_id: null,
          visitor_id: cleanId(response.metadata.visitor_id),
          order_id: cleanId(response.data.order_id),
        }
  })
}
