import type { MedusaContainer } from "@medusajs/framework/types"
import {
  trackConversionWorkflow,
  type TrackConversionWorkflowInput,
} from "../../../../src/workflows/ad-planning/conversions/track-conversion"
import {
  trackLeadConversionWorkflow,
  type TrackLeadConversionWorkflowInput,
} from "../../../../src/workflows/ad-planning/conversions/track-lead-conversion"
import {
  trackCustomerJourneyEventWorkflow,
  type TrackCustomerJourneyEventWorkflowInput,
} from "../../../../src/workflows/ad-planning/journeys/track-customer-journey-event"
import { syncCampaignsWorkflow } from "../../../../src/workflows/ad-planning/spend/sync-campaigns"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { describeUndo, type UndoCase } from "../../../helpers/failing-workflow"
import {
  campaignFact,
  conversionInput,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import {
  analytics,
  createCampaigns,
  forms,
  people,
  socials,
} from "../../../helpers/host"
import { silenceEvents } from "../../../helpers/silent-bus"
import type { StoreContext } from "../../../helpers/test-store"

const SENT = new Date("2026-10-01T10:55:00Z")
const FROM_SALE = {
  utm_source: "facebook",
  utm_medium: "cpc",
  utm_campaign: "Sale",
  utm_term: null,
  utm_content: null,
}
const signals = {
  ...FROM_SALE,
  utm_id: null,
  click_ids: {},
  landing_page: "/",
  referrer: null,
  touch_at: "2026-10-01T10:00:00Z",
}
const submission = {
  conversion_type: "lead_form_submission" as const,
  value: null,
  currency: null,
}

const track = (
  container: MedusaContainer,
  input: TrackConversionWorkflowInput
) => trackConversionWorkflow(container).run({ input })

async function createResponse(container: MedusaContainer, metadata: object) {
  const form = await forms(container).createForms({ name: "Newsletter" })
  return await forms(container).createFormResponses({
    form_id: form.id,
    email: "ada@example.com",
    data: {},
    submitted_at: SENT,
    metadata: { ...metadata },
  })
}

const TRACK: UndoCase<TrackConversionWorkflowInput>[] = [
  [
    "messages of a new session, and one that is known",
    async (container) => {
      await adPlanning(container).campaigns.syncCampaigns([
        campaignFact("c", "Sale"),
      ])
      await track(container, { conversions: [conversionInput("known")] })
      return {
        conversions: [
          conversionInput("known", { value: "99" }),
          conversionInput("a", { signals }),
          conversionInput("b"),
        ],
      }
    },
    ["conversion", "campaign_attribution", "customer_journey"],
  ],
  [
    "a claim of an order that has no visitor, after a session was told",
    async (container) => {
      await adPlanning(container).touches.syncTouches([touchFact("s")], [])
      await adPlanning(container).purchases.syncPurchases(
        [purchaseFact("order_1", { visitor_id: null })],
        []
      )
      return {
        conversions: [
          conversionInput("thanks", {
            conversion_type: "purchase",
            order_id: "order_1",
          }),
        ],
      }
    },
    ["conversion", "ad_planning_purchase_claim", "customer_journey"],
  ],
  [
    "a lead that a form response tells of already",
    async (container) => {
      const response = await createResponse(container, { visitor_id: "v" })
      await trackLeadConversionWorkflow(container).run({
        input: { form_response_ids: [response.id] },
      })
      return { conversions: [conversionInput("form", submission)] }
    },
    // The response now knows the session.
    ["conversion", "customer_journey"],
  ],
  [
    "a conversion whose campaign a person chose",
    async (container) => {
      await adPlanning(container).campaigns.syncCampaigns([
        campaignFact("c", "Sale"),
      ])
      return {
        conversions: [
          conversionInput("call", { source: "manual", ad_campaign_id: "c" }),
        ],
      }
    },
    ["conversion", "campaign_attribution"],
  ],
]

const LEADS: UndoCase<TrackLeadConversionWorkflowInput>[] = [
  [
    "a lead of an ad, of somebody who is known",
    async (container) => {
      const [campaign] = await createCampaigns(container, ["Sale"])
      await syncCampaignsWorkflow(container).run({
        input: { campaign_ids: [campaign!.id] },
      })
      const person = await people(container).createPeople({
        first_name: "Ada",
        last_name: "L",
        email: "ada@example.com",
      })
      await adPlanning(container).identity.syncIdentityLinks([], [])
      const lead = await socials(container).createLeads({
        email: person.email,
        campaign_id: campaign!.meta_campaign_id,
        created_time: SENT,
      })
      return { lead_ids: [lead.id] }
    },
    ["conversion", "campaign_attribution", "customer_journey", "lead"],
  ],
  [
    "a form response that the storefront's script told of before",
    async (container) => {
      await track(container, {
        conversions: [conversionInput("form", submission)],
      })
      const response = await createResponse(container, { session_id: "s" })
      return { form_response_ids: [response.id] }
    },
    ["conversion", "customer_journey"],
  ],
  [
    "a lead that is gone, and one that came by another ad",
    async (container) => {
      const service = adPlanning(container)
      await service.campaigns.syncCampaigns([campaignFact("c", "Sale")])
      const [gone, changed] = await socials(container).createLeads([
        {
          email: "a@example.com",
          created_time: SENT,
          ...FROM_SALE,
        },
        {
          email: "b@example.com",
          created_time: SENT,
          ...FROM_SALE,
        },
      ])
      const input = { lead_ids: [gone!.id, changed!.id] }
      await trackLeadConversionWorkflow(container).run({ input })
      await socials(container).updateLeads({
        id: changed!.id,
        utm_campaign: "Other",
        resolved_campaign_id: "c",
      })
      await sql(container, "UPDATE lead SET deleted_at = now() WHERE id = ?", [
        gone!.id,
      ])
      return input
    },
    ["conversion", "campaign_attribution", "customer_journey", "lead"],
  ],
]

const EVENTS: UndoCase<TrackCustomerJourneyEventWorkflowInput>[] = [
  [
    "an event that meets a goal",
    async (container) => {
      await adPlanning(container).goals.createGoals([
        { name: "Wish", goal_type: "custom_event" },
      ])
      const event = await analytics(container).createAnalyticsEvents({
        website_id: "site",
        event_type: "custom_event",
        event_name: "wish",
        pathname: "/",
        visitor_id: "v",
        session_id: "s",
        timestamp: new Date(Date.now() + 60_000),
      })
      return { analytics_event_ids: [event.id] }
    },
    ["conversion"],
  ],
]

export default function suite({ getContainer }: StoreContext) {
  // Events of the host's rows would run the same workflows beside the tests.
  beforeEach(() => silenceEvents(getContainer()))
  afterEach(() => jest.restoreAllMocks())

  describeUndo(getContainer, trackConversionWorkflow, TRACK)
  describeUndo(getContainer, trackLeadConversionWorkflow, LEADS)
  describeUndo(getContainer, trackCustomerJourneyEventWorkflow, EVENTS)
}
