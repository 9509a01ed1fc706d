import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { SOCIALS_MODULE } from "../../../host-modules/socials"
import type SocialsService from "../../../host-modules/socials/service"

export interface LeadRow {
  meta_lead_id?: string | null
  email?: string | null
  phone?: string | null
  full_name?: string | null
  first_name?: string | null
  last_name?: string | null
  campaign_id?: string | null
  adset_id?: string | null
  ad_id?: string | null
  form_id?: string | null
  source_platform?: string | null
  /** ISO 8601. */
  created_time: string
  status?: string
  estimated_value?: number | null
  utm_source?: string | null
  utm_medium?: string | null
  utm_campaign?: string | null
  utm_term?: string | null
  utm_content?: string | null
  field_data?: Record<string, unknown> | null
  metadata?: Record<string, unknown> | null
}

export const createLeadStepId = "create-lead"

/**
 * Stores a lead, unless Meta's id of it is known: then the first one stands. The
 * lock lets two of one id in one after the other. Undone by deleting it.
 */
export const createLeadStep = createStep(
  createLeadStepId,
  async (row: LeadRow, { container }) => {
    const service = container.resolve<SocialsService>(SOCIALS_MODULE)
    const { meta_lead_id } = row
    const created = meta_lead_id
      ? await container
          .resolve(Modules.LOCKING)
          .execute(`socials:lead:${meta_lead_id}`, () =>
            createOnce(service, row, meta_lead_id)
          )
      : await create(service, row)
    return new StepResponse(created, created.is_new ? created.id : undefined)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<SocialsService>(SOCIALS_MODULE).deleteLeads([id])
    }
  }
)

async function createOnce(
  service: SocialsService,
  row: LeadRow,
  meta_lead_id: string
) {
  const [known] = await service.listLeads({ meta_lead_id }, { take: 1 })
  return known ? { id: known.id, is_new: false } : await create(service, row)
}

async function create(service: SocialsService, row: LeadRow) {
  const { id } = await service.createLeads({
    ...row,
    created_time: new Date(row.created_time),
  })
  return { id, is_new: true }
}
