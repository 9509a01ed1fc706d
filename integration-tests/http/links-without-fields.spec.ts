import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { syncCampaignsWorkflow } from "../../src/workflows/ad-planning/spend/sync-campaigns"
import { outcomeOf, purchaseAfter, readVisit } from "../helpers/attribution"
import { createCampaigns, socials } from "../helpers/host"
import { silenceEvents } from "../helpers/silent-bus"
import { testStore } from "../helpers/test-store"

// A store whose own models do not have the fields that we would fill in.
jest.mock(
  "../../src/host-modules/custom-analytics/models/analytics-session",
  () => ({
    AnalyticsSession: mockModel(
      "custom-analytics/models/analytics-session",
      "AnalyticsSession",
      ["ad_campaign_id", "attribution_resolved"]
    ),
  })
)
jest.mock("../../src/host-modules/socials/models/Lead", () => ({
  Lead: mockModel("socials/models/Lead", "Lead", ["resolved_campaign_id"]),
}))

function mockModel(path: string, name: string, without: string[]) {
  const { model } = jest.requireActual("@medusajs/framework/utils")
  const { [name]: real } = jest.requireActual(`../../src/host-modules/${path}`)
  const implicit = ["created_at", "updated_at", "deleted_at"]
  const fields = Object.entries(real.schema).filter(
    ([field]) => ![...implicit, ...without].includes(field)
  )
  const { name: entity, tableName } = real.parse()
  return model.define({ name: entity, tableName }, Object.fromEntries(fields))
}

testStore({
  linksWithoutFields({ getContainer }) {
    afterEach(() => jest.restoreAllMocks())

    it("a store without the fields boots, attributes, and has no links by them", async () => {
      const container = getContainer()
      silenceEvents(container)
      const [sale] = await createCampaigns(container, ["Sale"])
      await syncCampaignsWorkflow(container).run({
        input: { campaign_ids: [sale!.id] },
      })
      const session = await readVisit(container, "s", "utm_campaign=Sale")
      await purchaseAfter(container, "s")
      expect(await outcomeOf(container, "s")).toEqual([
        sale!.id,
        "name",
        sale!.id,
      ])

      const lead = await socials(container).createLeads({
        full_name: "Ada L",
        created_time: new Date(),
      })
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const read = async (entity: string, id: string, fields: string[]) => {
        const { data } = await query.graph({ entity, fields, filters: { id } })
        return data
      }
      expect(
        await read("analytics_session", session.id, [
          "session_id",
          "ad_campaign.name",
        ])
      ).toEqual([{ session_id: "s" }])
      expect(
        await read("lead", lead.id, ["full_name", "resolved_campaign.name"])
      ).toEqual([{ full_name: "Ada L" }])
      expect(
        await read("ad_campaign", sale!.id, [
          "name",
          "analytics_sessions.id",
          "resolved_leads.id",
        ])
      ).toEqual([{ name: "Sale" }])
      expect(
        await read("ad_planning_campaign", sale!.id, ["ad_campaign.name"])
      ).toMatchObject([{ ad_campaign: { name: "Sale" } }])
    })
  },
})
