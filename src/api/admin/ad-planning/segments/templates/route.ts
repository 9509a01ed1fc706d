import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import {
  SEGMENT_TEMPLATES,
  segmentTemplate,
} from "../../../../../modules/ad-planning/utils/segmentation-engine"
import { calculateSegmentMembershipWorkflow } from "../../../../../workflows/ad-planning/segments/calculate-segment-membership"
import { createSegmentsWorkflow } from "../../../../../workflows/ad-planning/segments/create-segments"
import { readSegment } from "../read-segment"
import type { AdminCreateFromTemplateType } from "../validators"

/** Segments that most shops want. */
export const GET = (_req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const templates = SEGMENT_TEMPLATES.map(
    ({ criteria, needs, ...template }) => ({
      ...template,
      needs,
      criteria: needs ? null : criteria(""),
    })
  )
  res.json({ templates, count: templates.length })
}

/** Makes one, and calculates it. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateFromTemplateType>,
  res: MedusaResponse
) => {
  const { template: id, name, ad_campaign_id } = req.validatedBody
  const template = segmentTemplate(id)
  if (!template) {
    throw invalid("template", `is no template: '${id}'`)
  }
  if (template.needs && ad_campaign_id === undefined) {
    throw invalid("ad_campaign_id", `is required for the template ${id}`)
  }
  const { result } = await createSegmentsWorkflow(req.scope).run({
    input: {
      segments: [
        {
          name: name ?? template.name,
          description: template.description,
          segment_type: template.segment_type,
          template: id,
          criteria: template.criteria(ad_campaign_id ?? ""),
        },
      ],
    },
  })
  const segment_id = result.ids[0]!
  await calculateSegmentMembershipWorkflow(req.scope).run({
    input: { segment_id, as_of: new Date().toISOString() },
  })
  res.json({ segment: await readSegment(serviceOf(req.scope), segment_id) })
}

function invalid(field: string, message: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: Field '${field}': ${message}`
  )
}
