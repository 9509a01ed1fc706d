import type { MedusaContainer } from "@medusajs/framework/types"
import { quietly } from "./quietly"
import { segmentTemplate } from "../../modules/ad-planning/utils/segmentation-engine"
import { refreshPersonProfilesWorkflow } from "../../workflows/ad-planning/scores/refresh-person-profiles"
import { createSegmentsWorkflow } from "../../workflows/ad-planning/segments/create-segments"
import { refreshAllSegmentsWorkflow } from "../../workflows/ad-planning/segments/refresh-all-segments"
import { syncProductsWorkflow } from "../../workflows/ad-planning/segments/sync-products"

/** Templates that the demo store's facts fill. */
const SHOWN = [
  "champions",
  "at_risk_high_value",
  "new_customers",
  "lapsed",
  "one_time_buyers",
  "vip",
  "never_discounted",
]

export const DEMO_SEGMENTS = SHOWN.length

/** Makes a few segments of templates and calculates them. */
export async function writeSegments(
  container: MedusaContainer,
  now: Date
): Promise<void> {
  await refreshPersonProfilesWorkflow(container).run({ input: {} })
  await syncProductsWorkflow(container).run({ input: {} })
  const templates = SHOWN.flatMap((id) => segmentTemplate(id) ?? [])
  await quietly(container, (context) =>
    createSegmentsWorkflow(container).run({
      context,
      input: {
        segments: templates.map((template) => ({
          name: template.name,
          description: template.description,
          segment_type: template.segment_type,
          template: template.id,
          criteria: template.criteria(""),
        })),
      },
    })
  )
  await refreshAllSegmentsWorkflow(container).run({
    input: { as_of: now.toISOString() },
  })
}
