import type { MedusaContainer } from "@medusajs/framework/types"
import { parseSpend } from "../../../../src/modules/ad-planning/utils/spend/parse-spend"
import { createCampaignWorkflow } from "../../../../src/workflows/ad-planning/campaigns/create-campaign"
import { deleteCampaignWorkflow } from "../../../../src/workflows/ad-planning/campaigns/delete-campaign"
import { editCampaignWorkflow } from "../../../../src/workflows/ad-planning/campaigns/edit-campaign"
import { mergeCampaignsWorkflow } from "../../../../src/workflows/ad-planning/campaigns/merge-campaigns"
import { partCampaignsWorkflow } from "../../../../src/workflows/ad-planning/campaigns/part-campaigns"
import { importSpendWorkflow } from "../../../../src/workflows/ad-planning/spend/import-spend"
import { takeBackSpendWorkflow } from "../../../../src/workflows/ad-planning/spend/take-back-spend"
import { adPlanning } from "../../../helpers/ad-planning"
import { describeUndo } from "../../../helpers/failing-workflow"
import { purchaseFact, touchFact } from "../../../helpers/facts"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

const ROW = {
  platform: "google",
  campaign: "Left",
  external_id: "1",
  date: "2026-10-08",
  spend: 100,
  currency: "gbp",
}
const RIGHT = { ...ROW, campaign: "Right", external_id: "2", spend: 50 }
const MERGED = [
  "ad_planning_attribution_change",
  "ad_planning_campaign",
  "ad_planning_campaign_merge",
  "ad_planning_campaign_metric",
  "campaign_attribution",
  "conversion",
  "customer_journey",
]

async function importRows(container: MedusaContainer, rows: object[]) {
  const { result } = await importSpendWorkflow(container).run({
    input: { lines: parseSpend(rows, 1).lines },
  })
  return result
}

/** A click on a campaign that is known, and the order it brought. */
async function order(container: MedusaContainer, campaign: string) {
  const service = adPlanning(container)
  const id = `v-${campaign}`
  const at = (hour: string) => new Date(`2026-10-08T${hour}:00:00Z`)
  await service.touches.syncTouches(
    [
      touchFact(id, {
        visitor_id: id,
        utm_source: "google",
        utm_campaign: campaign,
        started_at: at("10"),
      }),
    ],
    []
  )
  await service.purchases.syncPurchases(
    [purchaseFact(id, { visitor_id: id, converted_at: at("12") })],
    []
  )
}

/** Two campaigns with spend, a click and an order each. */
async function twoCampaigns(container: MedusaContainer) {
  await order(container, "Left")
  await order(container, "Right")
  const { campaign_ids } = await importRows(container, [ROW, RIGHT])
  const [from_id, into_id] = campaign_ids
  return { from_id: from_id!, into_id: into_id! }
}

export default function suite({ getContainer }: StoreContext) {
  beforeEach(() => {
    silenceEvents(getContainer())
  })
  afterEach(() => jest.restoreAllMocks())

  describeUndo(getContainer, takeBackSpendWorkflow, [
    [
      "an import above another one, with a new campaign",
      async (container) => {
        await order(container, "Right")
        await importRows(container, [ROW])
        const { id } = await importRows(container, [
          { ...ROW, spend: 9 },
          RIGHT,
        ])
        return { import_id: id! }
      },
      [
        "ad_planning_campaign",
        "ad_planning_campaign_metric",
        "ad_planning_spend_import",
        "ad_planning_attribution_change",
        "campaign_attribution",
        "conversion",
        "customer_journey",
      ],
    ],
  ])

  describeUndo(getContainer, createCampaignWorkflow, [
    [
      "a campaign that explains a click",
      async (container) => {
        await order(container, "Letter")
        return {
          campaign: {
            platform: "google",
            external_id: "name:letter",
            name: "Letter",
            normalised_name: "letter",
            status: null,
            started_at: null,
            stopped_at: null,
            currency: null,
          },
        }
      },
      [
        "ad_planning_campaign",
        "campaign_attribution",
        "conversion",
        "customer_journey",
      ],
    ],
  ])

  describeUndo(getContainer, editCampaignWorkflow, [
    [
      "another name",
      async (container) => {
        const { from_id } = await twoCampaigns(container)
        return { id: from_id, edit: { name: "New", normalised_name: "new" } }
      },
      ["ad_planning_campaign", "ad_planning_campaign_name"],
    ],
  ])

  describeUndo(getContainer, deleteCampaignWorkflow, [
    [
      "a campaign that nothing hangs on",
      async (container) => {
        const { result } = await createCampaignWorkflow(container).run({
          input: {
            campaign: {
              platform: "print",
              external_id: "name:poster",
              name: "Poster",
              normalised_name: "poster",
              status: "active",
              started_at: "2026-10-01T00:00:00.000Z",
              stopped_at: null,
              currency: null,
            },
          },
        })
        return { id: result.id }
      },
      ["ad_planning_campaign"],
    ],
  ])

  describeUndo(getContainer, mergeCampaignsWorkflow, [
    [
      "two campaigns with orders",
      twoCampaigns,
      [...MERGED, "ad_planning_campaign_merge_row"],
    ],
  ])

  describeUndo(getContainer, partCampaignsWorkflow, [
    [
      "two campaigns that are one",
      async (container) => {
        const input = await twoCampaigns(container)
        const { result } = await mergeCampaignsWorkflow(container).run({
          input,
        })
        return { merge_id: result.id }
      },
      MERGED,
    ],
  ])
}
