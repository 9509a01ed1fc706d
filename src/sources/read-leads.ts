import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { optionalText, readGraph } from "./graph"
import { toDecimal } from "./to-decimal"

const json = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => value ?? null)

const leadSchema = z.object({
  id: z.string(),
  email: optionalText,
  campaign_id: optionalText,
  adset_id: optionalText,
  ad_id: optionalText,
  form_id: optionalText,
  source_platform: optionalText,
  created_time: z.coerce.date(),
  estimated_value: z
    .unknown()
    .transform((value) =>
      value === null || value === undefined ? null : toDecimal(value)
    ),
  utm_source: optionalText,
  utm_medium: optionalText,
  utm_campaign: optionalText,
  utm_term: optionalText,
  utm_content: optionalText,
  metadata: json,
})

export type SourceLead = z.infer<typeof leadSchema>

/** Leads of the host's socials module. */
export async function readLeads(
  container: MedusaContainer,
  ids: string[]
): Promise<SourceLead[]> {
  return await readGraph(container, leadSchema, {
    entity: "lead",
    fields: Object.keys(leadSchema.shape),
    filters: { id: ids },
  })
}

const responseSchema = z.object({
  id: z.string(),
  form_id: z.string(),
  status: optionalText,
  email: optionalText,
  submitted_at: z.coerce.date(),
  page_url: optionalText,
  referrer: optionalText,
  metadata: json,
})
const formSchema = z.object({
  id: z.string(),
  name: optionalText,
  website_id: optionalText,
})

export type SourceFormResponse = z.infer<typeof responseSchema> & {
  form_name: string | null
  website_id: string | null
}

/** Form responses of the host's forms module, with their form's name. */
export async function readFormResponses(
  container: MedusaContainer,
  ids: string[]
): Promise<SourceFormResponse[]> {
  const responses = await readGraph(container, responseSchema, {
    entity: "form_response",
    fields: Object.keys(responseSchema.shape),
    filters: { id: ids },
  })
  const formIds = [...new Set(responses.map((response) => response.form_id))]
  const forms = formIds.length
    ? await readGraph(container, formSchema, {
        entity: "form",
        fields: Object.keys(formSchema.shape),
        filters: { id: formIds },
      })
    : []
  const byId = new Map(forms.map((form) => [form.id, form]))
  return responses.map((response) => ({
    ...response,
    form_name: byId.get(response.form_id)?.name ?? null,
    website_id: byId.get(response.form_id)?.website_id ?? null,
  }))
}
